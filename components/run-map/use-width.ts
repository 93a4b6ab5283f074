'use client';

import { useLayoutEffect, useState } from 'react';

/** A ref, and the inner width in pixels of the element that it was given; 0 until it is known, and while hidden. */
export function useWidth(): [ref: (element: HTMLElement | null) => void, widthPx: number] {
  const [element, setElement] = useState<HTMLElement | null>(null);
  const [widthPx, setWidthPx] = useState(0);
  useLayoutEffect(() => {
    if (!element) return;
    const observer = new ResizeObserver(() => setWidthPx(element.clientWidth));
    observer.observe(element);
    return () => observer.disconnect();
  }, [element]);
  return [setElement, widthPx];
}
