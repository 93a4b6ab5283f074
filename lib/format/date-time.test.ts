import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  formatBeside,
  formatClockMs,
  formatDate,
  formatDateTime,
  formatExact,
  formatMinute,
  formatZone,
} from './date-time';
import { offsetAt } from './zone-offset';

const BERLIN = 'Europe/Berlin';
const HOUR = 3_600_000;
/** 02:30 by summer time; clocks in Berlin were put back half an hour later. */
const SUMMER = Date.UTC(2026, 9, 25, 0, 30);
const WINTER = SUMMER + HOUR;

describe('around a change of the clock', () => {
  it('tells both hours of the same name apart, whatever time they stand beside', () => {
    expect(formatBeside(SUMMER, SUMMER - 5 * HOUR, BERLIN)).toBe('2026-10-25 02:30:00.000 GMT+2');
    expect([SUMMER - HOUR, SUMMER, WINTER, WINTER + HOUR].map((ms) => formatBeside(ms, SUMMER - HOUR, BERLIN))).toEqual(
      ['01:30:00.000', '02:30:00.000 GMT+2', '02:30:00.000 GMT+1', '03:30:00.000 GMT+1'],
    );
    expect(formatBeside(SUMMER - HOUR, WINTER + HOUR, BERLIN)).toBe('01:30:00.000 GMT+2');
    expect([SUMMER, WINTER, SUMMER - HOUR].map((ms) => formatMinute(ms, BERLIN))).toEqual([
      '2026-10-25 02:30 GMT+2',
      '2026-10-25 02:30 GMT+1',
      '2026-10-25 01:30',
    ]);
    expect(formatZone(SUMMER, BERLIN)).toBe('Europe/Berlin (GMT+2)');
    expect(formatExact(WINTER, BERLIN)).toBe(
      '2026-10-25 02:30:00.000 Europe/Berlin (GMT+1)\n2026-10-25 01:30:00.000 UTC',
    );
  });

  it('names the offset after clocks were put forward, where nothing is shown twice', () => {
    const before = Date.UTC(2026, 2, 29, 0, 59);
    expect([before, before + 60_000].map((ms) => formatBeside(ms, before, BERLIN))).toEqual([
      '01:59:00.000',
      '03:00:00.000 GMT+2',
    ]);
  });

  it('knows changes of half an hour, and zones without any', () => {
    const island = Date.UTC(2026, 3, 4, 14, 45);
    expect(formatBeside(island, island - HOUR, 'Australia/Lord_Howe')).toBe('01:45:00.000 GMT+11');
    expect(formatBeside(island + HOUR / 2, island - HOUR, 'Australia/Lord_Howe')).toBe('01:45:00.000 GMT+10:30');
    expect(formatBeside(WINTER, SUMMER, 'UTC')).toBe('01:30:00.000');
  });
});

describe('beside another time', () => {
  const start = Date.UTC(2026, 11, 31, 22, 30);
  it.each([
    [start + 28_412, '22:30:28.412'],
    [start + 2 * HOUR + 7, '2027-01-01 00:30:00.007'],
    [start - 365 * 24 * HOUR, '2025-12-31 22:30:00.000'],
    [start - 24 * HOUR, '2026-12-30 22:30:00.000'],
  ])('%d has its date and year where they are others', (timeMs, text) => {
    expect(formatBeside(timeMs, start, 'UTC')).toBe(text);
  });
});

describe('minutes', () => {
  it('have seconds where the time has them and they are wanted', () => {
    const time = Date.UTC(2026, 10, 22, 2, 14, 7, 120);
    expect(formatMinute(time, 'UTC')).toBe('2026-11-22 02:14');
    expect(formatMinute(time, 'UTC', true)).toBe('2026-11-22 02:14:07.120');
    expect(formatMinute(time - 120, 'UTC', true)).toBe('2026-11-22 02:14:07');
    expect(formatMinute(time - 7120, 'UTC', true)).toBe('2026-11-22 02:14');
  });
});

describe('far years', () => {
  it('are written as they are, also where it is another year already', () => {
    const end = Date.UTC(9999, 11, 31, 23, 59, 59, 999);
    expect(formatDateTime(end, 'UTC')).toBe('9999-12-31 23:59:59');
    expect(formatDateTime(end, BERLIN)).toBe('10000-01-01 00:59:59');
    expect(formatExact(Date.UTC(1900, 0, 1), 'Europe/Amsterdam')).toContain('1900-01-01 00:00:00.000 UTC');
  });
});

it('says what Intl says, at any time', () => {
  const zones = ['UTC', BERLIN, 'America/St_Johns', 'Asia/Kolkata', 'Pacific/Apia', 'Africa/Monrovia'];
  const inZone = (zone: string) =>
    new Intl.DateTimeFormat('sv-SE', { timeZone: zone, dateStyle: 'short', timeStyle: 'medium' });
  const formatters = new Map(zones.map((zone) => [zone, inZone(zone)]));
  fc.assert(
    fc.property(
      fc.integer({ min: Date.UTC(1900, 0), max: Date.UTC(2100, 0) }),
      fc.constantFrom(...zones),
      (timeMs, zone) => {
        expect(formatDateTime(timeMs, zone)).toBe(formatters.get(zone)?.format(timeMs));
        const wall = Date.parse(`${formatDate(timeMs, zone)}T${formatClockMs(timeMs, zone)}Z`);
        expect(wall - timeMs).toBe(offsetAt(timeMs, zone));
      },
    ),
  );
});
