'use client';

import { ClockAlert, Flag, Hourglass } from 'lucide-react';
import { memo, type MouseEvent } from 'react';
import { cn } from '@/components/ui/cn';
import { NameText } from '@/components/ui/name-text';
import { Shape } from '@/components/ui/shape';
import { TONE_CLASSES } from '@/components/ui/tone';
import { formatDuration } from '@/lib/format/duration';
import { markedText, nameInText } from '@/lib/format/invisible';
import { DEVICE_STATUS_LOOK } from '@/lib/runs/status-look';
import type { DeviceLane } from '@/lib/analysis/timeline/schema';
import { ErrorBadge } from './error-badge';
import { canChoose, type LaneChoice } from './lane-choice';
import { clockText, errorCountOf, isLaggard, laneDuration } from './lane-facts';
import { SITE_PX, type MapLayout } from './map-layout';
import { buildCells } from './phase-cells';
import { PhaseCellButton } from './phase-cell-button';

export type DeviceRowProps = {
  lane: DeviceLane;
  phases: readonly string[];
  layout: MapLayout;
  /**
   * The present time for devices at work; null for the others, so that the clock redraws only rows of devices at work.
   */
  nowMs: number | null;
  isChosen: boolean;
  chosenPhases: ReadonlySet<string>;
  /** True for the device that ended last and so ended the run. */
  isLast: boolean;
  firstErrorSeq: number | null;
  tabColumn: number | null;
  onChoose: (choice: LaneChoice, isAdding: boolean) => void;
  onOpenLine: (seq: number) => void;
};

/** A device's label: what became of it, its phases in cells, and its errors. */
export const DeviceRow = memo(function DeviceRow(props: DeviceRowProps) {
  const { lane, phases, layout, nowMs, isChosen, isLast, firstErrorSeq, tabColumn, onChoose, onOpenLine } = props;
  const { device, site } = lane;
  const atMs = nowMs ?? lane.endMs ?? 0;
  const isSlow = nowMs !== null && isLaggard(lane, nowMs);
  const cells = buildCells(lane, layout.cellCount, atMs);
  const handleChoose = (event: MouseEvent) => onChoose({ device: [device] }, event.shiftKey);
  return (
    <>
      <button
        type="button"
        data-column={0}
        tabIndex={tabColumn === 0 ? 0 : -1}
        aria-pressed={isChosen}
        disabled={!canChoose(device)}
        title={titleOf(lane, atMs, { isLast, isSlow })}
        onClick={handleChoose}
        className="flex h-6 min-w-0 grow items-center gap-1.5 pr-1 pl-3 text-left text-xs outline-offset-[-2px]"
      >
        <NameWithSigns lane={lane} isNarrow={layout.isNarrow} isLast={isLast} isSlow={isSlow} />
      </button>
      {!layout.isNarrow && (
        <span
          style={{ width: SITE_PX }}
          className="shrink-0 truncate pr-1 text-xs leading-6 text-muted"
          title={nameInText(site ?? '')}
        >
          <NameText name={site ?? ''} />
        </span>
      )}
      {cells.map((cell, at) => (
        <PhaseCellButton
          key={at}
          cell={cell}
          device={device}
          phase={phases[at] ?? ''}
          column={at + 1}
          isTabStop={tabColumn === at + 1}
          isChosen={isChosen && props.chosenPhases.has(phases[at] ?? '')}
          onChoose={onChoose}
        />
      ))}
      <ErrorBadge
        count={errorCountOf(lane)}
        name={device}
        firstSeq={firstErrorSeq}
        column={cells.length + 1}
        isTabStop={tabColumn === cells.length + 1}
        isNarrow={layout.isNarrow}
        onOpenLine={onOpenLine}
      />
    </>
  );
});

type NameWithSignsProps = { lane: DeviceLane; isNarrow: boolean; isLast: boolean; isSlow: boolean };

function NameWithSigns({ lane, isNarrow, isLast, isSlow }: NameWithSignsProps) {
  const look = DEVICE_STATUS_LOOK[lane.status];
  const clock = clockText(lane);
  return (
    <>
      <Shape name={look.shape} className={cn('size-3.5', TONE_CLASSES[look.tone].text)} />
      <span className="sr-only">{look.label}</span>
      <NameText name={lane.device} className="min-w-0 truncate font-mono" />
      {clock && <ClockAlert aria-hidden className="size-3 shrink-0 text-status-warn" />}
      {clock && <span className={cn('shrink-0 text-status-warn', isNarrow && 'sr-only')}>{clock}</span>}
      {isLast && <Flag aria-hidden className="size-3 shrink-0 text-accent" />}
      {isLast && <span className="sr-only">ended the run</span>}
      {isSlow && <Hourglass aria-hidden className="size-3 shrink-0 text-status-warn" />}
      {isSlow && <span className="sr-only">slower than usual</span>}
    </>
  );
}

function titleOf(lane: DeviceLane, atMs: number, { isLast, isSlow }: { isLast: boolean; isSlow: boolean }): string {
  const took = laneDuration(lane, atMs);
  const usual = isSlow && lane.usualMs !== null ? `, usually ${formatDuration(lane.usualMs)}` : '';
  const facts = [DEVICE_STATUS_LOOK[lane.status].label, took === null ? '' : `${formatDuration(took)}${usual}`];
  return [
    nameInText(lane.device),
    facts.filter(Boolean).join(', '),
    markedText(lane.cause ?? ''),
    clockText(lane) ?? '',
    isLast ? 'Ended last, and so ended the run' : '',
  ]
    .filter((line) => line !== '')
    .join('\n');
}
