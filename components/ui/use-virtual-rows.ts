'use client';

import { useCallback, useEffect, useLayoutEffect, useRef, useState, type RefObject } from 'react';
import { RowHeights } from './row-heights';
import { useClientSize } from './use-client-size';
import {
  MAX_ELEMENT_PX,
  offsetOfAnchor,
  anchorAt,
  anchorFor,
  scaleOf,
  type RowView,
  type ScrollAnchor,
} from './scroll-anchor';

/** Rows drawn above and below the view, so that scrolling shows no blank. */
const OVERSCAN = 12;
/** Height assumed in the server's HTML and until the element is measured. */
const ASSUMED_VIEWPORT_PX = 480;

type Options = {
  count: number;
  rowPx: number;
  initial: ScrollAnchor;
  /** Index of a row that is always drawn, so that scrolling does not lose the focus on it. */
  keepIndex: number | null;
  /** Whether scrolling to the end makes the view follow it. */
  canFollow: boolean;
};

export type VirtualRow = { index: number; topPx: number };

/**
 * Draws only the rows in view of a list of any length. TanStack Virtual ties the element's height to the list's, so it
 * ends at the browser's limit, and it lays out all rows again for each one that arrives.
 */
export function useVirtualRows({ count, rowPx, initial, keepIndex, canFollow }: Options) {
  const [scroller, setScroller] = useState<HTMLElement | null>(null);
  const [heights] = useState(() => new RowHeights(rowPx));
  const [anchor, setAnchor] = useState(initial);
  const writtenPx = useRef(0);
  const [scrollerRef] = useState(() => (element: HTMLElement | null) => {
    setScroller(element);
    // The reader scrolled the server's HTML before this page came to life; the event of it may be gone already.
    if (!element || element.scrollTop === 0) return;
    writtenPx.current = element.scrollTop;
    const view: RowView = { heights, count, viewportPx: element.clientHeight };
    setAnchor(anchorAt(element.scrollTop * scaleOf(view), view));
  });
  const viewportPx = useClientSize(scroller, 'clientHeight', ASSUMED_VIEWPORT_PX);
  const rowRef = useMeasuredRows(heights);

  const view: RowView = { heights, count, viewportPx };
  const scale = scaleOf(view);
  const offsetPx = offsetOfAnchor(anchor, view);
  const shownPx = offsetPx / scale;
  const firstIndex = heights.indexAt(offsetPx, count);
  const endIndex = count === 0 ? 0 : heights.indexAt(offsetPx + viewportPx, count) + 1;

  useWrittenScroll(scroller, shownPx, writtenPx);

  const handleScroll = () => {
    if (!scroller || Math.abs(scroller.scrollTop - writtenPx.current) < 1) return;
    const isDown = scroller.scrollTop > writtenPx.current;
    writtenPx.current = scroller.scrollTop;
    const reachedPx = scroller.scrollTop * scale;
    const isNearEnd = reachedPx + viewportPx > heights.offsetOf(count) - 2 * rowPx;
    setAnchor(isDown && isNearEnd && canFollow ? { kind: 'end' } : anchorAt(reachedPx, view));
  };

  return {
    scrollerRef,
    rowRef,
    handleScroll,
    elementPx: Math.min(MAX_ELEMENT_PX, heights.offsetOf(count)),
    rows: rowsToDraw({ start: firstIndex - OVERSCAN, end: Math.min(count, endIndex + OVERSCAN), keepIndex, count }).map(
      (index): VirtualRow => ({ index, topPx: heights.offsetOf(index) - offsetPx + shownPx }),
    ),
    firstIndex,
    endIndex,
    isAtEnd: anchor.kind === 'end',
    scrollTo: (index: number) => setAnchor(anchorFor(index, anchor, view)),
    /** Brings a row to the middle, wherever it is. */
    centreOn: (index: number) => setAnchor({ kind: 'centre', index }),
    scrollToEnd: () => setAnchor({ kind: 'end' }),
    /** Follows the anchor after rows came, went or changed their order. */
    follow: (toIndex: (index: number) => number) => setAnchor((current) => moveAnchor(current, toIndex)),
    /** Stops sticking to the end; nothing moves. */
    hold: () => setAnchor((current) => (current.kind === 'end' ? anchorAt(offsetPx, view) : current)),
  };
}

/** Scrolls the element to the rows' offset; `writtenRef` holds the offset written or found last. */
function useWrittenScroll(scroller: HTMLElement | null, shownPx: number, writtenRef: RefObject<number>): void {
  useLayoutEffect(() => {
    if (!scroller) return;
    // The reader has scrolled and the event is still to come: writing now would take the scroll back.
    const keptPx = Math.min(writtenRef.current, scroller.scrollHeight - scroller.clientHeight);
    if (Math.abs(scroller.scrollTop - keptPx) >= 1) return;
    if (Math.abs(scroller.scrollTop - shownPx) > 1) scroller.scrollTo({ top: shownPx });
    writtenRef.current = scroller.scrollTop;
  });
}

const moveAnchor = (anchor: ScrollAnchor, toIndex: (index: number) => number): ScrollAnchor =>
  anchor.kind === 'end' ? anchor : { ...anchor, index: toIndex(anchor.index) };

type DrawnRange = { start: number; end: number; keepIndex: number | null; count: number };

function rowsToDraw({ start, end, keepIndex, count }: DrawnRange): number[] {
  const first = Math.max(0, start);
  const indexes = Array.from({ length: Math.max(0, end - first) }, (_, at) => first + at);
  if (keepIndex === null || keepIndex >= count || (keepIndex >= first && keepIndex < end)) return indexes;
  return keepIndex < first ? [keepIndex, ...indexes] : [...indexes, keepIndex];
}

/** A ref for every row (with its `data-index`) that takes over the row's height as soon as it differs. */
function useMeasuredRows(heights: RowHeights): (row: HTMLElement | null) => (() => void) | undefined {
  const [, countChange] = useState(0);
  const observer = useRef<ResizeObserver | null>(null);
  useEffect(() => () => observer.current?.disconnect(), []);
  return useCallback(
    (row) => {
      if (!row) return;
      observer.current ??= new ResizeObserver((entries) => {
        const changed = entries.filter(({ target, borderBoxSize }) =>
          heights.setHeight(indexOf(target), borderBoxSize[0]?.blockSize ?? heights.estimatePx),
        );
        if (changed.length > 0) countChange((count) => count + 1);
      });
      observer.current.observe(row);
      return () => observer.current?.unobserve(row);
    },
    [heights],
  );
}

const indexOf = (row: Element): number => Number(row.getAttribute('data-index'));
