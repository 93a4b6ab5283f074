import { stringifyExact } from '@/lib/json/exact-json';

/** A line longer than this is cut, head and tail kept (the wire format's limit), counted in UTF-16 units. */
export const MAX_LINE_LENGTH = 256 * 1024;
/** The end of a long line (the last frames of a traceback, the closing prompt) says more than its middle. */
const TAIL_LENGTH = 64 * 1024;

/**
 * Margin kept at each side of a cut before redaction: redaction then finds secrets that the final cut would halve, and
 * the final cut removes the margin.
 */
const MARGIN = 16 * 1024;
const MARK_START = '\n[… ';
const MARK = /\n\[… (\d+) characters cut …\]\n/;

/** The text itself, or its head and tail with a mark between them that says how much was cut. */
export function cutText(text: string, maxLength: number = MAX_LINE_LENGTH): string {
  if (text.length <= maxLength) return text;
  const tail = Math.min(TAIL_LENGTH, Math.floor(maxLength / 4));
  const head = Math.max(0, maxLength - tail - 64);
  return cutMiddle(text, head, tail);
}

/**
 * A text cut to its final length plus margins. It is redacted in this form, since redacting 20 MB would take seconds.
 */
export function cutBeforeReading(text: string): string {
  const [head, tail] = [MAX_LINE_LENGTH - TAIL_LENGTH + MARGIN, TAIL_LENGTH + MARGIN];
  return text.length <= head + tail + 64 ? text : cutMiddle(text, head, tail);
}

function cutMiddle(text: string, head: number, tail: number): string {
  const middle = text.slice(head, -tail);
  // The expression takes ten times as long for 20 MB as the look for its first characters.
  const before = middle.includes(MARK_START) ? MARK.exec(middle) : null;
  const gone = middle.length + (before ? Number(before[1]) - before[0].length : 0);
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
