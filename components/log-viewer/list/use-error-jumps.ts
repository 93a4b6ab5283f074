'use client';

import { useQueryClient } from '@tanstack/react-query';
import { formatCount } from '@/lib/format/number';
import { fetchNearestError } from '@/lib/reading/lines/query-options';
import { findIndex, type ShownLines } from './find-index';
import type { LogHand, LogMoves } from './log-hand';
import type { Outcome } from './turns';

/** Jumps to the next, previous and first error. The server looks them up, so the lines between need not be loaded. */
export function useErrorJumps(lines: ShownLines, moves: LogMoves) {
  const client = useQueryClient();

  const jump = async (from: number, order: 'asc' | 'desc'): Promise<Outcome<LogHand>> => {
    const line = await fetchNearestError(lines.source, { from, order });
    if (!line) return (log) => log.moves.say(order === 'asc' ? 'No further error' : 'No earlier error');
    const { index, isMatch } = await findIndex(client, lines, line.seq);
    if (isMatch) return (log) => log.moves.moveTo(index, line);
    return (log) => log.moves.say(`The error in line ${formatCount(line.seq)} is hidden by the level filter`);
  };

  return {
    toFirst: () => jump(1, 'asc'),
    toNext: async () => {
      const line = await moves.findCurrent();
      // A folded line stands for lines up to another one.
      const { seq = 0, lastSeq = seq } = { seq: line?.seq, ...line?.repeats };
      return jump(moves.hasCursor ? lastSeq + 1 : seq, 'asc');
    },
    toPrevious: async () => jump(((await moves.findCurrent())?.seq ?? 0) - 1, 'desc'),
  };
}
