import { cutBeforeReading, cutText } from './cut-line';

/** Deeper levels are dropped by redaction (lib/redaction/redact-value.ts). */
const MAX_DEPTH = 40;
/** Most characters of all texts of a value together; further texts become a note of their length. */
const MAX_TEXT = 512 * 1024;
const MAX_NAME_LENGTH = 1000;
const MAX_REST_LENGTH = 100;

type Budget = { left: number };

/**
 * A JSON value whose texts are no longer than is needed of a line that will be cut: redaction reads every one of them, and 20 MB of
 * them would hold the server for seconds.
 */
export function shortenTexts(value: unknown): unknown {
  return shorten(value, { left: MAX_TEXT }, 0);
}

function shorten(value: unknown, budget: Budget, depth: number): unknown {
  if (typeof value === 'string') return shortenText(value, budget);
  if (typeof value !== 'object' || value === null || depth >= MAX_DEPTH) return value;
  if (Array.isArray(value)) return value.map((inner) => shorten(inner, budget, depth + 1));
  if (Object.getPrototypeOf(value) !== Object.prototype) return value;
  return Object.fromEntries(
    Object.entries(value).map(([name, inner]) => [cutText(name, MAX_NAME_LENGTH), shorten(inner, budget, depth + 1)]),
  );
}

function shortenText(text: string, budget: Budget): string {
  const short = cutBeforeReading(text);
  const isWithin = short.length <= budget.left;
  budget.left -= isWithin ? short.length : 0;
  return isWithin || short.length <= MAX_REST_LENGTH ? short : cutText(short, MAX_REST_LENGTH);
}
