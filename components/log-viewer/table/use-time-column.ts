'use client';

import { useState } from 'react';
import { useTimeZone } from '@/components/ui/use-time-zone';
import { lineTimeText } from './line-time-text';
import type { ReadLine } from '../list/use-log-lines';
import type { TimeMode } from '../list/use-view-prefs';

type TimeColumnOptions = { indexes: readonly number[]; read: ReadLine; mode: TimeMode; runStartMs: number };

/** Widths for a clock, with its offset, with its date, with both. On a phone they are below each other. */
const WIDTHS = [
  { characters: 14, className: '[--time-width:6.5rem]' },
  { characters: 18, className: '[--time-width:9rem]' },
  { characters: 23, className: '[--time-width:11rem]' },
  { characters: Infinity, className: '[--time-width:14rem]' },
] as const;

/** The times of the drawn rows, and a class for the width of their column, which only ever grows. */
export function useTimeColumn({ indexes, read, mode, runStartMs }: TimeColumnOptions) {
  const zone = useTimeZone();
  const texts = new Map<number, string>();
  for (const index of indexes) {
    const line = read(index);
    if (!line) continue;
    const above = mode === 'delta' ? read(index - 1) : undefined;
    const previousMs = above ? Date.parse(above.time) : null;
    texts.set(index, lineTimeText(Date.parse(line.time), { mode, zone, runStartMs, previousMs }));
  }
  const longest = Math.max(0, ...[...texts.values()].map((text) => text.length));
  const needed = WIDTHS.findIndex(({ characters }) => longest <= characters);
  const [seen, setSeen] = useState({ mode, width: needed });
  if (seen.mode !== mode || needed > seen.width) setSeen({ mode, width: needed });
  return { zone, textOf: (index: number): string => texts.get(index) ?? '', className: WIDTHS[seen.width]?.className };
}
