/** What PostgreSQL's text and jsonb cannot hold: NUL, and halves of surrogate pairs. */
const JSON_ESCAPES_TO_CLEAN = /\\u(?:0000|d[89a-f][0-9a-f]{2})/i;

/** NUL becomes its visible picture ␀, a lone surrogate the replacement character; the rest stays to the letter. */
export function cleanText(text: string): string {
  const wellFormed = text.isWellFormed() ? text : text.toWellFormed();
  return wellFormed.includes('\0') ? wellFormed.replaceAll('\0', '␀') : wellFormed;
}

/** JSON text of a value, clean in the same way inside all its strings and keys. */
export function toCleanJson(value: Record<string, unknown>): string {
  const json = JSON.stringify(value);
  return json.includes('\\u') && JSON_ESCAPES_TO_CLEAN.test(json) ? JSON.stringify(cleanDeep(value)) : json;
}

function cleanDeep(value: unknown): unknown {
  if (typeof value === 'string') return cleanText(value);
  if (Array.isArray(value)) return value.map(cleanDeep);
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([key, inner]) => [cleanText(key), cleanDeep(inner)]));
}
