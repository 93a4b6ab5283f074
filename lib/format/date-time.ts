type Parts = Partial<Record<Intl.DateTimeFormatPartTypes, string>>;

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
    fractionalSecondDigits: 3,
    timeZoneName: 'shortOffset',
  });
  formatters.set(zone, formatter);
  return formatter;
}

function partsIn(timeMs: number, zone: string): Parts {
  const parts: Parts = {};
  for (const { type, value } of formatterOf(zone).formatToParts(timeMs)) parts[type] = value;
  return parts;
}

/** `2026-11-22` in the zone. */
export function formatDate(timeMs: number, zone: string): string {
  const { year, month, day } = partsIn(timeMs, zone);
  return `${year}-${month}-${day}`;
}

/** `02:14:07` in the zone. */
export function formatClock(timeMs: number, zone: string): string {
  const { hour, minute, second } = partsIn(timeMs, zone);
  return `${hour}:${minute}:${second}`;
}

/** `02:14:07.120` in the zone. */
export const formatClockMs = (timeMs: number, zone: string): string =>
  `${formatClock(timeMs, zone)}.${partsIn(timeMs, zone).fractionalSecond}`;

/** `2026-11-22 02:14:07` in the zone. */
export const formatDateTime = (timeMs: number, zone: string): string =>
  `${formatDate(timeMs, zone)} ${formatClock(timeMs, zone)}`;

/** `Europe/Berlin (GMT+1)`: the zone with the offset that holds at that time. */
export const formatZone = (timeMs: number, zone: string): string =>
  zone === 'UTC' ? 'UTC' : `${zone} (${partsIn(timeMs, zone).timeZoneName})`;

/** Two lines for a tooltip: the time in the zone, to the millisecond and with the zone's name, and in UTC. */
export function formatExact(timeMs: number, zone: string): string {
  const inZone = (name: string) =>
    `${formatDate(timeMs, name)} ${formatClockMs(timeMs, name)} ${formatZone(timeMs, name)}`;
  return zone === 'UTC' ? inZone('UTC') : `${inZone(zone)}\n${inZone('UTC')}`;
}
