'use client';

import { useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import type { useVirtualRows } from '@/components/ui/use-virtual-rows';
import type { LineView } from '@/lib/reading/lines/line-filter-codec';
import { totalOf } from '@/lib/reading/lines/line-window';
import { lineOptions } from '@/lib/reading/lines/query-options';
import type { Line } from '@/lib/store/chunks/line';
import type { ShownLines } from './find-index';
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

export type LogMoves = ReturnType<typeof useLogMoves>;

/** Moves the cursor through the log; while a line is open, the line under the cursor becomes the open one. */
export function useLogMoves({ lines, read, virtual, activeIndex, setActiveIndex, view, setView }: MovesOptions) {
  const client = useQueryClient();
  const [notice, setNotice] = useState('');
  const { runId } = lines.source;
  const isLineOpen = view.line !== undefined;

  const open = (line: Line) => {
    // Folds and stretches belong to the list, not to the line, so they are left out here.
    client.setQueryData(lineOptions(runId, line.seq).queryKey, { ...line, repeats: undefined, stretch: undefined });
    setView({ ...view, line: line.seq }, isLineOpen ? 'replace' : 'push');
  };

  /** `known` is the line there, when its page may not be loaded yet. */
  const moveTo = (index: number, known?: Line) => {
    const total = totalOf(lines.window);
    if (total === 0) return;
    const target = Math.max(0, Math.min(total - 1, index));
    setNotice('');
    setActiveIndex(target);
    virtual.scrollTo(target);
    const line = known ?? read(target);
    if (line && isLineOpen) open(line);
  };

  const moveBy = (step: number) => {
    const isStart = activeIndex === null;
    const start = step > 0 ? virtual.firstIndex : virtual.endIndex - 1;
    moveTo(isStart ? start : activeIndex + step);
  };

  const current = () => read(activeIndex ?? virtual.firstIndex);
  const currentSeq = () => current()?.seq ?? view.line ?? 0;
  return {
    notice,
    setNotice,
    open,
    moveTo,
    moveBy,
    currentSeq,
    /** For a folded line this is the last line that it stands for. */
    currentLastSeq: () => current()?.repeats?.lastSeq ?? currentSeq(),
    hasCursor: activeIndex !== null,
    openActive: () => {
      const line = activeIndex === null ? undefined : read(activeIndex);
      if (line) open(line);
    },
  };
}
