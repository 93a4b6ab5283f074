'use client';

import { useState } from 'react';
import { Button } from '@/components/ui/button';
import { NameText } from '@/components/ui/name-text';
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
  const zeroMs = Date.parse(timeline.startedAt);
  return (
    <div className="min-h-0 overflow-auto" tabIndex={0} role="region" aria-label="Table of devices">
      <table className="w-full text-left text-xs">
        <caption className="sr-only">Devices in the order of the lanes, {formatCount(lanes.length)} in all</caption>
        <thead className="sticky top-0 bg-panel text-muted">
          <tr>
            {['Device', 'Result', 'Site', `Start ${formatZone(zeroMs, zone)}`, 'Duration', 'Phases', 'Errors'].map(
              (heading) => (
                <th key={heading} scope="col" className="px-2 py-1 font-normal whitespace-nowrap last:text-right">
                  {heading}
                </th>
              ),
            )}
          </tr>
        </thead>
        <tbody>
          {lanes.slice(0, limit).map((lane) => (
            <DeviceTableRow
              key={lane.device}
              lane={lane}
              phases={timeline.phases}
              startText={lane.startMs === null ? '–' : formatBeside(zeroMs + lane.startMs, zeroMs, zone)}
              nowMs={nowMs}
              isChosen={chosen.includes(lane.device)}
              onChoose={onChoose}
            />
          ))}
        </tbody>
      </table>
      {lanes.length > limit && (
        <Button size="sm" variant="ghost" className="m-1" onClick={() => setLimit(limit + ROWS_AT_ONCE)}>
          {formatCount(Math.min(ROWS_AT_ONCE, lanes.length - limit))} more of {formatCount(lanes.length - limit)}
        </Button>
      )}
    </div>
  );
}

type DeviceTableRowProps = {
  lane: DeviceLane;
  phases: readonly string[];
  startText: string;
  nowMs: number;
  isChosen: boolean;
  onChoose: DeviceTableProps['onChoose'];
};

function DeviceTableRow({ lane, phases, startText, nowMs, isChosen, onChoose }: DeviceTableRowProps) {
  const { label, shape, tone } = DEVICE_STATUS_LOOK[lane.status];
  const took = laneDuration(lane, nowMs);
  const phaseText = buildCells(lane, phases.length, nowMs)
    .flatMap((cell, at) => (cell ? [`${nameInText(phases[at] ?? '')} ${cellText(cell)}`] : []))
    .join('; ');
  return (
    <tr className={isChosen ? 'bg-selected' : 'hover:bg-hover'}>
      <th scope="row" className="px-2 py-0.5 font-mono font-normal whitespace-nowrap">
        <button
          type="button"
          aria-pressed={isChosen}
          disabled={!canChoose(lane.device)}
          onClick={(event) => onChoose({ device: [lane.device] }, event.shiftKey)}
          className="hover:underline"
        >
          <NameText name={lane.device} />
        </button>
      </th>
      <td className="px-2 py-0.5">
        <ToneBadge tone={tone} shape={shape} hasGround={false}>
          {label}
        </ToneBadge>
      </td>
      <td className="px-2 py-0.5 text-muted">
        <NameText name={lane.site ?? ''} />
      </td>
      <td className="px-2 py-0.5 font-mono whitespace-nowrap">{startText}</td>
      <td className="px-2 py-0.5 font-mono whitespace-nowrap">{took === null ? '–' : formatDuration(took)}</td>
      <td className="px-2 py-0.5 text-muted">{phaseText || '–'}</td>
      <td className="px-2 py-0.5 text-right font-mono">{formatCount(errorCountOf(lane))}</td>
    </tr>
  );
}
