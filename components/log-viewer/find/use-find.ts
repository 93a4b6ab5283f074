'use client';

import { useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { createWindow, totalOf } from '@/lib/reading/lines/line-window';
import { fetchLines, type LineSource } from '@/lib/reading/lines/query-options';
import type { LinePage } from '@/lib/reading/lines/schema';
import { findIndex, type ShownLines } from '../list/find-index';
import type { FindStep, LogHand, LogMoves, LogStep } from '../list/log-hand';
import type { Outcome } from '../list/turns';

export type FindOptions = {
  lines: ShownLines;
  /** The lines that the search finds among those shown; null when every line shown is a match, or nothing is searched. */
  matches: LineSource | null;
  /** The last known number of matches; undefined while they are counted. */
  matchCount: number | undefined;
  moves: LogMoves;
  activeIndex: number | null;
  activeSeq: number | null;
  edges: { firstIndex: number; endIndex: number };
};

/** Where the last step led: `at` is the seq of a match among other lines, or the index where all lines are matches. */
type FoundMatch = { at: number; index: number; total: number; note: string };
export type FindState = {
  /** `match 12 of 340`; only the total while the cursor is on no match that a step led to. */
  index: number | null;
  total: number | undefined;
  note: string;
  step: (step: FindStep) => ReturnType<LogStep>;
};

const WRAP_NOTES: Record<FindStep, string> = { 1: 'from the top', [-1]: 'from the end' };

/** Steps to the next and previous match from the cursor; at the ends it wraps around and says so. */
export function useFind(options: FindOptions): FindState {
  const { lines, matches, moves, activeIndex, activeSeq } = options;
  const [last, setLast] = useState<FoundMatch | null>(null);
  const client = useQueryClient();
  const shownTotal = totalOf(lines.window);
  const isHere = last !== null && last.at === (matches ? activeSeq : activeIndex);
  const known = matches ? options.matchCount : shownTotal;
  const total = known === undefined ? undefined : Math.max(known, last?.total ?? 0);

  const stepByLine = (step: FindStep) => {
    const from = activeIndex ?? (step === 1 ? options.edges.firstIndex - 1 : options.edges.endIndex);
    const isOver = from + step < 0 || from + step >= shownTotal;
    const index = (from + step + shownTotal) % Math.max(1, shownTotal);
    setLast({ at: index, index, total: shownTotal, note: isOver ? WRAP_NOTES[step] : '' });
    return moves.moveTo(index);
  };
  const stepToMatch = async (source: LineSource, step: FindStep): Promise<Outcome<LogHand>> => {
    const seq = (await moves.findCurrent())?.seq ?? 0;
    const from = seq + (moves.hasCursor ? step : 0);
    const { page, isOver } = await fetchNext(source, { from, step, lastSeq: lines.window.lastSeq });
    const line = page.lines[0];
    if (!line) return null;
    const [shown, found] = await Promise.all([
      findIndex(client, lines, line.seq),
      findIndex(client, { source, window: createWindow(page) }, line.seq),
    ]);
    return (log) => {
      log.moves.moveTo(shown.index, line);
      setLast({ at: line.seq, index: found.index, total: page.total, note: isOver ? WRAP_NOTES[step] : '' });
    };
  };
  const step = (wanted: FindStep) => (matches ? stepToMatch(matches, wanted) : stepByLine(wanted));

  const index = matches ? (isHere ? last.index : null) : activeIndex;
  return { index, total, note: isHere ? last.note : '', step };
}

type NextOptions = { from: number; step: FindStep; lastSeq: number };

/** The nearest match in that direction, or the first from the other end. */
async function fetchNext(source: LineSource, { from, step, lastSeq }: NextOptions) {
  const order = step === 1 ? 'asc' : 'desc';
  const ask = (seq: number): Promise<LinePage> => fetchLines(source, { from: seq, limit: 1, order });
  if (from >= 1) {
    const page = await ask(from);
    if (page.lines.length > 0 || page.total === 0) return { page, isOver: false };
  }
  return { page: await ask(step === 1 ? 1 : lastSeq), isOver: true };
}
