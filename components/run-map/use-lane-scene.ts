'use client';

import { useMemo } from 'react';
import type { LineView } from '@/lib/reading/lines/line-filter-codec';
import type { RunTimeline, Span } from '@/lib/analysis/timeline/schema';
import type { LaneScene } from './lane-scene';
import { buildLaneIndex } from './lane-index';
import { buildPhaseLoads } from './phase-load';
import { buildTimeAxis } from './time-axis';
import type { MapClock } from './map-clock';
import type { LaneKind } from './use-map-prefs';

type SceneOptions = {
  timeline: RunTimeline;
  clock: MapClock;
  view: LineView;
  shown: Span;
  opened: ReadonlySet<number>;
  lanePx: number;
  lanes: LaneKind;
};

/** The data that lanes are drawn from; each part is computed again only when its source has changed. */
export function useLaneScene({ timeline, clock, view, shown, opened, lanePx, lanes }: SceneOptions): LaneScene {
  const { startMs, endMs } = shown;
  const axis = useMemo(
    () => buildTimeAxis({ startMs, endMs, widthPx: lanePx, idle: timeline.idle, opened }),
    [startMs, endMs, lanePx, timeline.idle, opened],
  );
  const { marks, stalls } = timeline;
  const index = useMemo(() => buildLaneIndex({ marks, stalls }), [marks, stalls]);
  const loads = useMemo(
    () => (lanes === 'phase' ? buildPhaseLoads(timeline, timeline.durationMs) : []),
    [lanes, timeline],
  );
  const chosenDevices = useMemo(() => new Set(view.device), [view.device]);
  const chosenPhases = useMemo(() => new Set(view.phase), [view.phase]);
  const { nowMs, isRunOpen, expectedEndMs } = clock;
  return useMemo(
    () => ({ axis, timeline, index, loads, nowMs, isRunOpen, expectedEndMs, chosenDevices, chosenPhases }),
    [axis, timeline, index, loads, nowMs, isRunOpen, expectedEndMs, chosenDevices, chosenPhases],
  );
}
