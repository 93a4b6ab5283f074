'use client';

import type { MouseEvent } from 'react';
import { cn } from '@/components/ui/cn';
import { NameText } from '@/components/ui/name-text';
import { useTimeZone } from '@/components/ui/use-time-zone';
import { formatZone } from '@/lib/format/date-time';
import { formatDuration } from '@/lib/format/duration';
import { nameInText } from '@/lib/format/invisible';
import type { RunTimeline } from '@/lib/analysis/timeline/schema';
import { buildTicks } from './axis-ticks';
import { canChoose, type LaneChoice } from './lane-choice';
import { phaseTone } from './lane-colours';
import { LevelHistogram } from './level-histogram';
import { CELL_PX, ERROR_PX, type MapLayout } from './map-layout';
import { TimeCursor } from './time-cursor';
import { msToPx, type TimeAxis } from './time-axis';

type MapHeaderProps = {
  axis: TimeAxis;
  timeline: RunTimeline;
  layout: MapLayout;
  expectedEndMs: number | null;
  chosenPhases: ReadonlySet<string>;
  isElapsed: boolean;
  onElapsed: (isElapsed: boolean) => void;
  onChoose: (choice: LaneChoice, isAdding: boolean) => void;
  onBrush: (fromMs: number, toMs: number) => void;
  onUnfold: (startMs: number) => void;
};

/** Above the lanes: the phases as headings of their cells, the levels over time, and the axis. */
export function MapHeader(props: MapHeaderProps) {
  const { axis, timeline, layout, isElapsed, onElapsed, onBrush } = props;
  const zone = useTimeZone();
  const zeroMs = Date.parse(timeline.startedAt);
  return (
    <div className="flex h-18 shrink-0 overflow-hidden border-b border-line bg-panel [scrollbar-gutter:stable]">
      <div className="flex shrink-0 items-end pl-2" style={{ width: layout.labelPx }}>
        <button
          type="button"
          onClick={() => onElapsed(!isElapsed)}
          title={isElapsed ? 'Show times of day' : 'Show times since the start'}
          className="mb-0.5 min-w-0 grow truncate text-left text-xs text-muted hover:text-fg"
        >
          {isElapsed ? 'Since the start' : formatZone(zeroMs, zone)}
        </button>
        <PhaseHeads {...props} />
      </div>
      <div className="relative min-w-0" style={{ width: layout.lanePx }}>
        {layout.lanePx > 0 && (
          <>
            <LevelHistogram axis={axis} histogram={timeline.histogram} onBrush={onBrush} />
            <AxisTexts {...props} zone={zone} zeroMs={zeroMs} />
            <TimeCursor axis={axis} zeroMs={zeroMs} />
          </>
        )}
      </div>
    </div>
  );
}

function PhaseHeads({ timeline, layout, chosenPhases, onChoose }: MapHeaderProps) {
  if (layout.cellCount === 0) return null;
  return (
    <div role="group" aria-label="Phases" className="flex shrink-0" style={{ marginRight: ERROR_PX }}>
      {timeline.phases.slice(0, layout.cellCount).map((phase, at) => (
        <button
          key={phase}
          type="button"
          aria-pressed={chosenPhases.has(phase)}
          disabled={!canChoose(phase)}
          title={nameInText(phase)}
          onClick={(event: MouseEvent) => onChoose({ phase: [phase] }, event.shiftKey)}
          style={{ width: CELL_PX }}
          className="flex h-18 flex-col items-center justify-end gap-0.5 pb-1 outline-offset-[-2px] hover:bg-hover aria-pressed:bg-selected"
        >
          <span className="max-h-15 rotate-180 truncate text-[0.625rem] tracking-tighter leading-none text-muted [writing-mode:vertical-rl]">
            <NameText name={phase} />
          </span>
          <span aria-hidden className={cn('h-1 w-3 shrink-0', phaseTone(at).ground)} />
        </button>
      ))}
    </div>
  );
}

type AxisTextsProps = MapHeaderProps & { zone: string; zeroMs: number };

function AxisTexts({ axis, expectedEndMs, isElapsed, onUnfold, zone, zeroMs }: AxisTextsProps) {
  const ticks = buildTicks(axis, { zeroMs, zone, mode: isElapsed ? 'elapsed' : 'clock' });
  const folds = axis.parts.filter((part) => part.isFold);
  const hasExpectedEnd = expectedEndMs !== null && expectedEndMs > axis.startMs && expectedEndMs <= axis.endMs;
  return (
    <div className="relative h-6 border-t border-line">
      {ticks.map(({ ms, px, text }) => (
        <span
          key={ms}
          className="absolute top-0 border-l border-line-strong pt-1 pl-1 font-mono text-[0.6875rem] leading-tight whitespace-nowrap text-muted"
          style={{ left: px }}
        >
          {text}
        </span>
      ))}
      {hasExpectedEnd && (
        <span
          className="absolute top-0.5 -translate-x-full bg-panel px-1 text-[0.6875rem] leading-tight whitespace-nowrap text-muted"
          style={{ left: msToPx(axis, expectedEndMs) }}
        >
          expected end
        </span>
      )}
      {folds.map(({ startMs, endMs, startPx, endPx }) => (
        <button
          key={startMs}
          type="button"
          title={`Nothing happened for ${formatDuration(endMs - startMs)}: show it in full`}
          onClick={() => onUnfold(startMs)}
          style={{ left: startPx, width: endPx - startPx }}
          className="absolute inset-y-0 overflow-hidden bg-panel text-[0.625rem] leading-[1.05] text-muted outline-offset-[-2px] hover:bg-hover hover:text-fg"
        >
          idle {formatDuration(endMs - startMs)}
        </button>
      ))}
    </div>
  );
}
