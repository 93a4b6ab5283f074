import { stringifyExact } from '@/lib/json/exact-json';

/** A field's value on one line; text as it is, anything else as JSON. */
export const fieldText = (value: unknown): string => (typeof value === 'string' ? value : stringifyExact(value));

/** Length of the suffix in characters; the detail shows the rest. */
const SUFFIX_CHARACTERS = 300;

/** `key=value key=value`: the suffix of a row. */
export function fieldsSuffix(fields: Readonly<Record<string, unknown>>): string {
  let suffix = '';
  for (const [key, value] of Object.entries(fields)) {
    suffix += `${suffix ? ' ' : ''}${key}=${fieldText(value)}`;
    if (suffix.length > SUFFIX_CHARACTERS) return `${suffix.slice(0, SUFFIX_CHARACTERS)}…`;
  }
  return suffix;
}
