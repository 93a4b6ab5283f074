'use client';

import { cn } from '@/components/ui/cn';
import { TONE_CLASSES } from '@/components/ui/tone';
import type { LaneScene } from './lane-scene';
import { DeviceRow } from './device-row';
import { GroupRow } from './group-row';
import type { LaneChoice } from './lane-choice';
import { phaseTone } from './lane-colours';
import { errorCountOf, isAtWork, laneLineCount } from './lane-facts';
import { firstErrorSeq } from './lane-index';
import type { MapLayout } from './map-layout';
import type { MapRow } from './map-rows';
import { PlainRow } from './plain-row';

export type RowActions = {
  onToggle: (key: string, isOpen: boolean) => void;
  onChoose: (choice: LaneChoice, isAdding: boolean) => void;
  onOpenLine: (seq: number) => void;
};

type LaneRowProps = {
  row: MapRow;
  at: number;
  count: number;
  topPx: number;
  scene: LaneScene;
  layout: MapLayout;
  chosenComponents: ReadonlySet<string>;
  tabColumn: number | null;
  actions: RowActions;
};

/** One row: its label at the left, and the ground on which the canvas draws its lane. */
export function LaneRow(props: LaneRowProps) {
  const { row, at, count, topPx, layout } = props;
  return (
    <div
      role="listitem"
      aria-posinset={at + 1}
      aria-setsize={count}
      data-row={at}
      style={{ top: topPx }}
      className={cn(
        'group/row absolute inset-x-0 flex h-6 hover:bg-hover',
        row.kind === 'group' && 'bg-panel',
        isRowChosen(props) && 'bg-selected hover:bg-selected',
      )}
    >
      <div className="flex min-w-0 shrink-0" style={{ width: layout.labelPx }}>
        <RowLabel {...props} />
      </div>
    </div>
  );
}

function isRowChosen({ row, scene, chosenComponents }: LaneRowProps): boolean {
  const { timeline, chosenDevices, chosenPhases } = scene;
  switch (row.kind) {
    case 'device':
      return chosenDevices.has(timeline.devices[row.lane]?.device ?? '');
    case 'component':
      return chosenComponents.has(timeline.components[row.lane]?.component ?? '');
    case 'phase':
      return chosenPhases.has(timeline.phases[row.lane] ?? '');
    case 'group':
      return false;
    default:
      return row satisfies never;
  }
}

function RowLabel(props: LaneRowProps) {
  const { row, scene, layout, tabColumn, actions } = props;
  const { timeline, index, loads, nowMs, chosenPhases } = scene;
  const common = { tabColumn, onChoose: actions.onChoose };
  const isChosen = isRowChosen(props);
  if (row.kind === 'group') {
    const names = row.group.lanes.flatMap((at) => timeline.devices[at]?.device ?? []);
    return <GroupRow {...common} group={row.group} names={names} isOpen={row.isOpen} onToggle={actions.onToggle} />;
  }
  if (row.kind === 'device') {
    const lane = timeline.devices[row.lane];
    if (!lane) return null;
    return (
      <DeviceRow
        {...common}
        lane={lane}
        phases={timeline.phases}
        layout={layout}
        nowMs={isAtWork(lane) ? nowMs : null}
        isChosen={isChosen}
        chosenPhases={chosenPhases}
        isLast={row.lane === timeline.lastDevice}
        firstErrorSeq={firstErrorSeq(index.marksOfDevice.get(row.lane))}
        onOpenLine={actions.onOpenLine}
      />
    );
  }
  const component = row.kind === 'component' ? timeline.components[row.lane] : undefined;
  const load = row.kind === 'phase' ? loads[row.lane] : undefined;
  return (
    <PlainRow
      {...common}
      kind={row.kind}
      name={component?.component ?? (row.kind === 'phase' ? (timeline.phases[row.lane] ?? '') : '')}
      count={component ? laneLineCount(component) : (load?.deviceCount ?? 0)}
      badCount={component ? errorCountOf(component) : (load?.failedCount ?? 0)}
      ground={row.kind === 'phase' ? phaseTone(row.lane).ground : TONE_CLASSES['status-idle'].ground}
      isChosen={isChosen}
      isNarrow={layout.isNarrow}
      firstErrorSeq={component ? firstErrorSeq(index.marksOfComponent.get(row.lane)) : null}
      onOpenLine={actions.onOpenLine}
    />
  );
}
