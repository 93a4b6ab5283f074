import { HOUR_MS, MINUTE_MS, SECOND_MS } from './time-units';

/** Building a formatter costs some 50 µs and a table shows hundreds of times; there are only a few zones. */
const formatters = new Map<string, Intl.DateTimeFormat>();

function formatterOf(zone: string): Intl.DateTimeFormat {
  const known = formatters.get(zone);
  if (known) return known;
  const formatter = new Intl.DateTimeFormat('en-US', {
    timeZone: zone,
    hourCycle: 'h23',
    year: 'numeric',
    month: '2-digit',
    day: '2-digit',
    hour: '2-digit',
    minute: '2-digit',
    second: '2-digit',
  });
  formatters.set(zone, formatter);
  return formatter;
}

/** Offsets have changed at quarters of an hour only since the last zones left their local mean time in 1972 (IANA tz). */
const STEP_MS = 15 * MINUTE_MS;
const STEPS_SINCE_MS = Date.UTC(1973, 0, 1);
/** Cached quarters of an hour, enough for some days of lines; asking the formatter takes 3 µs. */
const MAX_KNOWN = 5000;
const known = new Map<string, number>();

/** Milliseconds that clocks of the zone are ahead of UTC at that time. */
export function offsetAt(timeMs: number, zone: string): number {
  if (zone === 'UTC') return 0;
  if (timeMs < STEPS_SINCE_MS) return readOffset(timeMs, zone);
  const step = Math.floor(timeMs / STEP_MS);
  const key = `${step} ${zone}`;
  const kept = known.get(key);
  if (kept !== undefined) return kept;
  if (known.size >= MAX_KNOWN) known.clear();
  const offset = readOffset(step * STEP_MS, zone);
  known.set(key, offset);
  return offset;
}

function readOffset(timeMs: number, zone: string): number {
  const parts: Partial<Record<Intl.DateTimeFormatPartTypes, string>> = {};
  for (const { type, value } of formatterOf(zone).formatToParts(timeMs)) parts[type] = value;
  const { year, month, day, hour, minute, second } = parts;
  const wallMs = Date.UTC(Number(year), Number(month) - 1, Number(day), Number(hour), Number(minute), Number(second));
  return wallMs - Math.floor(timeMs / SECOND_MS) * SECOND_MS;
}

/** `GMT+1`, `GMT-3:30`, `GMT`: what clocks of the zone are ahead of UTC at that time. */
export function shortOffset(timeMs: number, zone: string): string {
  const offset = offsetAt(timeMs, zone);
  if (offset === 0) return zone === 'UTC' ? 'UTC' : 'GMT';
  const size = Math.abs(offset);
  const minutes = Math.floor((size % HOUR_MS) / MINUTE_MS);
  const seconds = Math.floor((size % MINUTE_MS) / SECOND_MS);
  const rest = [minutes, seconds].slice(0, seconds > 0 ? 2 : minutes > 0 ? 1 : 0);
  return `GMT${offset < 0 ? '-' : '+'}${Math.floor(size / HOUR_MS)}${rest.map((part) => `:${String(part).padStart(2, '0')}`).join('')}`;
}
