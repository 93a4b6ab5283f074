'use client';

import { useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import type { useVirtualRows } from '@/components/ui/use-virtual-rows';
import type { LineView } from '@/lib/reading/lines/line-filter-codec';
import { totalOf } from '@/lib/reading/lines/line-window';
import { lineOptions } from '@/lib/reading/lines/query-options';
import type { Line } from '@/lib/store/chunks/line';
import type { ShownLines } from './find-index';
import type { LogMoves, LogStep } from './log-hand';
import { useLineReader } from './use-line-reader';
import type { ReadLine } from './use-log-lines';

type MovesOptions = {
  lines: ShownLines;
  read: ReadLine;
  virtual: Pick<ReturnType<typeof useVirtualRows>, 'firstIndex' | 'endIndex' | 'scrollTo'>;
  activeIndex: number | null;
  setActiveIndex: (index: number) => void;
  view: LineView;
  setView: (view: LineView, history: 'push' | 'replace') => void;
};

/** Moves the cursor through the log; while a line is open, the line under the cursor becomes the open one. */
export function useLogMoves({
  lines,
  read,
  virtual,
  activeIndex,
  setActiveIndex,
  view,
  setView,
}: MovesOptions): LogMoves {
  const client = useQueryClient();
  const [notice, say] = useState('');
  const { lineAt, readLines, keepLine } = useLineReader(lines, read);
  const { runId } = lines.source;
  const isLineOpen = view.line !== undefined;

  const open = (line: Line) => {
    // Folds and stretches belong to the list, not to the line, so they are left out here.
    client.setQueryData(lineOptions(runId, line.seq).queryKey, { ...line, repeats: undefined, stretch: undefined });
    setView({ ...view, line: line.seq }, isLineOpen ? 'replace' : 'push');
  };

  const goTo = (index: number, known?: Line) => {
    setActiveIndex(index);
    virtual.scrollTo(index);
    if (known) keepLine({ index, line: known });
  };

  const openAt = (index: number, line = lineAt(index)): ReturnType<LogStep> => {
    if (line) return open(line);
    return readLines([index]).then(([found]) => (found ? (log) => log.moves.open(found) : null));
  };

  const moveTo: LogMoves['moveTo'] = (index, known) => {
    const total = totalOf(lines.window);
    if (total === 0) return;
    const target = Math.max(0, Math.min(total - 1, index));
    say('');
    goTo(target, known);
    if (isLineOpen) return openAt(target, known);
  };

  const moveBy = (step: number) => {
    const start = step > 0 ? virtual.firstIndex : virtual.endIndex - 1;
    return moveTo(activeIndex === null ? start : activeIndex + step);
  };

  return {
    notice,
    say,
    open,
    goTo,
    moveTo,
    moveBy,
    lineAt,
    readLines,
    hasCursor: activeIndex !== null,
    findCurrent: async () => (await readLines([activeIndex ?? virtual.firstIndex]))[0],
    openActive: () => (activeIndex === null ? undefined : openAt(activeIndex)),
  };
}
