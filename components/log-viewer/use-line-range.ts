'use client';

import { useState } from 'react';
import type { LineView } from '@/lib/reading/lines/line-filter-codec';
import { formatLineRange, parseLineRange, rangeBetween, type LineRange } from '@/lib/reading/lines/line-range';
import type { ReadLine } from './use-log-lines';
import type { LogMoves } from './use-log-moves';

type RangeOptions = {
  view: LineView;
  setView: (view: LineView, history: 'push' | 'replace') => void;
  read: ReadLine;
  moves: LogMoves;
  activeIndex: number | null;
  goTo: (index: number) => void;
};

export type LineRangeState = {
  range: LineRange | null;
  /** A click on a line's number: starts a range, or ends the one that was started. */
  pick: (seq: number, isExtending: boolean) => void;
  /** Moves the cursor by one line, and the range's end with it. */
  extendBy: (step: 1 | -1) => void;
  clear: () => void;
};

/** The selected lines, kept in the address; the fixed end is where the selection began. */
export function useLineRange({ view, setView, read, moves, activeIndex, goTo }: RangeOptions): LineRangeState {
  const range = parseLineRange(view.lines);
  const [began, setBegan] = useState<number | null>(null);
  const isEnd = range !== null && (began === range.from || began === range.to);
  const anchor = isEnd ? began : (range?.from ?? null);

  const select = (from: number, to: number, change: Partial<LineView> = {}) => {
    setBegan(from);
    setView({ ...view, ...change, lines: formatLineRange(rangeBetween(from, to)) }, 'replace');
  };
  return {
    range,
    pick: (seq, isExtending) => select(isExtending && anchor !== null ? anchor : seq, seq),
    extendBy: (step) => {
      const here = activeIndex === null ? undefined : read(activeIndex);
      if (activeIndex === null || !here) return moves.moveBy(step);
      const next = read(activeIndex + step);
      if (!next) return;
      goTo(activeIndex + step);
      // While a line is open, the open line is the one under the cursor.
      select(anchor ?? here.seq, next.seq, view.line === undefined ? {} : { line: next.seq });
    },
    clear: () => setView({ ...view, lines: undefined }, 'replace'),
  };
}
