import Link from 'next/link';
import { NameText } from '@/components/ui/name-text';
import type { TableColumn } from '@/components/ui/table';
import { describeTime } from '@/lib/analysis/compare/difference-text';
import type { DeviceChange } from '@/lib/analysis/compare/schema';
import { formatDuration } from '@/lib/format/duration';
import { lineViewCodec } from '@/lib/reading/lines/line-filter-codec';
import { runPath } from '@/lib/runs/run-path';
import { WIDE_COLUMN } from './compared-row';
import { Difference } from './difference';
import { PhaseDifferences } from './phase-differences';
import { ResultChange } from './result-change';

const TIME_CLASS = 'text-right font-mono whitespace-nowrap';

/** `nowId` is the run that the devices' lines are shown in. */
export const deviceColumns = (phases: readonly string[], nowId: string): TableColumn<DeviceChange>[] => [
  {
    label: 'Device',
    className: 'px-3',
    isRowHeading: true,
    cell: (row) => (
      <>
        <DeviceName row={row} nowId={nowId} />
        {row.site && <NameText name={row.site} className="ml-1.5 text-muted" />}
        <div className="mt-0.5 md:hidden">
          <PhaseDifferences row={row} phases={phases} />
        </div>
      </>
    ),
  },
  { label: 'Result', cell: ({ before, now }) => <ResultChange before={before} now={now} /> },
  {
    label: 'Before',
    className: `text-right ${WIDE_COLUMN}`,
    cellClass: TIME_CLASS,
    cell: ({ beforeMs }) => timeText(beforeMs),
  },
  {
    label: 'Now',
    className: `text-right ${WIDE_COLUMN}`,
    cellClass: TIME_CLASS,
    cell: ({ nowMs }) => timeText(nowMs),
  },
  { label: 'Difference', className: 'text-right', cell: (row) => <TimeDifference row={row} /> },
  {
    label: 'Phases, difference in time',
    className: `px-3 ${WIDE_COLUMN}`,
    cell: (row) => <PhaseDifferences row={row} phases={phases} />,
  },
];

/** A device without lines in this run is no link. */
const DeviceName = ({ row: { device, now }, nowId }: { row: DeviceChange; nowId: string }) =>
  now === null ? (
    <NameText name={device} className="font-mono" />
  ) : (
    <Link
      href={runPath(nowId, lineViewCodec.format({ device: [device] }))}
      prefetch={false}
      className="font-mono break-all text-accent underline"
      title="Its lines in this run"
    >
      <NameText name={device} />
    </Link>
  );

const TimeDifference = ({ row: { beforeMs, nowMs, change } }: { row: DeviceChange }) =>
  beforeMs !== null && nowMs !== null ? (
    <Difference
      difference={describeTime(nowMs - beforeMs)}
      isWeak={change !== 'slower' && change !== 'faster'}
      isBad={change === 'slower'}
      hasWord={change === 'slower' || change === 'faster'}
    />
  ) : (
    <span className="text-muted">–</span>
  );

const timeText = (ms: number | null): string => (ms === null ? '–' : formatDuration(ms));
