'use client';

import { useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import type { useVirtualRows } from '@/components/ui/use-virtual-rows';
import { formatCount } from '@/lib/format/number';
import type { LineView as LineUrlView } from '@/lib/lines/line-filter-codec';
import { totalOf } from '@/lib/lines/line-window';
import { fetchNearestError, lineOptions } from '@/lib/lines/query-options';
import type { Line } from '@/lib/lines/schema';
import { findIndex, type LineView } from './find-index';
import type { ReadLine } from './use-log-lines';

type MovesOptions = {
  lines: LineView;
  read: ReadLine;
  virtual: ReturnType<typeof useVirtualRows>;
  activeIndex: number | null;
  setActiveIndex: (index: number) => void;
  view: LineUrlView;
  setView: (view: LineUrlView, history: 'push' | 'replace') => void;
};

export type LogMoves = ReturnType<typeof useLogMoves>;

/** What moves the cursor through the log; while a line is open, the open line goes with it. */
export function useLogMoves({ lines, read, virtual, activeIndex, setActiveIndex, view, setView }: MovesOptions) {
  const client = useQueryClient();
  const [notice, setNotice] = useState('');
  const { runId } = lines.source;
  const isLineOpen = view.line !== undefined;

  const open = (line: Line) => {
    client.setQueryData(lineOptions(runId, line.seq).queryKey, line);
    setView({ ...view, line: line.seq }, isLineOpen ? 'replace' : 'push');
  };

  const moveTo = (index: number) => {
    const total = totalOf(lines.window);
    if (total === 0) return;
    const target = Math.max(0, Math.min(total - 1, index));
    setNotice('');
    setActiveIndex(target);
    virtual.scrollTo(target);
    const line = read(target);
    if (line && isLineOpen) open(line);
  };

  const moveBy = (step: number) => {
    const isStart = activeIndex === null;
    const start = step > 0 ? virtual.firstIndex : virtual.endIndex - 1;
    moveTo(isStart ? start : activeIndex + step);
  };

  const goTo = async (line: Line) => {
    const { index, isMatch } = await findIndex(client, lines, line.seq);
    if (!isMatch) return setNotice(`Line ${formatCount(line.seq)} is an error that the level filter hides`);
    moveTo(index);
    if (isLineOpen) open(line);
  };

  const goToError = async (from: number, order: 'asc' | 'desc') => {
    try {
      const line = await fetchNearestError(lines.source, { from, order });
      if (line) await goTo(line);
      else setNotice(order === 'asc' ? 'No further error' : 'No earlier error');
    } catch (error) {
      setNotice(error instanceof Error ? error.message : 'The next error could not be looked up');
    }
  };

  const currentSeq = () => read(activeIndex ?? virtual.firstIndex)?.seq ?? view.line ?? 0;
  return {
    notice,
    setNotice,
    open,
    moveTo,
    moveBy,
    currentSeq,
    openActive: () => {
      const line = activeIndex === null ? undefined : read(activeIndex);
      if (line) open(line);
    },
    goToFirstError: () => goToError(1, 'asc'),
    goToNextError: () => goToError(currentSeq() + (activeIndex === null ? 0 : 1), 'asc'),
    goToPreviousError: () => goToError(currentSeq() - 1, 'desc'),
  };
}
