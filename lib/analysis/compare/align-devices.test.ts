import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { RunDevice } from '@/lib/runs/device-schema';
import { DEVICE_STATUSES, type DeviceStatus } from '@/lib/runs/status';
import { alignDevices } from './align-devices';

const START_MS = Date.parse('2026-01-01T00:00:00Z');
const at = (ms: number) => new Date(START_MS + ms).toISOString();

function device(name: string, status: DeviceStatus, ms: number | null = 5000, phases: [string, number][] = []) {
  let fromMs = 0;
  const spans: RunDevice['phases'] = phases.map(([phase, lasts]) => {
    const span = { phase, startedAt: at(fromMs), finishedAt: at(fromMs + lasts) };
    fromMs += lasts;
    return span;
  });
  return { device: name, site: null, status, startedAt: at(0), finishedAt: ms === null ? null : at(ms), phases: spans };
}
const fleet = (count: number, ms: (index: number) => number) =>
  Array.from({ length: count }, (_, index) => device(`good-${index}`, 'unchanged', ms(index)));
const changes = (rows: { device: string; change: string }[]) => rows.map(({ device: name, change }) => [name, change]);

describe('alignDevices', () => {
  it('puts what went wrong first, then who is only in one run, then times, results, and the same last', () => {
    const { rows, counts } = alignDevices(
      [
        device('a', 'failed'),
        device('b', 'unchanged'),
        device('c', 'unchanged'),
        device('d', 'failed'),
        device('e', 'unchanged'),
      ],
      [
        device('a', 'unchanged'),
        device('b', 'unreachable'),
        device('c', 'changed'),
        device('e', 'unchanged', 60_000),
        device('f', 'failed'),
      ],
    );
    expect(changes(rows)).toEqual([
      ['b', 'worse'],
      ['f', 'onlyNow'],
      ['d', 'onlyBefore'],
      ['e', 'slower'],
      ['c', 'other'],
      ['a', 'better'],
    ]);
    expect(counts).toEqual({ worse: 1, onlyNow: 1, onlyBefore: 1, slower: 1, other: 1, better: 1, faster: 0, same: 0 });
    expect(rows.find(({ device: name }) => name === 'f')).toMatchObject({ before: null, beforeMs: null, nowMs: 5000 });
  });

  it('aligns phases by name, in the order of who goes through most, and sums those entered twice', () => {
    const { phases, rows } = alignDevices(
      [
        device('a', 'unchanged', 5000, [
          ['connect', 100],
          ['fetch', 400],
          ['store', 50],
        ]),
      ],
      [
        device('a', 'failed', 9000, [
          ['connect', 200],
          ['connect', 300],
          ['retry', 7],
        ]),
      ],
    );
    expect(phases).toEqual(['connect', 'fetch', 'store', 'retry']);
    expect(rows[0]?.phases).toEqual([
      [0, 100, 500],
      [1, 400, null],
      [2, 50, null],
      [3, null, 7],
    ]);
  });

  it('calls a time changed only beyond what good devices scatter by', () => {
    const before = [...fleet(40, (index) => 5000 + (index % 7) * 100), device('slow', 'unchanged', 5000)];
    const scattered = fleet(40, (index) => 5000 + ((index * 3) % 7) * 900);
    const quiet = fleet(40, (index) => 5000 + (index % 7) * 110);
    expect(alignDevices(before, [...scattered, device('slow', 'unchanged', 9000)]).counts.slower).toBe(0);
    expect(changes(alignDevices(before, [...quiet, device('slow', 'unchanged', 9000)]).rows)[0]).toEqual([
      'slow',
      'slower',
    ]);
    const { medianDifferenceMs, counts } = alignDevices(before, [
      ...fleet(40, () => 12_000),
      device('slow', 'unchanged', 12_000),
    ]);
    expect(medianDifferenceMs).toBeGreaterThan(6000);
    expect(counts.same).toBe(41);
  });

  it('does not judge the time of what failed, nor differences of less than a second', () => {
    const { counts } = alignDevices(
      [device('a', 'failed', 1000), device('b', 'unchanged', 10)],
      [device('a', 'failed', 90_000), device('b', 'unchanged', 900)],
    );
    expect(counts.same).toBe(2);
  });

  it('has every device of both runs exactly once, and counts add up', () => {
    const names = fc.uniqueArray(fc.integer({ min: 0, max: 30 }).map((id) => `sw-${id}`));
    const results = fc.infiniteStream(fc.constantFrom(...DEVICE_STATUSES));
    fc.assert(
      fc.property(names, names, results, (before, now, statuses) => {
        const make = (name: string) => device(name, statuses.next().value ?? 'pending');
        const { rows, counts } = alignDevices(before.map(make), now.map(make));
        expect(rows.map((row) => row.device).sort()).toEqual([...new Set([...before, ...now])].sort());
        expect(Object.values(counts).reduce((sum, count) => sum + count, 0)).toBe(rows.length);
      }),
    );
  });
});
