'use client';

import { createContext, use, useCallback, useSyncExternalStore } from 'react';

/** When the server wrote the page, in milliseconds; the browser's first render uses it as the present time. */
export const PageTimeContext = createContext<number | null>(null);

const listeners = new Set<() => void>();
let timer: ReturnType<typeof setInterval> | undefined;

/** One timer for the whole page, however many times are shown. */
function subscribe(listener: () => void): () => void {
  listeners.add(listener);
  timer ??= setInterval(() => listeners.forEach((notify) => notify()), 1000);
  return () => {
    listeners.delete(listener);
    if (listeners.size > 0) return;
    clearInterval(timer);
    timer = undefined;
  };
}

/**
 * The time in milliseconds, in steps of `stepMs` (1,000 or more). On the server and while hydrating it is the page's, so
 * that the first render is the same on both sides and nothing changes its size after it; null outside of a page.
 */
export function useNow(stepMs: number): number | null {
  const pageTime = use(PageTimeContext);
  const read = useCallback(() => floorTo(stepMs, Date.now()), [stepMs]);
  const readPage = () => (pageTime === null ? null : floorTo(stepMs, pageTime));
  return useSyncExternalStore<number | null>(subscribe, read, readPage);
}

const floorTo = (stepMs: number, timeMs: number): number => Math.floor(timeMs / stepMs) * stepMs;
