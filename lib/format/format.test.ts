import { describe, expect, it } from 'vitest';
import { formatClockMs, formatDateTime, formatExact, formatZone } from './date-time';
import { formatDuration, formatTickingDuration } from './duration';
import { formatCompactCount, formatCount, formatQuantity } from './number';
import { formatRelativeTime } from './relative-time';

const SECOND = 1000;
const MINUTE = 60 * SECOND;
const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;

describe('formatDuration', () => {
  it.each([
    [-5, '0ms'],
    [0, '0ms'],
    [999, '999ms'],
    [1000, '1.0s'],
    [9_999, '9.9s'],
    [10_000, '10s'],
    [59_999, '59s'],
    [MINUTE, '1m 00s'],
    [12 * MINUTE + 4 * SECOND, '12m 04s'],
    [HOUR - 1, '59m 59s'],
    [3 * HOUR + 7 * MINUTE, '3h 07m'],
    [2 * DAY + 5 * HOUR + 59 * MINUTE, '2d 05h'],
  ])('%d ms is %s', (ms, text) => {
    expect(formatDuration(ms)).toBe(text);
  });

  it('ticks in whole seconds', () => {
    expect([-1, 0, 999, 1000, 9_900, 61_000].map(formatTickingDuration)).toEqual([
      '0s',
      '0s',
      '0s',
      '1s',
      '9s',
      '1m 01s',
    ]);
  });
});

describe('formatRelativeTime', () => {
  const now = Date.UTC(2026, 10, 22, 2, 14, 7);
  it.each([
    [0, 'just now'],
    [4 * SECOND, 'just now'],
    [5 * SECOND, '5s ago'],
    [59 * SECOND, '59s ago'],
    [MINUTE, '1m ago'],
    [HOUR, '1h ago'],
    [DAY + HOUR, '1d ago'],
    [400 * DAY, '400d ago'],
    [-10 * SECOND, 'just now'],
    [-4 * MINUTE, 'in 4m'],
  ])('%d ms ago is %s', (age, text) => {
    expect(formatRelativeTime(now - age, now)).toBe(text);
  });
});

describe('dates', () => {
  const time = Date.UTC(2026, 10, 22, 23, 4, 7, 120);

  it('names the zone, and the offset of that day', () => {
    expect(formatExact(time, 'Europe/Berlin')).toBe(
      '2026-11-23 00:04:07.120 Europe/Berlin (GMT+1)\n2026-11-22 23:04:07.120 UTC',
    );
    expect(formatZone(Date.UTC(2026, 6, 1), 'Europe/Berlin')).toBe('Europe/Berlin (GMT+2)');
    expect(formatExact(time, 'UTC')).toBe('2026-11-22 23:04:07.120 UTC');
  });

  it('writes midnight as 00 and keeps far years', () => {
    expect(formatDateTime(Date.UTC(2026, 0, 1), 'UTC')).toBe('2026-01-01 00:00:00');
    expect(formatDateTime(Date.UTC(9999, 11, 31), 'UTC')).toBe('9999-12-31 00:00:00');
    expect(formatDateTime(Date.UTC(1900, 0, 1), 'UTC')).toBe('1900-01-01 00:00:00');
    expect(formatClockMs(7, 'UTC')).toBe('00:00:00.007');
  });
});

describe('numbers', () => {
  it('groups, shortens and agrees in number', () => {
    expect(formatCount(48_210)).toBe('48,210');
    expect([9_999, 48_210, 1_200_000].map(formatCompactCount)).toEqual(['9,999', '48.2K', '1.2M']);
    expect([0, 1, 2000].map((count) => formatQuantity(count, 'run'))).toEqual(['0 runs', '1 run', '2,000 runs']);
    expect(formatQuantity(2, 'match', 'matches')).toBe('2 matches');
  });
});
