import { describe, expect, it } from 'vitest';
import { buildTicks } from './axis-ticks';
import { buildTimeAxis } from './time-axis';

const MINUTE = 60_000;
const zeroMs = Date.UTC(2026, 10, 22, 2, 14, 7, 120);
const axis = buildTimeAxis({ startMs: 0, endMs: 10 * MINUTE, widthPx: 1000, idle: [] });
const texts = (...args: Parameters<typeof buildTicks>) => buildTicks(...args).map(({ text }) => text);

describe('buildTicks', () => {
  it('stands at round times of day', () => {
    expect(texts(axis, { zeroMs, zone: 'UTC', mode: 'clock' })).toEqual([
      '02:15',
      '02:16',
      '02:17',
      '02:18',
      '02:19',
      '02:20',
      '02:21',
      '02:22',
      '02:23',
    ]);
    const wide = buildTimeAxis({ startMs: 0, endMs: 5 * 3_600_000, widthPx: 600, idle: [] });
    expect(texts(wide, { zeroMs, zone: 'Asia/Kolkata', mode: 'clock' })).toEqual([
      '08:00',
      '09:00',
      '10:00',
      '11:00',
      '12:00',
    ]);
  });

  it('tells days, and hours that clocks show twice, apart', () => {
    const HOUR = 60 * MINUTE;
    const night = buildTimeAxis({ startMs: 0, endMs: 6 * HOUR, widthPx: 700, idle: [] });
    const changeMs = Date.UTC(2026, 9, 24, 21, 45);
    expect(texts(night, { zeroMs: changeMs, zone: 'Europe/Berlin', mode: 'clock' })).toEqual([
      '10-25 00:00',
      '01:00',
      '02:00',
      '02:00 GMT+1',
      '03:00',
      '04:00',
    ]);
    const days = buildTimeAxis({ startMs: 0, endMs: 6 * 24 * HOUR, widthPx: 700, idle: [] });
    expect(texts(days, { zeroMs: Date.UTC(2026, 11, 29, 12), zone: 'UTC', mode: 'clock' })).toEqual([
      '12-30',
      '12-31',
      '2027-01-01',
      '2027-01-02',
      '2027-01-03',
    ]);
    const long = buildTimeAxis({ startMs: 0, endMs: 30 * HOUR, widthPx: 600, idle: [] });
    expect(texts(long, { zeroMs: changeMs, zone: 'Europe/Berlin', mode: 'clock' })).toEqual([
      '10-25 00:00',
      '06:00 GMT+1',
      '12:00',
      '18:00',
      '10-26 00:00',
    ]);
  });

  it('counts from the start when asked to', () => {
    expect(texts(axis, { zeroMs, zone: 'UTC', mode: 'elapsed' }).slice(0, 3)).toEqual(['+0ms', '+1m 00s', '+2m 00s']);
  });

  it('tells milliseconds where it is zoomed in', () => {
    const zoomed = buildTimeAxis({ startMs: 1000, endMs: 1050, widthPx: 500, idle: [] });
    expect(texts(zoomed, { zeroMs, zone: 'UTC', mode: 'clock' })).toEqual([
      '02:14:08.120',
      '02:14:08.130',
      '02:14:08.140',
      '02:14:08.150',
      '02:14:08.160',
    ]);
  });

  it('leaves folds out and keeps its distance', () => {
    const folded = buildTimeAxis({
      startMs: 0,
      endMs: 60 * MINUTE,
      widthPx: 700,
      idle: [{ startMs: 10 * MINUTE, endMs: 40 * MINUTE }],
    });
    const ticks = buildTicks(folded, { zeroMs, zone: 'UTC', mode: 'clock' });
    expect(ticks.every(({ ms }) => ms <= 10 * MINUTE || ms >= 40 * MINUTE)).toBe(true);
    expect(ticks.every(({ px }, at) => at === 0 || px - (ticks[at - 1]?.px ?? 0) >= 90)).toBe(true);
  });
});
