'use client';

import { useCallback, useEffect, useLayoutEffect, useRef, useState, type RefObject } from 'react';
import { RowHeights } from './row-heights';
import { useClientSize } from './use-client-size';
import {
  MAX_ELEMENT_PX,
  offsetOfPlace,
  placeAt,
  placeFor,
  scaleOf,
  type RowView,
  type ScrollPlace,
} from './scroll-place';

/** Rows drawn above and below the view, so that a turn of the wheel shows no blank. */
const OVERSCAN = 12;
/** Until the element is measured, and in the server's HTML. */
const ASSUMED_VIEWPORT_PX = 480;

type Options = {
  count: number;
  rowPx: number;
  initial: ScrollPlace;
  /** Drawn wherever it is, so that the focus on it is not lost by scrolling. */
  keepIndex: number | null;
  /** Reaching the end by hand sticks to it. */
  canFollow: boolean;
};

export type VirtualRow = { index: number; topPx: number };

/**
 * Draws only the rows in view of a list of any length. The library of that purpose takes the element's height for the
 * list's, so it ends at the browser's limit, and it lays out all rows again for each one that arrives.
 */
export function useVirtualRows({ count, rowPx, initial, keepIndex, canFollow }: Options) {
  const [scroller, setScroller] = useState<HTMLElement | null>(null);
  const [heights] = useState(() => new RowHeights(rowPx));
  const [place, setPlace] = useState(initial);
  const writtenPx = useRef(0);
  const [scrollerRef] = useState(() => (element: HTMLElement | null) => {
    setScroller(element);
    // The reader scrolled the server's HTML before this page came to life; the event of it may be gone already.
    if (!element || element.scrollTop === 0) return;
    writtenPx.current = element.scrollTop;
    const view: RowView = { heights, count, viewportPx: element.clientHeight };
    setPlace(placeAt(element.scrollTop * scaleOf(view), view));
  });
  const viewportPx = useClientSize(scroller, 'clientHeight', ASSUMED_VIEWPORT_PX);
  const rowRef = useMeasuredRows(heights);

  const view: RowView = { heights, count, viewportPx };
  const scale = scaleOf(view);
  const offsetPx = offsetOfPlace(place, view);
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
    setPlace(isDown && isNearEnd && canFollow ? { kind: 'end' } : placeAt(reachedPx, view));
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
    isAtEnd: place.kind === 'end',
    scrollTo: (index: number) => setPlace(placeFor(index, place, view)),
    /** Brings a row to the middle, wherever it is. */
    centreOn: (index: number) => setPlace({ kind: 'centre', index }),
    scrollToEnd: () => setPlace({ kind: 'end' }),
    /** Rows came, went or changed their order: what is looked at is followed to where it is now. */
    follow: (toIndex: (index: number) => number) => setPlace((current) => movePlace(current, toIndex)),
    /** Stops sticking to the end; nothing moves. */
    hold: () => setPlace((current) => (current.kind === 'end' ? placeAt(offsetPx, view) : current)),
  };
}

/** Brings the element to where the rows are; `writtenRef` says where it was brought or found last. */
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

const movePlace = (place: ScrollPlace, toIndex: (index: number) => number): ScrollPlace =>
  place.kind === 'end' ? place : { ...place, index: toIndex(place.index) };

type DrawnRange = { start: number; end: number; keepIndex: number | null; count: number };

function rowsToDraw({ start, end, keepIndex, count }: DrawnRange): number[] {
  const first = Math.max(0, start);
  const indexes = Array.from({ length: Math.max(0, end - first) }, (_, at) => first + at);
  if (keepIndex === null || keepIndex >= count || (keepIndex >= first && keepIndex < end)) return indexes;
  return keepIndex < first ? [keepIndex, ...indexes] : [...indexes, keepIndex];
}

/** A ref for every row (which says its `data-index`): its height is taken over as soon as it is known to differ. */
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
