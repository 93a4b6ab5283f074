import { stringifyExact } from '@/lib/json/exact-json';

/** A line longer than this is cut, head and tail kept (the wire format's limit), counted in UTF-16 units. */
export const MAX_LINE_LENGTH = 256 * 1024;
/** The end of a long line (the last frames of a traceback, the closing prompt) says more than its middle. */
const TAIL_LENGTH = 64 * 1024;

/** The text itself, or its head and tail with a mark between that says how much is gone. */
export function cutText(text: string, maxLength: number = MAX_LINE_LENGTH): string {
  if (text.length <= maxLength) return text;
  const tail = Math.min(TAIL_LENGTH, Math.floor(maxLength / 4));
  const head = Math.max(0, maxLength - tail - 64);
  const gone = text.length - head - tail;
  return `${text.slice(0, head)}\n[… ${gone} characters cut …]\n${text.slice(-tail)}`.toWellFormed();
}

/** Fields whose JSON is too long lose the middle of their long strings, and then all but a note. */
export function cutFields(fields: Record<string, unknown>, jsonLength: number): Record<string, unknown> {
  const perString = Math.floor(MAX_LINE_LENGTH / 4);
  const shorter = Object.fromEntries(
    Object.entries(fields).map(([key, value]) => [key, typeof value === 'string' ? cutText(value, perString) : value]),
  );
  if (stringifyExact(shorter).length <= MAX_LINE_LENGTH) return shorter;
  return { cut: `fields of ${jsonLength} characters`, head: stringifyExact(fields).slice(0, 4096) };
}
