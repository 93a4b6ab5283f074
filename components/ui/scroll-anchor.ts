import type { RowHeights } from './row-heights';

/**
 * What the reader looks at, in terms of rows: rows that arrive, and heights that turn out other than estimated, move
 * the scroll position so that the anchor stays where it is.
 */
export type ScrollAnchor =
  { kind: 'end' } | { kind: 'centre'; index: number } | { kind: 'top'; index: number; insidePx: number };

export type RowView = { heights: RowHeights; count: number; viewportPx: number };

/**
 * Taller elements are drawn at the wrong height or not at all (some 16 million px in Firefox, 33 million in Chromium);
 * above this height one pixel of the scroll bar stands for several of the list.
 */
export const MAX_ELEMENT_PX = 10_000_000;

/** List pixels per pixel of the element; 1 unless the list is too tall. */
export function scaleOf({ heights, count, viewportPx }: RowView): number {
  const listPx = heights.offsetOf(count);
  return listPx <= MAX_ELEMENT_PX ? 1 : (listPx - viewportPx) / (MAX_ELEMENT_PX - viewportPx);
}

/** Position in the list, in list pixels, that shows the anchor. */
export function offsetOfAnchor(anchor: ScrollAnchor, view: RowView): number {
  const { heights, count, viewportPx } = view;
  const lastPx = Math.max(0, heights.offsetOf(count) - viewportPx);
  const wantedPx = anchor.kind === 'end' ? lastPx : rowOffset(anchor, view);
  return Math.min(lastPx, Math.max(0, wantedPx));
}

function rowOffset(anchor: Exclude<ScrollAnchor, { kind: 'end' }>, { heights, count, viewportPx }: RowView): number {
  const index = Math.min(anchor.index, count);
  const startPx = heights.offsetOf(index);
  if (anchor.kind === 'top') return startPx + anchor.insidePx;
  return startPx - (viewportPx - heights.heightOf(index)) / 2;
}

/** The anchor that a position shows. */
export function anchorAt(offsetPx: number, { heights, count }: RowView): ScrollAnchor {
  const index = heights.indexAt(offsetPx, count);
  return { kind: 'top', index, insidePx: offsetPx - heights.offsetOf(index) };
}

/** The anchor that shows a row with as little movement as possible; far rows come to the centre. */
export function anchorFor(index: number, current: ScrollAnchor, view: RowView): ScrollAnchor {
  const { heights, viewportPx } = view;
  const offsetPx = offsetOfAnchor(current, view);
  const startPx = heights.offsetOf(index);
  const endPx = startPx + heights.heightOf(index);
  if (startPx >= offsetPx && endPx <= offsetPx + viewportPx) return anchorAt(offsetPx, view);
  const isNear = endPx > offsetPx - 2 * heights.estimatePx && startPx < offsetPx + viewportPx + 2 * heights.estimatePx;
  if (!isNear) return { kind: 'centre', index };
  return anchorAt(Math.max(0, startPx < offsetPx ? startPx : endPx - viewportPx), view);
}
