'use client';

import type { KeyboardEvent, RefObject } from 'react';
import { cn } from '@/components/ui/cn';
import { useTimeZone } from '@/components/ui/use-time-zone';
import type { useVirtualRows } from '@/components/ui/use-virtual-rows';
import { formatZone } from '@/lib/format/date-time';
import type { Line } from '@/lib/lines/schema';
import { isInRange, type LineRange } from '@/lib/lines/line-range';
import type { RunDetail } from '@/lib/runs/schema';
import { GapRow } from './gap-row';
import { missingAfterSeq, undeliveredCount } from './gap-rows';
import { lineTimeText } from './line-time-text';
import { LogRow, PlaceholderRow, ROW_GRID } from './log-row';
import { StretchBreak } from './stretch-break';
import type { ReadLine } from './use-log-lines';
import { usePointedLines } from './use-pointed-lines';
import type { ViewPrefs } from './use-view-prefs';

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
  /** Lines found whose hits the highlighter cannot mark. */
  foundSeqs: ReadonlySet<number>;
  onOpen: (line: Line) => void;
  onPick: (seq: number, isExtending: boolean) => void;
  onKeyDown: (event: KeyboardEvent) => void;
  onHold: () => void;
};

export function LogTable({ gridRef, scrollerRef, total, virtual, onKeyDown, onHold, ...rows }: LogTableProps) {
  return (
    <div
      ref={gridRef}
      role="grid"
      aria-label="Log lines"
      aria-rowcount={total}
      aria-readonly
      onKeyDown={onKeyDown}
      className="@container flex min-h-0 min-w-0 grow flex-col bg-surface"
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
        <DrawnRows virtual={virtual} {...rows} />
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

/** Clock times name their zone, as it was when the run began. */
function HeaderRow({ timeMode, runStart }: HeaderRowProps) {
  const zone = useTimeZone();
  const zoneName = timeMode === 'absolute' ? ` ${formatZone(Date.parse(runStart), zone)}` : '';
  return (
    <div role="rowgroup" className="border-b border-line bg-panel text-xs text-muted">
      <div role="row" className={cn(ROW_GRID, 'py-1')}>
        {HEADINGS.map((heading) => (
          <span key={heading} role="columnheader" className={WIDE_ONLY[heading]}>
            {heading === 'Level' ? <span className="sr-only">Level</span> : heading}
            {heading === 'Time' && zoneName}
          </span>
        ))}
      </div>
    </div>
  );
}

type DrawnRowsProps = Omit<LogTableProps, 'gridRef' | 'scrollerRef' | 'total' | 'onKeyDown' | 'onHold'>;

function DrawnRows({ run, virtual, rowRef, read, activeIndex, openSeq, prefs, highlighter, ...rows }: DrawnRowsProps) {
  const zone = useTimeZone();
  const { marked, point } = usePointedLines(virtual.rows.flatMap(({ index }) => read(index) ?? []));
  const missing = missingAfterSeq(run.gaps);
  const undelivered = run.finishedAt ? undeliveredCount(run) : 0;
  const runStartMs = Date.parse(run.startedAt);
  return virtual.rows.map(({ index, topPx }) => {
    const line = read(index);
    const above = prefs.timeMode === 'delta' ? read(index - 1) : undefined;
    const previousMs = above ? Date.parse(above.time) : null;
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
            timeText={lineTimeText(Date.parse(line.time), { mode: prefs.timeMode, zone, runStartMs, previousMs })}
            zone={zone}
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
