'use client';

import { useEffect, useSyncExternalStore } from 'react';
import { readPointed, setPointed, subscribePointed, type Pointed } from '@/components/ui/pointed';
import type { Line } from '@/lib/store/chunks/line';
import { pointedSeqs } from './pointed-lines';

/** What this pane told; there is one log on a page. */
let own: Pointed = null;

/** Both ways between the log and the other panes: what is pointed at here is told, what is pointed at there is marked. */
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
  // A log that goes away points at nothing any more.
  useEffect(
    () => () => {
      if (own !== null && readPointed() === own) setPointed(null);
    },
    [],
  );
  return { marked, point };
}
