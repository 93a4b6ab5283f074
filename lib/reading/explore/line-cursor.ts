import { cleanText } from '@/lib/json/clean-text';

/** A point in time as text, `2026-11-22T02:14:07.120000Z`: always of this length, so that texts compare as times do. */
export type TimeKey = string;

/** A position in the order of all lines, newest first: right after `line`, or before the lines of `time` and older. */
export type LineCursor = { time: TimeKey; line: { runId: string; seq: number } | null };

const TIME_KEY = /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{6}Z$/;
const MAX_SEQ = 2_147_483_647;

const EARLIEST: TimeKey = '1900-01-01T00:00:00.000000Z';

/** Only real times: JavaScript reads 30 February as a day of March, and PostgreSQL has no year 0. */
function isTimeKey(text: string): boolean {
  if (!TIME_KEY.test(text) || text < EARLIEST) return false;
  const ms = Date.parse(text);
  return !Number.isNaN(ms) && text.startsWith(new Date(ms).toISOString().slice(0, -1));
}

/** The key of a point in time: `ms` since 1970 and 0 to 999 µs more, in the years 1900 to 9999. */
export const timeKey = ({ ms, us }: { ms: number; us: number }): TimeKey =>
  `${new Date(ms).toISOString().slice(0, -1)}${String(us).padStart(3, '0')}Z`;

export const formatLineCursor = ({ time, line }: LineCursor): string =>
  Buffer.from(JSON.stringify(line ? [time, line.runId, line.seq] : [time])).toString('base64url');

/** Null when the text is no cursor of ours. */
export function parseLineCursor(text: string): LineCursor | null {
  try {
    const value: unknown = JSON.parse(Buffer.from(text, 'base64url').toString());
    if (!Array.isArray(value)) return null;
    const [time, runId, seq] = value as unknown[];
    if (typeof time !== 'string' || !isTimeKey(time)) return null;
    if (value.length === 1) return { time, line: null };
    if (typeof runId !== 'string' || cleanText(runId) !== runId || typeof seq !== 'number') return null;
    return Number.isInteger(seq) && seq >= 1 && seq <= MAX_SEQ ? { time, line: { runId, seq } } : null;
  } catch {
    return null;
  }
}
