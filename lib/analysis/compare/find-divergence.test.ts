import { describe, expect, it } from 'vitest';
import { LEVEL_NUMBER, type Level } from '@/lib/store/chunks/level';
import { buildCourse, type CourseRow } from './device-course';
import { findDivergence } from './find-divergence';
import { createMasker } from '@/lib/analysis/patterns/masker';

const mask = createMasker(['sw-1']);
const STARTS: Record<string, Level> = { D: 'DEBUG', I: 'INFO', W: 'WARNING', E: 'ERROR', C: 'CRITICAL' };

/** `E refused` is an ERROR that says "refused"; lines are numbered from `firstSeq`. */
function course(lines: readonly string[], firstSeq = 1) {
  const rows = lines.map((line, at): CourseRow => {
    const level = LEVEL_NUMBER[STARTS[line[0] ?? ''] ?? 'INFO'];
    return [firstSeq + at, level, 'gateway', 'connect', line.slice(2), 1000 + at];
  });
  return buildCourse(rows, mask);
}
const GOOD = ['I sw-1 started', 'I connecting to 10.0.0.1', 'I open after 9 ms', 'I received 7 bytes', 'I sw-1 done'];
const diverge = (now: string[], before: string[] = GOOD) =>
  findDivergence({ now: course(now, 101), before: course(before) });

describe('buildCourse', () => {
  it('makes one step of a row of equal lines, numbers, addresses and names ignored', () => {
    const steps = course(['I sw-1: waiting 1 s', 'I sw-1: waiting 20 s', 'W sw-1: waiting 3 s', 'I done']);
    expect(steps.map(({ seq, level, pattern }) => [seq, level, pattern])).toEqual([
      [1, 'INFO', '<device>: waiting # s'],
      [3, 'WARNING', '<device>: waiting # s'],
      [4, 'INFO', 'done'],
    ]);
  });
});

describe('findDivergence', () => {
  it('is null where both say the same', () => {
    expect(diverge(['I sw-1 started', 'I connecting to 10.9.9.9', 'I open after 70 ms', ...GOOD.slice(3)])).toBeNull();
  });

  it('tells the first line that differs, what stood there before, what was common, and the error', () => {
    const now = [...GOOD.slice(0, 2), 'W no answer from 10.0.0.1', 'E connection failed', 'E gave up', 'I sw-1 failed'];
    expect(diverge(now)).toMatchObject({
      nowLine: { seq: 103, level: 'WARNING', message: 'no answer from 10.0.0.1' },
      beforeLine: { seq: 3, message: 'open after 9 ms' },
      common: [
        { now: { seq: 101 }, beforeSeq: 1 },
        { now: { seq: 102 }, beforeSeq: 2 },
      ],
      problem: { seq: 104, timeMs: 1003, message: 'connection failed' },
      pattern: 'connection failed',
      timeMs: 1002,
      phase: 'connect',
      detours: 0,
    });
  });

  it('passes over what came right again, and counts it', () => {
    const now = ['I sw-1 started', 'W reset by peer', ...GOOD.slice(1, 3), 'E no space on flash'];
    expect(diverge(now)).toMatchObject({ nowLine: { seq: 105 }, problem: { seq: 105 }, detours: 1 });
  });

  it('takes a device that stops without a word for what it is', () => {
    expect(diverge(GOOD.slice(0, 3))).toMatchObject({
      nowLine: null,
      beforeLine: { seq: 4 },
      problem: null,
      pattern: 'stops before: received # bytes',
      timeMs: 1002,
    });
  });

  it('prefers an error to a later end of the common course, and words to a traceback', () => {
    const traceback = 'E Traceback (most recent call last):\n  File "x.py"\nTimeoutError: timed out';
    const now = [...GOOD.slice(0, 2), traceback, 'E login refused', ...GOOD.slice(2, 4), 'I sw-1 failed'];
    expect(diverge(now)).toMatchObject({ nowLine: { seq: 103 }, problem: { seq: 104, message: 'login refused' } });
  });

  it('is not led astray by errors that the good run wrote too, nor by two components in another order', () => {
    const usual = ['E licence 3 expires', ...GOOD];
    const now = [
      'I connecting to 10.0.0.1',
      'I sw-1 started',
      'I open after 9 ms',
      'E licence 9 expires',
      'E disk full',
    ];
    expect(diverge(now, usual)).toMatchObject({ problem: { message: 'disk full' } });
    const swapped = [GOOD[1] ?? '', GOOD[0] ?? '', ...GOOD.slice(2)];
    expect(diverge(swapped)).toBeNull();
  });

  it('copes with a device that wrote nothing in one of the runs', () => {
    expect(diverge([])).toMatchObject({ nowLine: null, beforeLine: { seq: 1 }, common: [] });
    expect(diverge(['E boom'], [])).toMatchObject({ nowLine: { seq: 101 }, beforeLine: null });
  });
});
