import type { ReactNode } from 'react';
import { Table, type TableColumn } from '@/components/ui/table';
import { ToneBadge } from '@/components/ui/tone-badge';
import { describeCount, describeTime } from '@/lib/analysis/compare/difference-text';
import type { RunComparison } from '@/lib/analysis/compare/schema';
import { formatDuration } from '@/lib/format/duration';
import { formatCount } from '@/lib/format/number';
import { LEVELS } from '@/lib/store/chunks/level';
import { runDuration } from '@/lib/runs/run-duration';
import type { RunSummary } from '@/lib/runs/schema';
import { isBadDeviceStatus } from '@/lib/runs/status';
import { DEVICE_STATUS_LOOK, DEVICE_STATUSES_WORST_FIRST, RUN_STATUS_LOOK } from '@/lib/runs/status-look';
import { Difference } from './difference';
import { RunTime } from './run-time';
import { Section } from './section';

type Fact = { name: string; before: ReactNode; now: ReactNode; difference: ReactNode };

const COLUMNS: readonly TableColumn<Fact>[] = [
  { label: 'Fact', className: 'px-3', cellClass: 'text-muted', isRowHeading: true, cell: ({ name }) => name },
  { label: 'Before', className: 'text-right', cellClass: 'font-mono', cell: ({ before }) => before },
  { label: 'Now', className: 'text-right', cellClass: 'font-mono', cell: ({ now }) => now },
  { label: 'Difference', className: 'text-right', cell: ({ difference }) => difference },
];

/** The numbers of both runs; rows that neither has are left out. */
export function FactTable({ comparison }: { comparison: RunComparison }) {
  return (
    <Section id="facts" title="Facts">
      <Table
        label="Facts of both runs"
        columns={COLUMNS}
        rows={factsOf(comparison)}
        keyOf={({ name }) => name}
        classes={{ table: 'md:max-w-3xl', row: 'border-b border-line last:border-b-0' }}
      />
    </Section>
  );
}

function factsOf({ before, now, difference }: RunComparison): Fact[] {
  const { durationMs } = difference;
  const count = (name: string, counts: { before: number; now: number }, isBad: boolean): Fact[] =>
    counts.before === 0 && counts.now === 0
      ? []
      : [
          {
            name,
            before: formatCount(counts.before),
            now: formatCount(counts.now),
            difference: (
              <Difference
                difference={describeCount(counts.now - counts.before)}
                isBad={isBad && counts.now > counts.before}
                hasWord
              />
            ),
          },
        ];
  return [
    { name: 'Status', before: <Status run={before} />, now: <Status run={now} />, difference: null },
    {
      name: 'Started',
      before: <RunTime time={before.startedAt} />,
      now: <RunTime time={now.startedAt} />,
      difference: null,
    },
    {
      name: 'Duration',
      before: durationText(before),
      now: durationText(now),
      difference: durationMs !== null && <Difference difference={describeTime(durationMs)} hasWord />,
    },
    ...count('Lines', { before: before.lineCount, now: now.lineCount }, false),
    ...[...LEVELS].reverse().flatMap((level) => {
      const isBad = level !== 'DEBUG' && level !== 'INFO';
      return count(`${level} lines`, { before: before.levelCounts[level], now: now.levelCounts[level] }, isBad);
    }),
    ...DEVICE_STATUSES_WORST_FIRST.flatMap((status) =>
      count(
        `Devices ${DEVICE_STATUS_LOOK[status].label.toLowerCase()}`,
        { before: before.deviceCounts[status], now: now.deviceCounts[status] },
        isBadDeviceStatus(status),
      ),
    ),
  ];
}

function Status({ run }: { run: RunSummary }) {
  const { label, shape, tone } = RUN_STATUS_LOOK[run.status];
  return (
    <ToneBadge tone={tone} shape={shape} hasGround={false} className="font-sans">
      {label}
    </ToneBadge>
  );
}

function durationText(run: RunSummary): string {
  const duration = runDuration(run, null);
  if (!duration) return '–';
  return `${duration.kind === 'at-least' ? 'at least ' : ''}${formatDuration(duration.durationMs)}`;
}
