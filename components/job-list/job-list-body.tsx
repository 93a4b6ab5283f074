'use client';

import { useRef } from 'react';
import { Button } from '@/components/ui/button';
import { EmptyState } from '@/components/ui/empty-state';
import { NothingReceived } from '@/components/ui/nothing-received';
import { Table } from '@/components/ui/table';
import { useNow } from '@/components/ui/use-now';
import { useRowKeys } from '@/components/ui/use-row-keys';
import type { JobPage, JobSummary } from '@/lib/analysis/jobs/schema';
import { sortByUrgency } from '@/lib/analysis/jobs/sort-jobs';
import { formatQuantity } from '@/lib/format/number';
import { MINUTE_MS } from '@/lib/format/time-units';
import { JOB_COLUMNS, JOB_ROW_GRID } from './job-columns';
import { JobRowsSkeleton } from './job-list-skeleton';

type JobListBodyProps = {
  page: JobPage | undefined;
  error: Error | null;
  /** True while the rows of the earlier filter are shown and the new ones load. */
  isPrevious: boolean;
  isFiltered: boolean;
  onRetry: () => void;
  onClear: () => void;
};

/** The jobs, or the reason why there are none. */
export function JobListBody({ page, error, isPrevious, isFiltered, onRetry, onClear }: JobListBodyProps) {
  const now = useNow(MINUTE_MS);
  if (error && (!page || isPrevious)) {
    return (
      <EmptyState role="alert" title="The jobs cannot be shown" action={<Button onClick={onRetry}>Try again</Button>}>
        {error.message} They are asked for again every few seconds.
      </EmptyState>
    );
  }
  if (!page || (isPrevious && page.jobs.length === 0)) return <JobRowsSkeleton />;
  if (page.jobs.length === 0) return isFiltered ? <NoJobsMatch onClear={onClear} /> : <NothingReceived />;
  return (
    <>
      <JobTable jobs={now === null ? page.jobs : sortByUrgency(page.jobs, now)} isDimmed={isPrevious} />
      {page.nextCursor !== null && (
        <p className="px-4 py-3 text-muted">
          These are the {formatQuantity(page.jobs.length, 'job')} that started last; search for others.
        </p>
      )}
    </>
  );
}

const NoJobsMatch = ({ onClear }: { onClear: () => void }) => (
  <EmptyState
    role="status"
    title="No job’s last run fits the filters"
    action={
      <Button variant="primary" onClick={onClear}>
        Clear all filters
      </Button>
    }
  />
);

function JobTable({ jobs, isDimmed }: { jobs: readonly JobSummary[]; isDimmed: boolean }) {
  const body = useRef<HTMLTableSectionElement>(null);
  useRowKeys(body);
  return (
    <Table
      label="Jobs"
      columns={JOB_COLUMNS}
      rows={jobs}
      keyOf={({ jobId }) => jobId}
      classes={{
        table: 'block text-sm',
        head: 'sr-only @4xl:not-sr-only @4xl:block',
        headRow: `${JOB_ROW_GRID} h-8 text-xs`,
        body: isDimmed ? 'block opacity-60' : 'block',
        row: `${JOB_ROW_GRID} border-b border-line hover:bg-hover has-[[data-row-link]:focus-visible]:bg-selected @4xl:min-h-12`,
      }}
      bodyRef={body}
      isBusy={isDimmed}
    />
  );
}
