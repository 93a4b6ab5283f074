'use client';

import { useLayoutEffect, useState } from 'react';
import { flushSync } from 'react-dom';
import type { LineView } from '@/lib/reading/lines/line-filter-codec';
import type { LineRange } from '@/lib/reading/lines/line-range';
import type { Line } from '@/lib/store/chunks/line';
import type { CopyForm } from './copy-forms';
import { Turns, type Step } from './turns';

/** A step of the log, as its parts carry it out. */
type Done = ReturnType<Step<LogHand>>;

/** What the keys and buttons of the log do; each of them takes its turn. */
export type LogHand = {
  moves: LogMoves;
  errors: Readonly<Record<'toFirst' | 'toNext' | 'toPrevious', () => Done>>;
  find: { step: (step: FindStep) => Done };
  selection: Selection;
  view: LineView;
  total: number;
  /** Follows the newest lines, where more are to come. */
  goLive: () => void;
};

export type LogMoves = {
  notice: string;
  say: (notice: string) => void;
  open: (line: Line) => void;
  /** `known` is the line there, when its page may not be loaded yet. */
  goTo: (index: number, known?: Line) => void;
  /** As `goTo`, within the log; the open line goes along, and the notice of the last step goes. */
  moveTo: (index: number, known?: Line) => Done;
  moveBy: (step: number) => Done;
  lineAt: (index: number) => Line | undefined;
  readLines: (indexes: readonly number[]) => Promise<(Line | undefined)[]>;
  hasCursor: boolean;
  /** The line under the cursor, or the first in view. */
  findCurrent: () => Promise<Line | undefined>;
  openActive: () => Done;
};

export type LineRangeState = {
  range: LineRange | null;
  /** A click on a line's number: starts a range, or ends the one that was started. */
  pick: (seq: number, isExtending: boolean) => void;
  /** Moves the cursor by one line, and the range's end with it. */
  extendBy: (step: 1 | -1) => Done;
  extendTo: (index: number, here: Line, next: Line) => void;
  clear: () => void;
};

export type Selection = LineRangeState & {
  count: number | undefined;
  copy: (form: CopyForm) => Done;
  copyLine: (form: CopyForm, line: Line) => void;
  copyLink: () => Done;
};

export type FindStep = 1 | -1;
export type LogStep = Step<LogHand>;
export type LogTurns = Turns<LogHand>;

export function useLogTurns(): { turns: LogTurns; isLate: boolean } {
  const [isLate, setIsLate] = useState(false);
  const [turns] = useState(
    () =>
      new Turns<LogHand>({
        commit: flushSync,
        onError: ({ moves }, error) =>
          moves.say(error instanceof Error ? error.message : 'The answer could not be read'),
        onLate: setIsLate,
      }),
  );
  return { turns, isLate };
}

/** Gives the turns what this list of lines can do, as it was drawn last. */
export function useServedHand(turns: LogTurns, hand: LogHand): void {
  useLayoutEffect(() => turns.serve(hand));
  useLayoutEffect(() => () => turns.leave(), [turns]);
}
