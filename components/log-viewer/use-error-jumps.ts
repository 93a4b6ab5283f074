'use client';

import { useQueryClient } from '@tanstack/react-query';
import { formatCount } from '@/lib/format/number';
import { fetchNearestError } from '@/lib/reading/lines/query-options';
import { findIndex, type ShownLines } from './find-index';
import type { LogMoves } from './use-log-moves';

/** Jumps to the next, previous and first error. The server looks them up, so the lines between need not be loaded. */
export function useErrorJumps(lines: ShownLines, moves: LogMoves) {
  const client = useQueryClient();

  const jump = async (from: number, order: 'asc' | 'desc') => {
    const line = await fetchNearestError(lines.source, { from, order });
    if (!line) return moves.setNotice(order === 'asc' ? 'No further error' : 'No earlier error');
    const { index, isMatch } = await findIndex(client, lines, line.seq);
    if (isMatch) moves.moveTo(index, line);
    else moves.setNotice(`The error in line ${formatCount(line.seq)} is hidden by the level filter`);
  };
  const jumpOrSay = (from: number, order: 'asc' | 'desc') =>
    jump(from, order).catch((error: unknown) =>
      moves.setNotice(error instanceof Error ? error.message : 'The error could not be looked up'),
    );

  return {
    toFirst: () => jumpOrSay(1, 'asc'),
    toNext: () => jumpOrSay(moves.hasCursor ? moves.currentLastSeq() + 1 : moves.currentSeq(), 'asc'),
    toPrevious: () => jumpOrSay(moves.currentSeq() - 1, 'desc'),
  };
}
