'use client';

import { useState } from 'react';
import { Button } from '@/components/ui/button';
import { cn } from '@/components/ui/cn';
import { NameText } from '@/components/ui/name-text';
import { Table, type TableColumn } from '@/components/ui/table';
import { ToneBadge } from '@/components/ui/tone-badge';
import { useTimeZone } from '@/components/ui/use-time-zone';
import { formatBeside, formatZone } from '@/lib/format/date-time';
import { formatDuration } from '@/lib/format/duration';
import { nameInText } from '@/lib/format/invisible';
import { formatCount } from '@/lib/format/number';
import { DEVICE_STATUS_LOOK } from '@/lib/runs/status-look';
import type { DeviceLane, RunTimeline } from '@/lib/analysis/timeline/schema';
import { canChoose, type LaneChoice } from './lane-choice';
import { errorCountOf, laneDuration } from './lane-facts';
import type { LaneGroup } from './map-rows';
import { buildCells, cellText } from './phase-cells';

/** Nobody reads a table of 5,000 rows; the search finds the others. */
const ROWS_AT_ONCE = 100;

type DeviceTableProps = {
  timeline: RunTimeline;
  groups: readonly LaneGroup[];
  nowMs: number;
  chosen: readonly string[];
  onChoose: (choice: LaneChoice, isAdding: boolean) => void;
};

/** What the lanes show, in words and numbers, in the same order. */
export function DeviceTable({ timeline, groups, nowMs, chosen, onChoose }: DeviceTableProps) {
  const zone = useTimeZone();
  const [limit, setLimit] = useState(ROWS_AT_ONCE);
  const lanes = groups.flatMap((group) => group.lanes.flatMap((at) => timeline.devices[at] ?? []));
  return (
    <div className="min-h-0 overflow-auto" tabIndex={0} role="region" aria-label="Table of devices">
      <Table
        label={`Devices in the order of the lanes, ${formatCount(lanes.length)} in all`}
        columns={deviceLaneColumns({ timeline, nowMs, chosen, zone, onChoose })}
        rows={lanes.slice(0, limit)}
        keyOf={({ device }) => device}
        classes={{
          head: 'sticky top-0 bg-panel',
          headRow: 'border-b-0',
          row: ({ device }) => (chosen.includes(device) ? 'bg-selected' : 'hover:bg-hover'),
        }}
      />
      {lanes.length > limit && (
        <Button size="sm" variant="ghost" className="m-1" onClick={() => setLimit(limit + ROWS_AT_ONCE)}>
          {formatCount(Math.min(ROWS_AT_ONCE, lanes.length - limit))} more of {formatCount(lanes.length - limit)}
        </Button>
      )}
    </div>
  );
}

type ColumnOptions = Omit<DeviceTableProps, 'groups'> & { zone: string };

function deviceLaneColumns(options: ColumnOptions): TableColumn<DeviceLane>[] {
  const { timeline, nowMs, chosen, zone, onChoose } = options;
  const zeroMs = Date.parse(timeline.startedAt);
  const columns: TableColumn<DeviceLane>[] = [
    {
      label: 'Device',
      cellClass: 'font-mono whitespace-nowrap',
      isRowHeading: true,
      cell: ({ device }) => <DeviceButton device={device} isChosen={chosen.includes(device)} onChoose={onChoose} />,
    },
    { label: 'Result', cell: ({ status }) => <DeviceResult status={status} /> },
    { label: 'Site', cellClass: 'text-muted', cell: ({ site }) => <NameText name={site ?? ''} /> },
    {
      label: `Start ${formatZone(zeroMs, zone)}`,
      cellClass: 'font-mono whitespace-nowrap',
      cell: ({ startMs }) => (startMs === null ? '–' : formatBeside(zeroMs + startMs, zeroMs, zone)),
    },
    {
      label: 'Duration',
      cellClass: 'font-mono whitespace-nowrap',
      cell: (lane) => durationText(laneDuration(lane, nowMs)),
    },
    { label: 'Phases', cellClass: 'text-muted', cell: (lane) => phasesText(lane, timeline.phases, nowMs) || '–' },
    {
      label: 'Errors',
      className: 'text-right',
      cellClass: 'font-mono',
      cell: (lane) => formatCount(errorCountOf(lane)),
    },
  ];
  return columns.map((column) => ({
    ...column,
    headingClass: 'font-normal whitespace-nowrap',
    cellClass: cn('py-0.5', column.cellClass),
  }));
}

type DeviceButtonProps = Pick<DeviceTableProps, 'onChoose'> & { device: string; isChosen: boolean };

const DeviceButton = ({ device, isChosen, onChoose }: DeviceButtonProps) => (
  <button
    type="button"
    aria-pressed={isChosen}
    disabled={!canChoose(device)}
    onClick={(event) => onChoose({ device: [device] }, event.shiftKey)}
    className="hover:underline"
  >
    <NameText name={device} />
  </button>
);

function DeviceResult({ status }: Pick<DeviceLane, 'status'>) {
  const { label, shape, tone } = DEVICE_STATUS_LOOK[status];
  return (
    <ToneBadge tone={tone} shape={shape} hasGround={false}>
      {label}
    </ToneBadge>
  );
}

const durationText = (ms: number | null): string => (ms === null ? '–' : formatDuration(ms));

const phasesText = (lane: DeviceLane, phases: readonly string[], nowMs: number): string =>
  buildCells(lane, phases.length, nowMs)
    .flatMap((cell, at) => (cell ? [`${nameInText(phases[at] ?? '')} ${cellText(cell)}`] : []))
    .join('; ');
