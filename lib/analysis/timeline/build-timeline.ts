import { levelName } from '@/lib/store/chunks/level';
import type { TimelineAxis } from './axis';
import {
  buildComponentLanes,
  buildLevelHistogram,
  type ComponentBucket,
  type ComponentTotal,
  type LevelBucket,
} from './component-lanes';
import { findIdle } from './idle';
import type { DeviceLane, Mark, RunTimeline, Span } from './schema';

/** What was read of a run's lines, times in milliseconds of the timeline. */
export type LineParts = {
  components: readonly ComponentTotal[];
  componentBuckets: readonly ComponentBucket[];
  buckets: readonly LevelBucket[];
  /** The worst marks first. */
  marks: readonly FoundMark[];
  stalls: readonly (Span & { device: string })[];
  lastSeq: number;
};

export type TimelineParts = LineParts & {
  axis: TimelineAxis;
  phases: string[];
  devices: DeviceLane[];
  isOpen: boolean;
};

/** `total` is how many there are, the same of each. */
export type FoundMark = {
  device: string;
  component: string;
  ms: number;
  level: number;
  seq: number;
  count: number;
  total: number;
};

/** Puts the parts together: names become indexes, and pauses are found. */
export function buildTimeline(parts: TimelineParts): RunTimeline {
  const { axis, devices, components, buckets } = parts;
  const lanes = new Map(devices.map(({ device }, index) => [device, index]));
  const componentIndexes = new Map(components.map(({ component }, index) => [component, index]));
  const marks = parts.marks.map((found): Mark => {
    const level = levelName(found.level);
    return {
      lane: lanes.get(found.device) ?? -1,
      component: componentIndexes.get(found.component) ?? -1,
      ms: Math.round(found.ms),
      level: level === 'ERROR' || level === 'CRITICAL' ? level : 'WARNING',
      seq: found.seq,
      count: found.count,
    };
  });
  return {
    startedAt: new Date(axis.startMs).toISOString(),
    durationMs: axis.durationMs,
    phases: parts.phases,
    devices,
    components: buildComponentLanes(components, parts.componentBuckets),
    marks,
    markCount: parts.marks[0]?.total ?? 0,
    histogram: { bucketMs: axis.bucketMs, counts: buildLevelHistogram(buckets, axis.bucketCount) },
    idle: findIdle({ durationMs: axis.durationMs, busy: busySpans(buckets), borders: bordersOf(devices) }),
    stalls: parts.stalls.map(({ device, startMs, endMs }) => ({
      startMs: Math.round(startMs),
      endMs: Math.round(endMs),
      lane: lanes.get(device) ?? -1,
    })),
    lastDevice: parts.isOpen ? null : lastEnded(devices),
    lastSeq: parts.lastSeq,
  };
}

/**
 * Spans from the first to the last line of each bucket; pauses inside a bucket are far shorter than an idle stretch.
 */
const busySpans = (buckets: readonly LevelBucket[]): Span[] =>
  buckets.map(({ fromMs, toMs }) => ({ startMs: Math.round(fromMs), endMs: Math.round(toMs) }));

const bordersOf = (devices: readonly DeviceLane[]): number[] =>
  devices
    .flatMap(({ startMs, endMs, phases }) => [startMs, endMs, ...phases.flatMap(([, from, to]) => [from, to])])
    .filter((time) => time !== null);

function lastEnded(devices: readonly DeviceLane[]): number | null {
  let last: { index: number; endMs: number } | null = null;
  for (const [index, { endMs }] of devices.entries()) {
    if (endMs !== null && (last === null || endMs > last.endMs)) last = { index, endMs };
  }
  return last?.index ?? null;
}
