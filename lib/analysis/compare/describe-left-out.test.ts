import { describe, expect, it } from 'vitest';
import { LEVELS } from '@/lib/store/chunks/level';
import { describeLeftOut } from './describe-left-out';
import { pickDiverging } from './pick-diverging';
import { alignDevices } from './align-devices';

describe('describeLeftOut', () => {
  const whole = { levels: LEVELS, divergence: { turnedBad: 200 }, longCourses: 0, maxCourseLines: 2000 };

  it('says nothing of a whole comparison', () => {
    expect(describeLeftOut(whole)).toEqual([]);
  });

  it('names each thing left out', () => {
    const sentences = describeLeftOut({
      levels: ['WARNING', 'ERROR', 'CRITICAL'],
      divergence: { turnedBad: 1830 },
      longCourses: 1,
      maxCourseLines: 2000,
    });
    expect(sentences).toEqual([
      'Messages of DEBUG, INFO: the runs hold too many lines of them to compare in time.',
      'Divergence: of 1,830 devices that turned bad, the 200 that ended first were followed.',
      'Divergence: of 1 device only the first 2,000 lines were followed.',
    ]);
  });
});

describe('pickDiverging', () => {
  const device = (name: string, status: 'failed' | 'unchanged', endMinute: number | null) => ({
    ...{ device: name, site: null, status, startedAt: null, phases: [] },
    finishedAt: endMinute === null ? null : new Date(endMinute * 60_000).toISOString(),
  });

  it('follows those that ended first, and the run itself unless it succeeded', () => {
    const before = ['a', 'b', 'c', 'd'].map((name) => device(name, 'unchanged', 1));
    const now = [
      device('a', 'failed', null),
      device('b', 'failed', 9),
      device('c', 'failed', 3),
      device('d', 'unchanged', 1),
    ];
    const compared = alignDevices([...before, device('e', 'failed', 1)], [...now, device('e', 'failed', 1)]);
    expect(pickDiverging(compared, now, false)).toEqual({ devices: ['c', 'b', 'a', ''], turnedBad: 3, stillBad: 1 });
    expect(pickDiverging(compared, now, true).devices).toEqual(['c', 'b', 'a']);
  });

  it('is bounded, its number is not', () => {
    const names = Array.from({ length: 250 }, (_, at) => `sw-${at}`);
    const now = names.map((name, at) => device(name, 'failed', 250 - at));
    const { devices, turnedBad } = pickDiverging(
      alignDevices(
        names.map((name) => device(name, 'unchanged', 1)),
        now,
      ),
      now,
      true,
    );
    expect([devices.length, devices[0], turnedBad]).toEqual([200, 'sw-249', 250]);
  });
});
