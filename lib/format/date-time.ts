import { HOUR_MS } from './time-units';
import { offsetAt, shortOffset } from './zone-offset';

/** `2026-11-22T02:14:07.120`: what clocks and calendars of the zone show, read from a Date that is shifted to it. */
const wallTime = (timeMs: number, zone: string): string =>
  // A year of five digits, of the last hours of 9999 seen from the east, has a sign in front.
  new Date(timeMs + offsetAt(timeMs, zone)).toISOString().replace(/^\+0*/, '').slice(0, -1);

/** `2026-11-22` in the zone. */
export const formatDate = (timeMs: number, zone: string): string => wallTime(timeMs, zone).slice(0, -13);

/** `02:14:07.120` in the zone. */
export const formatClockMs = (timeMs: number, zone: string): string => wallTime(timeMs, zone).slice(-12);

/** `02:14:07` in the zone. */
export const formatClock = (timeMs: number, zone: string): string => formatClockMs(timeMs, zone).slice(0, 8);

/** `2026-11-22 02:14:07` in the zone. */
export const formatDateTime = (timeMs: number, zone: string): string =>
  `${formatDate(timeMs, zone)} ${formatClock(timeMs, zone)}`;

/**
 * `2026-11-22 02:14` in the zone, or to the second or the millisecond where the time has them and `isExact`; in an hour that
 * clocks show twice, with the offset: `2026-10-25 02:14 GMT+1`.
 */
export function formatMinute(timeMs: number, zone: string, isExact = false): string {
  const clock = formatClockMs(timeMs, zone);
  const rest = clock.slice(5);
  const shown = !isExact || rest === ':00.000' ? clock.slice(0, 5) : rest.endsWith('.000') ? clock.slice(0, 8) : clock;
  return `${formatDate(timeMs, zone)} ${shown}${isRepeatedHour(timeMs, zone) ? ` ${shortOffset(timeMs, zone)}` : ''}`;
}

/**
 * `02:14:07.120` beside another time, whose zone and date the reader knows (the start of a run): with the date where it is
 * another day's, and with its own offset where that differs, or where clocks show the hour twice.
 */
export function formatBeside(timeMs: number, otherMs: number, zone: string): string {
  const date = formatDate(timeMs, zone);
  const isOtherOffset = offsetAt(timeMs, zone) !== offsetAt(otherMs, zone);
  return [
    ...(date === formatDate(otherMs, zone) ? [] : [date]),
    formatClockMs(timeMs, zone),
    ...(isOtherOffset || isRepeatedHour(timeMs, zone) ? [shortOffset(timeMs, zone)] : []),
  ].join(' ');
}

/** Clocks are put back by an hour nearly everywhere, by three at most. */
const LARGEST_CHANGE_MS = 3 * HOUR_MS;

/** Whether clocks of the zone show this time a second time, since they were put back. */
function isRepeatedHour(timeMs: number, zone: string): boolean {
  const offset = offsetAt(timeMs, zone);
  return [timeMs - LARGEST_CHANGE_MS, timeMs + LARGEST_CHANGE_MS].some((near) => {
    const twinMs = timeMs + offset - offsetAt(near, zone);
    return twinMs !== timeMs && twinMs + offsetAt(twinMs, zone) === timeMs + offset;
  });
}

/** `Europe/Berlin (GMT+1)`: the zone with the offset that holds at that time. */
export const formatZone = (timeMs: number, zone: string): string =>
  zone === 'UTC' ? 'UTC' : `${zone} (${shortOffset(timeMs, zone)})`;

/** Two lines for a tooltip: the time in the zone, to the millisecond and with the zone's name, and in UTC. */
export function formatExact(timeMs: number, zone: string): string {
  const inZone = (name: string) =>
    `${formatDate(timeMs, name)} ${formatClockMs(timeMs, name)} ${formatZone(timeMs, name)}`;
  return zone === 'UTC' ? inZone('UTC') : `${inZone(zone)}\n${inZone('UTC')}`;
}
