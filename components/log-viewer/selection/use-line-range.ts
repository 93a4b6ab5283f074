'use client';

import { useState } from 'react';
import type { LineView } from '@/lib/reading/lines/line-filter-codec';
import { formatLineRange, parseLineRange, rangeBetween } from '@/lib/reading/lines/line-range';
import type { LineRangeState, LogMoves } from '../list/log-hand';
import type { Line } from '@/lib/store/chunks/line';

type RangeOptions = {
  view: LineView;
  setView: (view: LineView, history: 'push' | 'replace') => void;
  total: number;
  moves: LogMoves;
  activeIndex: number | null;
};

/** The selected lines, kept in the address; the fixed end is where the selection began. */
export function useLineRange({ view, setView, total, moves, activeIndex }: RangeOptions): LineRangeState {
  const range = parseLineRange(view.lines);
  const [began, setBegan] = useState<number | null>(null);
  const isEnd = range !== null && (began === range.from || began === range.to);
  const anchor = isEnd ? began : (range?.from ?? null);

  const select = (from: number, to: number, change: Partial<LineView> = {}) => {
    setBegan(from);
    setView({ ...view, ...change, lines: formatLineRange(rangeBetween(from, to)) }, 'replace');
  };
  const extendTo = (index: number, here: Line, next: Line) => {
    moves.goTo(index, next);
    // While a line is open, the open line is the one under the cursor.
    select(anchor ?? here.seq, next.seq, view.line === undefined ? {} : { line: next.seq });
  };
  return {
    range,
    pick: (seq, isExtending) => select(isExtending && anchor !== null ? anchor : seq, seq),
    extendTo,
    extendBy: (step) => {
      if (activeIndex === null) return moves.moveBy(step);
      const index = activeIndex + step;
      if (index < 0 || index >= total) return;
      const [here, next] = [moves.lineAt(activeIndex), moves.lineAt(index)];
      if (here && next) return extendTo(index, here, next);
      return moves
        .readLines([activeIndex, index])
        .then(([first, second]) => (first && second ? (log) => log.selection.extendTo(index, first, second) : null));
    },
    clear: () => setView({ ...view, lines: undefined }, 'replace'),
  };
}
