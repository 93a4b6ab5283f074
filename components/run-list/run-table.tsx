'use client';

import { useMemo, useRef, type MouseEvent } from 'react';
import { Table } from '@/components/ui/table';
import { useRowKeys } from '@/components/ui/use-row-keys';
import type { JobHistory, RunSummary } from '@/lib/runs/schema';
import { RUN_COLUMNS, RUN_GRID_STYLE, RUN_ROW_GRID, RUN_ROW_HEIGHT } from './run-columns';

type RunTableProps = { runs: readonly RunSummary[]; jobHistories: readonly JobHistory[]; isDimmed: boolean };

const ROW_CLASS = `${RUN_ROW_GRID} ${RUN_ROW_HEIGHT} cursor-pointer border-b border-line py-1 hover:bg-hover has-[[data-row-link]:focus-visible]:bg-selected`;

export function RunTable({ runs, jobHistories, isDimmed }: RunTableProps) {
  const body = useRef<HTMLTableSectionElement>(null);
  useRowKeys(body);
  const histories = useMemo(() => new Map(jobHistories.map((history) => [history.jobId, history])), [jobHistories]);
  return (
    <Table
      label="Runs"
      columns={RUN_COLUMNS}
      rows={runs.map((run) => ({ run, history: histories.get(run.jobId) }))}
      keyOf={({ run }) => run.runId}
      classes={{
        table: 'block text-sm',
        head: 'sr-only @4xl:not-sr-only @4xl:block',
        headRow: `${RUN_ROW_GRID} h-8 text-xs`,
        body: isDimmed ? 'block opacity-60' : 'block',
        row: ROW_CLASS,
      }}
      style={RUN_GRID_STYLE}
      bodyRef={body}
      onRowClick={handleRowClick}
      isBusy={isDimmed}
    />
  );
}

/** A click anywhere follows the row's link, with the keys held (new tab), unless text was being selected. */
function handleRowClick(event: MouseEvent<HTMLTableRowElement>) {
  if (event.target instanceof Element && event.target.closest('a, button')) return;
  if (window.getSelection()?.isCollapsed === false) return;
  const { ctrlKey, metaKey, shiftKey } = event;
  const click = new window.MouseEvent('click', { bubbles: true, cancelable: true, ctrlKey, metaKey, shiftKey });
  event.currentTarget.querySelector('[data-row-link]')?.dispatchEvent(click);
}
