import Link from 'next/link';
import { cn } from '@/components/ui/cn';
import { NameText } from '@/components/ui/name-text';
import { RelativeTime } from '@/components/ui/relative-time';
import type { TableColumn } from '@/components/ui/table';
import { ToneBadge } from '@/components/ui/tone-badge';
import { isTelling, rateTexts, streakText } from '@/lib/analysis/jobs/job-words';
import type { JobSummary } from '@/lib/analysis/jobs/schema';
import { formatCount } from '@/lib/format/number';
import { markedText, nameInText } from '@/lib/format/invisible';
import { runListCodec } from '@/lib/runs/run-filter-codec';
import { runPath } from '@/lib/runs/run-path';
import { RUN_STATUS_LOOK } from '@/lib/runs/status-look';
import { formatUsualDuration } from '@/lib/runs/usual-duration';
import { NextRun } from './next-run';
import { RunBars } from './run-bars';

/** One grid for headings, rows and skeleton. Narrower than 56rem a job is a card of four lines. */
export const JOB_ROW_GRID = [
  'flex flex-wrap items-center gap-x-3 gap-y-1 px-4 py-2',
  '@4xl:grid @4xl:gap-x-3 @4xl:py-1',
  '@4xl:grid-cols-[minmax(9rem,1.4fr)_9rem_12rem_6.5rem_minmax(8rem,1.6fr)_minmax(8rem,1.2fr)]',
  '@6xl:grid-cols-[minmax(10rem,1.4fr)_10rem_12rem_7rem_5rem_4rem_minmax(10rem,1.8fr)_minmax(10rem,1.3fr)]',
].join(' ');

const WIDE_ONLY = '@max-6xl:hidden';
/** Begins a line of a card. */
const OWN_LINE = 'min-w-0 @max-4xl:basis-full';

const COLUMNS: readonly TableColumn<JobSummary>[] = [
  { label: 'Job', cellClass: 'min-w-0 @max-4xl:grow', isRowHeading: true, cell: (job) => <JobName job={job} /> },
  { label: 'Last run', cell: (job) => <LastRun job={job} /> },
  {
    label: 'Last 30 runs',
    headingClass: 'text-right',
    cellClass: 'min-w-0 @max-4xl:grow',
    cell: (job) => <RunBars runs={job.recentRuns} />,
  },
  { label: 'Succeeded', className: 'text-right', cell: (job) => <Rate job={job} /> },
  {
    label: 'Usual time',
    className: `text-right ${WIDE_ONLY}`,
    cell: ({ usualDuration }) => (
      <span className="font-mono">{usualDuration ? formatUsualDuration(usualDuration) : '–'}</span>
    ),
  },
  {
    label: 'Failing',
    className: `text-right ${WIDE_ONLY}`,
    title: ({ failingDevices }) =>
      `Devices that failed or were unreachable in the last run that ended: ${failingDevices}`,
    cell: ({ failingDevices }) => <FailingDevices count={failingDevices} />,
  },
  { label: 'Last failure', cellClass: OWN_LINE, cell: (job) => <LastFailure job={job} /> },
  { label: 'Next run', cellClass: OWN_LINE, cell: ({ schedule }) => <NextRun schedule={schedule} /> },
];

export const JOB_COLUMNS = COLUMNS.map((column) => ({ ...column, className: `p-0 ${column.className ?? ''}` }));

function JobName({ job: { jobId, name, type } }: { job: JobSummary }) {
  return (
    <>
      <Link
        href={`/runs${runListCodec.format({ job: [jobId] })}`}
        data-row-link
        prefetch={false}
        title={nameInText(name)}
        className="block scroll-mt-32 truncate rounded-sm font-medium"
      >
        <NameText name={name} />
      </Link>
      <p className="truncate text-xs text-muted" title={nameInText(type)}>
        <NameText name={type} />
      </p>
    </>
  );
}

function LastRun({ job: { lastRun, streak } }: { job: JobSummary }) {
  const { label, shape, tone } = RUN_STATUS_LOOK[lastRun.status];
  return (
    <>
      <p className="flex items-center gap-1.5 whitespace-nowrap">
        <ToneBadge tone={tone} shape={shape}>
          {label}
        </ToneBadge>
        <span className="text-xs text-muted tabular-nums">
          <RelativeTime time={lastRun.startedAt} />
        </span>
      </p>
      <p className="truncate text-xs text-muted">{streakText(streak)}</p>
    </>
  );
}

function Rate({ job: { successRate } }: { job: JobSummary }) {
  const { rate, proof } = rateTexts(successRate);
  return (
    <span title={proof} className={cn('tabular-nums', !isTelling(successRate) && 'text-faint')}>
      {rate}
      <span className="sr-only">, {proof}</span>
      <span aria-hidden className="block text-xs text-muted">
        of {successRate.total}
        {successRate.partial > 0 && `, ${successRate.partial} partial`}
      </span>
    </span>
  );
}

const FailingDevices = ({ count }: { count: number }) =>
  count === 0 ? (
    <span className="text-faint">0</span>
  ) : (
    <span className="font-mono text-status-bad">{formatCount(count)}</span>
  );

function LastFailure({ job: { lastFailure } }: { job: JobSummary }) {
  if (!lastFailure) return <span className="text-faint">none</span>;
  const { runId, number, startedAt, cause, status } = lastFailure;
  return (
    <>
      <Link
        href={runPath(runId)}
        prefetch={false}
        className="block truncate rounded-sm"
        title={cause ? markedText(cause) : undefined}
      >
        {cause ?? RUN_STATUS_LOOK[status].label}
      </Link>
      <p className="truncate text-xs text-muted">
        #{number}, <RelativeTime time={startedAt} />
      </p>
    </>
  );
}
