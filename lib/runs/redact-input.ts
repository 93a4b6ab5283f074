import { cleanText } from '@/lib/json/clean-text';
import { redactName } from '@/lib/redaction/redact-name';

/** A sender's JSON with every text in it cleaned for the store and redacted; numbers and shape stay. */
export function redactInput<T>(value: T): T {
  return redactDeep(value) as T;
}

// Keys are not considered as in a line's fields: here the keys are ours, and none names a secret. Most texts are names.
function redactDeep(value: unknown): unknown {
  if (typeof value === 'string') return redactName(cleanText(value));
  if (Array.isArray(value)) return value.map(redactDeep);
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([key, inner]) => [key, redactDeep(inner)]));
}
