import { describe, expect, it } from 'vitest';
import { hitLane, type HitContext } from './hit-test';
import { buildLaneIndex } from './lane-index';
import { groupLanes, type MapRow } from './map-rows';
import { testLane, testTimeline } from './testing/test-timeline';
import { buildTimeAxis } from './time-axis';

const timeline = testTimeline({
  durationMs: 1000,
  phases: ['connect', 'fetch'],
  devices: [
    testLane('a', {
      status: 'failed',
      phases: [
        [0, 100, 200, 'succeeded'],
        [1, 200, 200, 'failed'],
      ],
    }),
    testLane('b', {}),
  ],
  marks: [
    { lane: 0, component: 0, ms: 300, level: 'WARNING', seq: 3, count: 1 },
    { lane: 0, component: -1, ms: 302, level: 'ERROR', seq: 4, count: 2 },
    { lane: 0, component: 0, ms: 900, level: 'ERROR', seq: 9, count: 1 },
  ],
  stalls: [{ lane: 0, startMs: 120, endMs: 160 }],
});
const context: HitContext = {
  axis: buildTimeAxis({ startMs: 0, endMs: 1000, widthPx: 1000, idle: [] }),
  timeline,
  index: buildLaneIndex(timeline),
  nowMs: 1000,
};
const deviceRow = (lane: number): MapRow => ({ kind: 'device', key: `${lane}`, lane });

describe('hitLane', () => {
  it('prefers the worst mark in reach to the nearest', () => {
    expect(hitLane(deviceRow(0), 300, context)).toMatchObject({ kind: 'mark', mark: { seq: 4 } });
    expect(hitLane(deviceRow(0), 298, context)).toMatchObject({ kind: 'mark', mark: { seq: 3 } });
    expect(hitLane(deviceRow(0), 320, context)).toEqual({ kind: 'lane' });
  });

  it('finds stalls and phases, also one that took no time', () => {
    expect(hitLane(deviceRow(0), 140, context)).toMatchObject({ kind: 'stall', stall: { endMs: 160 } });
    expect(hitLane(deviceRow(0), 180, context)).toMatchObject({ kind: 'phase', phase: { phase: 0 } });
    expect(hitLane(deviceRow(0), 201, context)).toMatchObject({ kind: 'phase', phase: { phase: 1, status: 'failed' } });
    expect(hitLane(deviceRow(1), 180, context)).toEqual({ kind: 'lane' });
  });

  it('finds marks of components, and of the devices of a folded group', () => {
    expect(hitLane({ kind: 'component', key: 'c', lane: 0 }, 302, context)).toMatchObject({ mark: { seq: 3 } });
    const [group] = groupLanes(timeline, { group: 'result', sort: 'name', search: '' });
    if (!group) throw new Error('no group');
    expect(hitLane({ kind: 'group', key: 'g', group, isOpen: false }, 901, context)).toMatchObject({
      mark: { seq: 9 },
    });
    expect(hitLane({ kind: 'group', key: 'g', group, isOpen: true }, 901, context)).toEqual({ kind: 'lane' });
  });

  it('finds folds, and no mark that is not shown', () => {
    const idle = [{ startMs: 400, endMs: 800 }];
    const axis = buildTimeAxis({ startMs: 0, endMs: 1000, widthPx: 648, idle });
    expect(hitLane(deviceRow(1), 410, { ...context, axis })).toMatchObject({ kind: 'fold', fold: { startMs: 400 } });
    const zoomed = buildTimeAxis({ startMs: 400, endMs: 800, widthPx: 648, idle: [] });
    expect(hitLane(deviceRow(0), 0, { ...context, axis: zoomed })).toEqual({ kind: 'lane' });
  });
});
