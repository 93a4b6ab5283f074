import { stringifyExact } from './exact-json';
import { ExactNumber } from './exact-number';

/** Characters that PostgreSQL's text and jsonb cannot hold: NUL, and halves of surrogate pairs. */
const JSON_ESCAPES_TO_CLEAN = /\\u(?:0000|d[89a-f][0-9a-f]{2})/i;

const BYTE_ORDER_MARK = 0xfeff;

/**
 * NUL becomes its visible picture ␀, a lone surrogate the replacement character, and a byte order mark at the start goes; the
 * rest stays to the letter.
 */
export function cleanText(text: string): string {
  const wellFormed = text.isWellFormed() ? text : text.toWellFormed();
  const unmarked = wellFormed.charCodeAt(0) === BYTE_ORDER_MARK ? wellFormed.slice(1) : wellFormed;
  return unmarked.includes('\0') ? unmarked.replaceAll('\0', '␀') : unmarked;
}

/** JSON text of a value, clean in the same way inside all its strings and keys. */
export function toCleanJson(value: Record<string, unknown>): string {
  const json = stringifyExact(value);
  return needsCleaning(json) ? stringifyExact(cleanDeep(value)) : json;
}

/** Whether a value whose JSON this is holds a text that `cleanText` would change, marks at its start aside. */
export const needsCleaning = (json: string): boolean => json.includes('\\u') && JSON_ESCAPES_TO_CLEAN.test(json);

/** A JSON value with all texts and keys cleaned. */
export function cleanDeep(value: unknown): unknown {
  if (typeof value === 'string') return cleanText(value);
  if (Array.isArray(value)) return value.map(cleanDeep);
  if (typeof value !== 'object' || value === null || value instanceof ExactNumber) return value;
  return Object.fromEntries(Object.entries(value).map(([key, inner]) => [cleanText(key), cleanDeep(inner)]));
}
