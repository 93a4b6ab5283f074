'use client';

import { useLayoutEffect, useState } from 'react';

type Side = 'clientWidth' | 'clientHeight';

/** The inner width or height of an element in pixels, `assumedPx` until it is measured; 0 while it is hidden. */
export function useClientSize(element: HTMLElement | null, side: Side, assumedPx = 0): number {
  const [sizePx, setSizePx] = useState(assumedPx);
  useLayoutEffect(() => {
    if (!element) return;
    const observer = new ResizeObserver(() => setSizePx(element[side]));
    observer.observe(element);
    return () => observer.disconnect();
  }, [element, side]);
  return sizePx;
}
