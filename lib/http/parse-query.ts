import type { z } from 'zod';
import { cleanText } from '@/lib/json/clean-text';
import { AppError, type FieldError } from '@/lib/errors';

/** Tokens are longer: a value that could be a token is not repeated in an answer. */
const MAX_SHOWN_NAME = 31;

/**
 * The query of an address by its schema; without a schema a route takes no parameter. Throws `invalid_request` for a
 * value that is not valid, for a name that is not known, and for one that is given twice: a filter that is ignored
 * without a word answers another question than was asked. Values are cleaned as stored texts are, so that they can match them.
 */
export function parseQuery<S extends z.ZodObject | undefined>(
  schema: S,
  url: string,
): S extends z.ZodObject ? z.output<S> : undefined {
  const at = url.indexOf('?');
  const given = at === -1 ? [] : [...new URLSearchParams(url.slice(at))].map(cleanPair);
  const known = Object.keys(schema?.shape ?? {});
  const errors = given.flatMap(([name], index) => nameErrors(name, { known, earlier: given.slice(0, index) }));
  const result = schema?.safeParse(Object.fromEntries(given.filter(([name]) => known.includes(name))));
  for (const issue of result?.error?.issues ?? []) {
    errors.push({ field: issue.path.join('.') || 'query', detail: issue.message });
  }
  if (errors.length > 0) throw new AppError('invalid_request', 'The query is not valid; see errors.', { errors });
  return result?.data as S extends z.ZodObject ? z.output<S> : undefined;
}

const cleanPair = ([name, value]: [string, string]): [string, string] => [name, cleanText(value)];

function nameErrors(name: string, { known, earlier }: { known: string[]; earlier: [string, string][] }): FieldError[] {
  const field = name.length <= MAX_SHOWN_NAME ? name : `a parameter of ${name.length} characters`;
  if (!known.includes(name)) {
    const taken = known.length > 0 ? `this address takes ${known.join(', ')}` : 'this address takes none';
    return [{ field, detail: `unknown parameter; ${taken}` }];
  }
  return earlier.some(([other]) => other === name) ? [{ field, detail: 'given twice; give it once' }] : [];
}
