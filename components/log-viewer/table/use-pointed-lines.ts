'use client';

import { useEffect, useSyncExternalStore } from 'react';
import { readPointed, setPointed, subscribePointed, type Pointed } from '@/components/ui/pointed';
import type { Line } from '@/lib/store/chunks/line';
import { pointedSeqs } from './pointed-lines';

/** The point that this pane set last; a page has one log. */
let own: Pointed = null;

/** Links the log with the other panes: it tells them what is pointed at here, and marks what is pointed at there. */
export function usePointedLines(drawn: readonly Line[]) {
  const readKey = () => (readPointed() === own ? '' : pointedSeqs(drawn, readPointed()).join());
  const key = useSyncExternalStore(subscribePointed, readKey, () => '');
  const marked = new Set(key === '' ? [] : key.split(',').map(Number));

  const point = (line: Line | null) => {
    const pointed = line && { timeMs: Date.parse(line.time), name: line.device };
    own = pointed;
    setPointed(pointed);
    // An equal one that was there before stays, and is as good as ours.
    own = readPointed();
  };
  // A log that is unmounted clears its point.
  useEffect(
    () => () => {
      if (own !== null && readPointed() === own) setPointed(null);
    },
    [],
  );
  return { marked, point };
}
