'use client';

import { useRef } from 'react';
import type { RunSummary } from '@/lib/runs/schema';
import { ROW_GRID, RUN_COLUMNS } from './run-columns';
import { RunRow } from './run-row';
import { useRowKeys } from './use-row-keys';

/** A table in every width: the roles are said aloud because browsers forget them where CSS changes `display`. */
export function RunTable({ runs, isDimmed }: { runs: readonly RunSummary[]; isDimmed: boolean }) {
  const body = useRef<HTMLTableSectionElement>(null);
  useRowKeys(body);
  return (
    <table role="table" aria-label="Runs" aria-busy={isDimmed} className="block">
      <thead role="rowgroup" className="sr-only md:not-sr-only md:block">
        <tr role="row" className={`${ROW_GRID} h-8 border-b border-line text-left text-xs text-muted`}>
          {RUN_COLUMNS.map(({ label, className }) => (
            <th key={label} role="columnheader" scope="col" className={`font-medium ${className}`}>
              {label}
            </th>
          ))}
        </tr>
      </thead>
      <tbody role="rowgroup" ref={body} className={isDimmed ? 'block opacity-60' : 'block'}>
        {runs.map((run) => (
          <RunRow key={run.runId} run={run} />
        ))}
      </tbody>
    </table>
  );
}
