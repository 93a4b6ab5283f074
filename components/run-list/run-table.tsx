'use client';

import { useMemo, useRef } from 'react';
import type { JobHistory, RunSummary } from '@/lib/runs/schema';
import { RUN_ROW_GRID, RUN_COLUMNS } from './run-columns';
import { RunRow } from './run-row';
import { useRowKeys } from './use-row-keys';

type RunTableProps = { runs: readonly RunSummary[]; jobHistories: readonly JobHistory[]; isDimmed: boolean };

/** The roles are written out because browsers drop them where CSS changes `display` of a table. */
export function RunTable({ runs, jobHistories, isDimmed }: RunTableProps) {
  const body = useRef<HTMLTableSectionElement>(null);
  useRowKeys(body);
  const histories = useMemo(() => new Map(jobHistories.map((history) => [history.jobId, history])), [jobHistories]);
  return (
    <table role="table" aria-label="Runs" aria-busy={isDimmed} className="block">
      <thead role="rowgroup" className="sr-only @4xl:not-sr-only @4xl:block">
        <tr role="row" className={`${RUN_ROW_GRID} h-8 border-b border-line text-left text-xs text-muted`}>
          {RUN_COLUMNS.map(({ label, className }) => (
            <th key={label} role="columnheader" scope="col" className={`font-medium ${className}`}>
              {label}
            </th>
          ))}
        </tr>
      </thead>
      <tbody role="rowgroup" ref={body} className={isDimmed ? 'block opacity-60' : 'block'}>
        {runs.map((run) => (
          <RunRow key={run.runId} run={run} history={histories.get(run.jobId)} />
        ))}
      </tbody>
    </table>
  );
}
