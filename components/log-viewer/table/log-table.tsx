'use client';

import type { KeyboardEvent, RefObject } from 'react';
import { cn } from '@/components/ui/cn';
import { useTimeZone } from '@/components/ui/use-time-zone';
import type { useVirtualRows } from '@/components/ui/use-virtual-rows';
import { formatDate, formatZone } from '@/lib/format/date-time';
import type { Line } from '@/lib/store/chunks/line';
import { isInRange, type LineRange } from '@/lib/reading/lines/line-range';
import type { RunDetail } from '@/lib/runs/schema';
import { GapRow } from './gap-row';
import { missingAfterSeq, undeliveredCount } from './gap-rows';
import { LOG_ROW_GRID, LogRow, PlaceholderRow } from './log-row';
import { StretchBreak } from './stretch-break';
import { useCopiedRows } from './use-copied-rows';
import type { ReadLine } from '../list/use-log-lines';
import { usePointedLines } from './use-pointed-lines';
import { useTimeColumn } from './use-time-column';
import type { ViewPrefs } from '../list/use-view-prefs';

type Virtual = ReturnType<typeof useVirtualRows>;

type LogTableProps = {
  gridRef: RefObject<HTMLDivElement | null>;
  scrollerRef: Virtual['scrollerRef'];
  rowRef: Virtual['rowRef'];
  run: RunDetail;
  total: number;
  virtual: Omit<Virtual, 'scrollerRef' | 'rowRef'>;
  read: ReadLine;
  activeIndex: number | null;
  openSeq: number | undefined;
  prefs: ViewPrefs;
  highlighter: RegExp | null;
  range: LineRange | null;
  /** Seqs of lines that were found but whose hits the highlighter cannot mark. */
  foundSeqs: ReadonlySet<number>;
  onOpen: (line: Line) => void;
  onPick: (seq: number, isExtending: boolean) => void;
  onKeyDown: (event: KeyboardEvent) => void;
  onHold: () => void;
};

export function LogTable({ gridRef, scrollerRef, total, virtual, onKeyDown, onHold, ...rows }: LogTableProps) {
  useCopiedRows(gridRef);
  const times = useTimeColumn({
    indexes: virtual.rows.map(({ index }) => index),
    read: rows.read,
    mode: rows.prefs.timeMode,
    runStartMs: Date.parse(rows.run.startedAt),
  });
  return (
    <div
      ref={gridRef}
      role="grid"
      aria-label="Log lines"
      aria-rowcount={total}
      aria-readonly
      onKeyDown={onKeyDown}
      className={cn('@container flex min-h-0 min-w-0 grow flex-col bg-surface', times.className)}
    >
      <HeaderRow timeMode={rows.prefs.timeMode} runStart={rows.run.startedAt} />
      <div
        ref={scrollerRef}
        role="rowgroup"
        onScroll={virtual.handleScroll}
        onWheel={(event) => event.deltaY < 0 && onHold()}
        onPointerDown={onHold}
        className="relative min-h-0 grow overflow-x-hidden overflow-y-scroll overscroll-contain [overflow-anchor:none]"
      >
        <div role="presentation" style={{ height: virtual.elementPx }} />
        <DrawnRows virtual={virtual} times={times} {...rows} />
      </div>
    </div>
  );
}

const HEADINGS = ['Line', 'Time', 'Level', 'Component', 'Device', 'Message'] as const;
const WIDE_ONLY: Readonly<Record<string, string>> = {
  Line: 'hidden text-right @2xl:block',
  Component: 'hidden @4xl:block',
  Device: 'hidden @2xl:block',
};

type HeaderRowProps = { timeMode: ViewPrefs['timeMode']; runStart: string };

/** Headings of the time column: a clock names its zone and, on hover, its day, both as they were when the run began. */
function HeaderRow({ timeMode, runStart }: HeaderRowProps) {
  const zone = useTimeZone();
  const startMs = Date.parse(runStart);
  const zoneName = timeMode === 'absolute' ? ` ${formatZone(startMs, zone)}` : '';
  const day = timeMode === 'absolute' ? `Where no date is told it is ${formatDate(startMs, zone)}` : undefined;
  return (
    <div role="rowgroup" className="border-b border-line bg-panel text-xs text-muted">
      <div role="row" className={cn(LOG_ROW_GRID, 'py-1')}>
        {HEADINGS.map((heading) => (
          <span
            key={heading}
            role="columnheader"
            title={heading === 'Time' ? day : undefined}
            className={WIDE_ONLY[heading]}
          >
            {heading === 'Level' ? <span className="sr-only">Level</span> : heading}
            {heading === 'Time' && zoneName}
          </span>
        ))}
      </div>
    </div>
  );
}

type DrawnRowsProps = Omit<LogTableProps, 'gridRef' | 'scrollerRef' | 'total' | 'onKeyDown' | 'onHold'> & {
  times: ReturnType<typeof useTimeColumn>;
};

function DrawnRows({
  run,
  virtual,
  rowRef,
  read,
  times,
  activeIndex,
  openSeq,
  prefs,
  highlighter,
  ...rows
}: DrawnRowsProps) {
  const { marked, point } = usePointedLines(virtual.rows.flatMap(({ index }) => read(index) ?? []));
  const missing = missingAfterSeq(run.gaps);
  const undelivered = run.finishedAt ? undeliveredCount(run) : 0;
  return virtual.rows.map(({ index, topPx }) => {
    const line = read(index);
    return (
      <div
        key={index}
        ref={rowRef}
        role="presentation"
        data-index={index}
        onPointerLeave={() => point(null)}
        style={{ top: topPx }}
        className="absolute inset-x-0"
      >
        {index > 0 && line?.stretch?.isFirst && <StretchBreak />}
        {line?.seq === 1 && <Gap count={missing.get(0)} />}
        {line ? (
          <LogRow
            line={line}
            timeText={times.textOf(index)}
            zone={times.zone}
            highlighter={highlighter}
            isActive={index === activeIndex}
            isTabStop={index === (activeIndex ?? virtual.firstIndex)}
            isOpen={line.seq === openSeq}
            isWrapped={prefs.isWrapped}
            isSelected={isInRange(rows.range, line.seq)}
            isPointed={marked.has(line.seq)}
            isFound={rows.foundSeqs.has(line.seq)}
            onOpen={rows.onOpen}
            onPick={rows.onPick}
            onPoint={point}
          />
        ) : (
          <PlaceholderRow />
        )}
        {line && <Gap count={missing.get(line.seq)} />}
        {line?.seq === run.lineCount && <Gap count={undelivered} />}
      </div>
    );
  });
}

const Gap = ({ count = 0 }: { count?: number }) => count > 0 && <GapRow count={count} />;
