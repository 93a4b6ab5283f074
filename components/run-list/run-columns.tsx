import Link from 'next/link';
import type { CSSProperties } from 'react';
import { NameText } from '@/components/ui/name-text';
import { RelativeTime } from '@/components/ui/relative-time';
import type { TableColumn } from '@/components/ui/table';
import { ToneBadge } from '@/components/ui/tone-badge';
import { markedText, nameInText } from '@/lib/format/invisible';
import { runPath } from '@/lib/runs/run-path';
import type { JobHistory, RunSummary } from '@/lib/runs/schema';
import { RUN_STATUS_LOOK } from '@/lib/runs/status-look';
import { DeviceStrip } from './device-strip';
import { JobSparkline } from './job-sparkline';
import { LevelCount } from './level-count';
import { RunDurationCell } from './run-duration-cell';

export type ListedRun = { run: RunSummary; history: JobHistory | undefined };

/** Widths in a list of 56, 72 and 90rem and more; a column begins with the first that is not null. */
type Widths = readonly [string | null, string | null, string];

/**
 * One grid for headings, rows and skeleton, so nothing moves when data arrives; it follows the width of the list, not of
 * the window, since the facets take some of it. Narrower than 56rem a row has two lines (flex; ::before breaks them): what ran,
 * then how it went.
 */
export const RUN_ROW_GRID = [
  'flex flex-wrap items-center gap-x-2 gap-y-0.5 px-4',
  'before:order-4 before:basis-full before:content-[""]',
  '@4xl:grid @4xl:before:hidden @4xl:gap-x-2 @6xl:gap-x-4',
  '@4xl:grid-cols-(--run-columns-56) @6xl:grid-cols-(--run-columns-72) @min-[90rem]:grid-cols-(--run-columns-90)',
].join(' ');
export const RUN_ROW_HEIGHT = 'min-h-15 @4xl:min-h-9';
const HIDDEN_BELOW = ['', '@max-6xl:hidden', '@max-[90rem]:hidden'] as const;

/** One empty list for all, or each refresh would be a change. */
const NO_RUNS: JobHistory['runs'] = [];

/** `order` is the place in the narrow form: 1 to 3 in its first line, 5 and more in its second. */
const COLUMNS: readonly (TableColumn<ListedRun> & { widths: Widths })[] = [
  {
    label: 'Status',
    widths: ['6.5rem', '6.5rem', '6.5rem'],
    cellClass: 'order-1 @4xl:order-none',
    cell: ({ run }) => <RunStatus run={run} />,
  },
  {
    label: 'Job',
    widths: ['minmax(8rem,2fr)', 'minmax(9rem,2fr)', 'minmax(12rem,2fr)'],
    cellClass: 'order-2 min-w-0 grow basis-24 @4xl:order-none',
    cell: ({ run }) => <RunLink run={run} />,
  },
  {
    label: 'Type',
    widths: [null, null, '8rem'],
    cellClass: 'truncate text-muted',
    title: ({ run }) => nameInText(run.jobType),
    cell: ({ run }) => <NameText name={run.jobType} />,
  },
  {
    label: 'Started',
    widths: ['7.75rem', '7.75rem', '7.75rem'],
    cellClass: 'order-3 whitespace-nowrap text-muted tabular-nums @4xl:order-none',
    cell: ({ run }) => <RelativeTime time={run.startedAt} />,
  },
  {
    label: 'Duration',
    widths: ['6.5rem', '7.5rem', '9rem'],
    headingClass: 'text-right',
    cellClass: 'order-5 min-w-17 font-mono whitespace-nowrap @4xl:order-none',
    cell: ({ run, history }) => <RunDurationCell run={run} usual={history?.usual ?? null} />,
  },
  {
    label: 'Devices',
    widths: ['minmax(7.5rem,1.5fr)', 'minmax(9rem,1.5fr)', 'minmax(11rem,1.5fr)'],
    cellClass: 'order-6 min-w-0 grow basis-12 @4xl:order-none',
    cell: ({ run }) => <DeviceStrip counts={run.deviceCounts} />,
  },
  {
    label: 'Errors',
    widths: ['3.75rem', '4rem', '4rem'],
    className: 'text-right',
    cellClass: 'order-7 @4xl:order-none',
    cell: ({ run }) => <ErrorCount run={run} />,
  },
  {
    label: 'Warnings',
    widths: ['3.75rem', '4rem', '4rem'],
    className: 'text-right',
    cellClass: 'order-8 @4xl:order-none',
    cell: ({ run }) => <LevelCount level="WARNING" count={run.levelCounts.WARNING} noun="warning" />,
  },
  {
    label: 'Last 20 runs',
    widths: ['6.5rem', '6.5rem', '6.5rem'],
    className: 'text-right',
    cellClass: 'order-9 flex justify-end @4xl:order-none',
    cell: ({ run, history }) => <JobSparkline runs={history?.runs ?? NO_RUNS} runId={run.runId} />,
  },
  {
    label: 'Trigger',
    widths: [null, '5.5rem', '6rem'],
    cellClass: 'truncate text-muted',
    title: ({ run }) => nameInText(run.trigger ?? ''),
    cell: ({ run }) => <NameText name={run.trigger ?? '–'} />,
  },
  {
    label: 'Gateway',
    widths: [null, null, '7rem'],
    cellClass: 'truncate text-muted',
    title: ({ run }) => nameInText(run.gateway ?? ''),
    cell: ({ run }) => <NameText name={run.gateway ?? '–'} />,
  },
];

export const RUN_COLUMNS: readonly TableColumn<ListedRun>[] = COLUMNS.map(({ widths, className = '', ...column }) => ({
  ...column,
  className: `p-0 ${className} ${HIDDEN_BELOW[widths.findIndex((width) => width !== null)] ?? ''}`,
}));

const gridOf = (size: 0 | 1 | 2): string => COLUMNS.flatMap(({ widths }) => widths[size] ?? []).join(' ');

/** For an element around all rows; the classes of `RUN_ROW_GRID` read it. */
export const RUN_GRID_STYLE = {
  '--run-columns-56': gridOf(0),
  '--run-columns-72': gridOf(1),
  '--run-columns-90': gridOf(2),
} as CSSProperties;

function RunStatus({ run }: { run: RunSummary }) {
  const { label, shape, tone } = RUN_STATUS_LOOK[run.status];
  return (
    <ToneBadge tone={tone} shape={shape} title={run.resultText ? markedText(run.resultText) : undefined}>
      {label}
    </ToneBadge>
  );
}

const RunLink = ({ run }: { run: RunSummary }) => (
  <Link
    href={runPath(run.runId)}
    data-row-link
    prefetch={false}
    className="flex min-w-0 scroll-mt-32 gap-1.5 rounded-sm font-medium"
  >
    <span className="truncate" title={nameInText(run.jobName)}>
      <NameText name={run.jobName} />
    </span>
    <span className="shrink-0 font-mono text-muted">#{run.number}</span>
  </Link>
);

function ErrorCount({ run }: { run: RunSummary }) {
  const { ERROR, CRITICAL } = run.levelCounts;
  return <LevelCount level={CRITICAL > 0 ? 'CRITICAL' : 'ERROR'} count={ERROR + CRITICAL} noun="error" />;
}
