import { expect, test } from 'vitest';
import { fitRun, type JobRunTimes } from './fit-run';

const MINUTE = 60_000;
const IDLE = 5 * MINUTE;
const at = (minutes: number) => 1_000_000_000_000 + minutes * MINUTE;

const run = (runId: string, fromMinute: number, toMinute: number, more: Partial<JobRunTimes> = {}): JobRunTimes => ({
  runId,
  createdMs: 0,
  startMs: at(fromMinute),
  endMs: at(toMinute),
  isOpen: false,
  isNamed: false,
  isRecent: true,
  isSilent: false,
  ...more,
});
const OPEN = { isOpen: true };
const NAMED = { isNamed: true };

test.each<[string, JobRunTimes[], number, string | null]>([
  ['inside', [run('a', 0, 10)], 5, 'a'],
  ['inside of two: the later started', [run('a', 0, 20), run('b', 5, 10)], 7, 'b'],
  ['inside beats near', [run('a', 0, 10), run('b', 10.01, 20, OPEN)], 10, 'a'],
  ['seconds after the end, another begins later', [run('a', 0, 10), run('b', 10.2, 20, OPEN)], 10.02, 'a'],
  ['minutes after the end: the open one', [run('a', 0, 10), run('b', 14, 20, OPEN)], 12.5, 'b'],
  ['minutes after the end, none open', [run('a', 0, 10)], 12, 'a'],
  ['longer than a silence after it', [run('a', 0, 10)], 15.1, null],
  ['minutes after a named one', [run('a', 0, 10, NAMED)], 12, null],
  ['seconds after a named one', [run('a', 0, 10, NAMED)], 10.1, 'a'],
  ['minutes before a named open one', [run('a', 0, 10, { ...NAMED, ...OPEN })], -2, null],
  ['minutes after an end of long ago', [run('a', 0, 10, { isRecent: false })], 12, null],
  ['inside of one of long ago', [run('a', 0, 10, { isRecent: false })], 9, 'a'],
  ['just after one that silence ended', [run('a', 0, 10, { isRecent: false, isSilent: true })], 10.01, null],
  ['none', [], 1, null],
])('%s', (_name, runs, minute, expected) => {
  expect(fitRun(runs, at(minute), IDLE)?.runId ?? null).toBe(expected);
  expect(fitRun([...runs].reverse(), at(minute), IDLE)?.runId ?? null).toBe(expected);
});
