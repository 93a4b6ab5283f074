import { describe, expect, it } from 'vitest';
import { buildDeviceRows, buildPlainRows, followRow, groupLanes, type MapRow } from './map-rows';
import { testLane, testTimeline } from './testing/test-timeline';

const devices = [
  testLane('ber-rt-10', { endMs: 90 }),
  testLane('ber-rt-9', { startMs: 20, endMs: 100 }),
  testLane('fra-sw-12', { status: 'failed', levelCounts: [0, 0, 0, 31, 1] }),
  testLane('fra-sw-2', { status: 'unreachable', levelCounts: [0, 0, 0, 2, 0] }),
  testLane('muc-sw-1', { status: 'changed', type: 'switch' }),
];
const timeline = testTimeline({ devices, phases: ['connect', 'fetch'] });
const arranged = { group: 'result', sort: 'name', search: '' } as const;
const names = (lanes: readonly number[] | undefined) => lanes?.map((at) => devices[at]?.device);
const keys = (rows: readonly MapRow[]) => rows.map(({ key }) => key);

describe('groupLanes', () => {
  it('puts the worst first, folds success and says what it hides', () => {
    const groups = groupLanes(timeline, arranged);
    expect(groups.map(({ label, opensAtFirst }) => [label, opensAtFirst])).toEqual([
      ['Failed', true],
      ['Unreachable', true],
      ['Changed', true],
      ['Unchanged', false],
    ]);
    expect(groups[0]).toMatchObject({ errorCount: 32, badCount: 1 });
    expect(groups[3]).toMatchObject({ lineCount: 12, errorCount: 0 });
  });

  it('sorts by name as people do, by start, by duration and by errors', () => {
    const order = (sort: 'name' | 'start' | 'duration' | 'errors') =>
      names(groupLanes(timeline, { ...arranged, group: 'none', sort })[0]?.lanes);
    expect(order('name')).toEqual(['ber-rt-9', 'ber-rt-10', 'fra-sw-2', 'fra-sw-12', 'muc-sw-1']);
    expect(order('start')?.at(-1)).toBe('ber-rt-9');
    expect(order('duration')?.slice(-2)).toEqual(['ber-rt-10', 'ber-rt-9']);
    expect(order('errors')?.slice(0, 2)).toEqual(['fra-sw-12', 'fra-sw-2']);
  });

  it('opens what a search found, by name or by site', () => {
    expect(
      groupLanes(timeline, { ...arranged, search: 'BER' }).map(({ label, opensAtFirst }) => [label, opensAtFirst]),
    ).toEqual([['Unchanged', true]]);
    expect(groupLanes(timeline, { ...arranged, search: 'nowhere' })).toEqual([]);
  });

  it('groups by site and type, those with failures first', () => {
    expect(
      groupLanes(timeline, { ...arranged, group: 'site' }).map(({ label, opensAtFirst }) => [label, opensAtFirst]),
    ).toEqual([
      ['fra', true],
      ['ber', false],
      ['muc', true],
    ]);
    expect(groupLanes(timeline, { ...arranged, group: 'type' }).map(({ label }) => label)).toEqual([
      'No type',
      'switch',
    ]);
  });

  it('folds a long list of changed devices', () => {
    const many = Array.from({ length: 21 }, (_, at) => testLane(`sw-${at}`, { status: 'changed' }));
    const groups = groupLanes(testTimeline({ devices: [...many, testLane('rt', {})] }), arranged);
    expect(groups.map(({ opensAtFirst }) => opensAtFirst)).toEqual([false, false]);
  });
});

describe('rows', () => {
  it('are a header each group and its devices while it is open', () => {
    const groups = groupLanes(timeline, arranged);
    expect(keys(buildDeviceRows(groups, timeline, new Map([['result:changed', false]])))).toEqual([
      'result:failed',
      'device:fra-sw-12',
      'result:unreachable',
      'device:fra-sw-2',
      'result:changed',
      'result:unchanged',
    ]);
    const plain = groupLanes(timeline, { ...arranged, group: 'none' });
    expect(buildDeviceRows(plain, timeline, new Map()).map(({ kind }) => kind)).toEqual(Array(5).fill('device'));
  });

  it('are found by name where lanes are phases or components', () => {
    expect(keys(buildPlainRows('phase', timeline, 'FE'))).toEqual(['phase:fetch']);
  });

  it('are followed when others come before them', () => {
    const before = buildDeviceRows(groupLanes(timeline, arranged), timeline, new Map());
    const changed = testTimeline({
      devices: devices.map((lane) => ({
        ...lane,
        status: lane.status === 'changed' ? ('failed' as const) : lane.status,
      })),
    });
    const after = buildDeviceRows(groupLanes(changed, arranged), changed, new Map());
    const at = keys(before).indexOf('device:fra-sw-2');
    expect(after[followRow(before, after, at)]?.key).toBe('device:fra-sw-2');
    const gone = keys(before).indexOf('result:changed');
    expect(after[followRow(before, after, gone)]?.key).toBe('device:muc-sw-1');
    expect(followRow(before, [], 3)).toBe(0);
  });
});
