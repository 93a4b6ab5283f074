'use client';

import { useMemo } from 'react';
import type { useVirtualRows } from '@/components/ui/use-virtual-rows';
import { buildHighlighter } from '@/lib/reading/lines/highlight';
import { isInRange } from '@/lib/reading/lines/line-range';
import type { Line } from '@/lib/store/chunks/line';
import { useFoundSeqs } from '../find/use-found-seqs';
import { useLogList } from '../list/log-list';
import { openLine } from '../list/move-steps';
import { pickLine, selectedRange } from '../selection/range-steps';
import { GapRow } from './gap-row';
import { missingAfterSeq, undeliveredCount } from './gap-rows';
import { LogRow } from './log-row';
import { PlaceholderRow } from './placeholder-row';
import { StretchBreak } from './stretch-break';
import { usePointedLines } from './use-pointed-lines';
import type { useTimeColumn } from './use-time-column';

type DrawnRowsProps = {
  rowRef: ReturnType<typeof useVirtualRows>['rowRef'];
  times: ReturnType<typeof useTimeColumn>;
};

/** The rows in view, with what was not delivered between them. */
export function DrawnRows({ rowRef, times }: DrawnRowsProps) {
  const { run, rows, lineAt } = useLogList();
  const drawn = rows.rows.map((row) => ({ ...row, line: lineAt(row.index) }));
  const rowPropsOf = useRowProps(
    drawn.flatMap(({ line }) => line ?? []),
    times.zone,
  );
  const missing = missingAfterSeq(run.gaps);
  const undelivered = run.finishedAt ? undeliveredCount(run) : 0;
  return drawn.map(({ index, topPx, line }) => (
    <div
      key={index}
      ref={rowRef}
      role="presentation"
      data-index={index}
      onPointerLeave={() => rowPropsOf.point(null)}
      style={{ top: topPx }}
      className="absolute inset-x-0"
    >
      {index > 0 && line?.stretch?.isFirst && <StretchBreak />}
      {line?.seq === 1 && <Gap count={missing.get(0)} />}
      {line ? <LogRow timeText={times.textOf(index)} {...rowPropsOf.line(line, index)} /> : <PlaceholderRow />}
      {line && <Gap count={missing.get(line.seq)} />}
      {line?.seq === run.lineCount && <Gap count={undelivered} />}
    </div>
  ));
}

/** What all rows share, and what tells one line from the others. */
function useRowProps(drawn: readonly Line[], zone: string) {
  const list = useLogList();
  const { view, prefs, state, rows, turns } = list;
  const { marked, point } = usePointedLines(drawn);
  const foundSeqs = useFoundSeqs(list);
  const range = selectedRange(list);
  const highlighter = useMemo(() => buildHighlighter(view.q, view.case === '1'), [view.q, view.case]);
  const shared = {
    ...{ zone, highlighter, isWrapped: prefs.isWrapped, onPoint: point },
    // A click is meant for what is shown now, not for what the keys before it lead to.
    onOpen: (line: Line) => turns.interrupt(() => openLine(list, line)),
    onPick: (seq: number, isExtending: boolean) => turns.interrupt(() => pickLine(list, seq, isExtending)),
  };
  return {
    point,
    line: (line: Line, index: number) => ({
      ...shared,
      line,
      isActive: index === state.cursor,
      isTabStop: index === (state.cursor ?? rows.firstIndex),
      isOpen: line.seq === view.line,
      isSelected: isInRange(range, line.seq),
      isPointed: marked.has(line.seq),
      isFound: foundSeqs.has(line.seq),
    }),
  };
}

const Gap = ({ count = 0 }: { count?: number }) => count > 0 && <GapRow count={count} />;
