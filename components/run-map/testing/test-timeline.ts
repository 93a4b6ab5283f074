import type { DeviceLane, RunTimeline } from '@/lib/analysis/timeline/schema';

/** A lane with defaults for everything that a test does not name. */
export const testLane = (device: string, facts: Partial<DeviceLane>): DeviceLane => ({
  device,
  status: 'unchanged',
  site: device.slice(0, 3),
  type: null,
  cause: null,
  clockSkewSeconds: null,
  startMs: 0,
  endMs: 100,
  phases: [],
  levelCounts: [1, 2, 3, 0, 0],
  usualMs: null,
  ...facts,
});

export const testTimeline = (facts: Partial<RunTimeline>): RunTimeline => ({
  startedAt: '2026-11-22T02:14:00.000Z',
  durationMs: 100,
  phases: [],
  devices: [],
  components: [],
  marks: [],
  markCount: 0,
  histogram: { bucketMs: 1, counts: [] },
  idle: [],
  stalls: [],
  lastDevice: null,
  lastSeq: 0,
  ...facts,
});
