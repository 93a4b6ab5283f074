'use client';

import type { KeyboardEvent, RefObject } from 'react';
import { cn } from '@/components/ui/cn';
import type { useVirtualRows } from '@/components/ui/use-virtual-rows';
import { gridStep } from '../list/grid-step';
import { useLogList } from '../list/log-list';
import { DrawnRows } from './drawn-rows';
import { HeaderRow } from './header-row';
import { useCopiedRows } from './use-copied-rows';
import { useTimeColumn } from './use-time-column';

type Virtual = ReturnType<typeof useVirtualRows>;

type LogTableProps = {
  gridRef: RefObject<HTMLDivElement | null>;
  scrollerRef: Virtual['scrollerRef'];
  rowRef: Virtual['rowRef'];
};

export function LogTable({ gridRef, scrollerRef, rowRef }: LogTableProps) {
  const { run, prefs, live, rows, lineAt, turns } = useLogList();
  useCopiedRows(gridRef);
  const times = useTimeColumn({
    indexes: rows.rows.map(({ index }) => index),
    read: lineAt,
    mode: prefs.timeMode,
    runStartMs: Date.parse(run.startedAt),
  });
  const handleKeyDown = (event: KeyboardEvent) => {
    const step = gridStep(event);
    if (!step) return;
    event.preventDefault();
    turns.take(step);
  };
  return (
    <div
      ref={gridRef}
      role="grid"
      aria-label="Log lines"
      aria-rowcount={live.total}
      aria-readonly
      onKeyDown={handleKeyDown}
      className={cn('@container flex min-h-0 min-w-0 grow flex-col bg-surface', times.className)}
    >
      <HeaderRow timeMode={prefs.timeMode} runStart={run.startedAt} />
      <div
        ref={scrollerRef}
        role="rowgroup"
        onScroll={rows.handleScroll}
        onWheel={(event) => event.deltaY < 0 && rows.hold()}
        onPointerDown={rows.hold}
        className="relative min-h-0 grow overflow-x-hidden overflow-y-scroll overscroll-contain [overflow-anchor:none]"
      >
        <div role="presentation" style={{ height: rows.elementPx }} />
        <DrawnRows rowRef={rowRef} times={times} />
      </div>
    </div>
  );
}
