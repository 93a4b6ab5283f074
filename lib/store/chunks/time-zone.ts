import { HOUR_MS } from '@/lib/format/time-units';

/** Offset of a zone in milliseconds when its text says it, else the name of a zone whose offset depends on the date. */
export type Zone = number | string;

/**
 * Abbreviations that mean one offset nearly everywhere (RFC 2822, section 4.3, and those of Europe, East Asia and
 * Oceania). IST and AST mean several and are not here: a wrong hour is worse than none.
 */
const HOURS_OF_NAME: Readonly<Record<string, number>> = {
  ...{ Z: 0, UTC: 0, GMT: 0, UT: 0, UCT: 0, WET: 0, WEST: 1, BST: 1, CET: 1, MEZ: 1, MET: 1 },
  ...{ CEST: 2, MESZ: 2, MEST: 2, EET: 2, EEST: 3, SAST: 2, MSK: 3 },
  ...{ EST: -5, EDT: -4, CST: -6, CDT: -5, MST: -7, MDT: -6, PST: -8, PDT: -7, AKST: -9, AKDT: -8, HST: -10 },
  ...{ SGT: 8, HKT: 8, AWST: 8, JST: 9, KST: 9, ACST: 9.5, ACDT: 10.5, AEST: 10, AEDT: 11, NZST: 12, NZDT: 13 },
};

const ZONE =
  /^(?:UTC|GMT|Z)?\s?(?:([+-])(\d\d?)(?::?(\d\d))?(?::?\d\d)?)?\s?(?:\[([\w+/-]{1,40})\])?\s?([A-Za-z]\w{0,20}(?:\/[\w+-]{1,20}){0,2})?$/i;

/**
 * The zone behind a time of day: nothing (UTC), `Z`, `+0100`, `UTC`, `CET`, Go's `+0100 CET m=+0.5`, Java's
 * `+01:00[Europe/Berlin]`, JavaScript's `GMT+0100 (…)`. An offset wins over a name beside it. Null when it is no zone.
 */
export function parseZone(text: string): Zone | null {
  const plain = text
    .trim()
    .replace(/ m=[+-]\d+(\.\d+)?$/, '')
    .replace(/^\((\w+)\)$/, '$1')
    .replace(/ ?\([^)]*\)$/, '');
  if (plain === '') return 0;
  const named = HOURS_OF_NAME[plain.toUpperCase()];
  if (named !== undefined) return named * HOUR_MS;
  const match = ZONE.exec(plain);
  if (!match) return null;
  const [, sign, hours, minutes, region, name] = match;
  if (sign !== undefined) return parseOffset(sign, Number(hours), Number(minutes ?? 0));
  const zone = region ?? name;
  if (zone === undefined) return null;
  const hoursOfName = HOURS_OF_NAME[zone.toUpperCase()];
  if (hoursOfName !== undefined) return hoursOfName * HOUR_MS;
  return zone.includes('/') && formatOf(zone) ? zone : null;
}

function parseOffset(sign: string, hours: number, minutes: number): number | null {
  if (hours > 23 || minutes > 59) return null;
  return (sign === '-' ? -1 : 1) * (hours * 60 + minutes) * 60_000;
}

/** Offset of a zone at a local time that is given as if it were UTC; in the hour that a clock change repeats, the earlier. */
export function zoneOffsetMs(zone: Zone, localMs: number): number {
  if (typeof zone === 'number') return zone;
  const guess = offsetAt(zone, localMs);
  return offsetAt(zone, localMs - guess);
}

function offsetAt(zone: string, ms: number): number {
  const parts = formatOf(zone)?.formatToParts(ms) ?? [];
  const text = parts.find(({ type }) => type === 'timeZoneName')?.value ?? '';
  const zoneOrNull = parseZone(text);
  return typeof zoneOrNull === 'number' ? zoneOrNull : 0;
}

/** Senders choose the names, so only a few formats are cached; making one costs some 50 µs. */
const MAX_FORMATS = 50;
const formats = new Map<string, Intl.DateTimeFormat | null>();

function formatOf(zone: string): Intl.DateTimeFormat | null {
  const known = formats.get(zone);
  if (known !== undefined) return known;
  if (formats.size >= MAX_FORMATS) formats.clear();
  const format = makeFormat(zone);
  formats.set(zone, format);
  return format;
}

function makeFormat(zone: string): Intl.DateTimeFormat | null {
  try {
    return new Intl.DateTimeFormat('en-US', { timeZone: zone, timeZoneName: 'longOffset' });
  } catch (error) {
    if (error instanceof RangeError) return null;
    throw error;
  }
}
