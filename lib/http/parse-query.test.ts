import { expect, it } from 'vitest';
import { z } from 'zod';
import { parseQuery } from './parse-query';

const schema = z.object({ level: z.string().optional(), limit: z.coerce.number().int().default(100) });
const errorsOf = (given: z.ZodObject | undefined, url: string): unknown => {
  try {
    parseQuery(given, url);
  } catch (error) {
    return error instanceof Error && 'errors' in error ? error.errors : error;
  }
  return null;
};

it('reads what the schema knows', () => {
  expect(parseQuery(schema, 'http://x/y?level=ERROR&limit=7')).toEqual({ level: 'ERROR', limit: 7 });
  expect(parseQuery(schema, '/y')).toEqual({ limit: 100 });
  expect(parseQuery(undefined, '/y?')).toBeUndefined();
});

it('refuses a name that is not known, and says which are', () => {
  expect(errorsOf(schema, '/y?levl=ERROR')).toEqual([
    { field: 'levl', detail: 'unknown parameter; this address takes level, limit' },
  ]);
  expect(errorsOf(undefined, '/y?x')).toEqual([{ field: 'x', detail: 'unknown parameter; this address takes none' }]);
});

it('refuses a name that is given twice', () => {
  expect(errorsOf(schema, '/y?level=A&level=B')).toEqual([{ field: 'level', detail: 'given twice; give it once' }]);
});

it('names what is wrong with a value beside it', () => {
  expect(errorsOf(schema, '/y?limit=x&z=1')).toMatchObject([{ field: 'z' }, { field: 'limit' }]);
});

it('repeats no name that could be a token', () => {
  const text = JSON.stringify(errorsOf(schema, `/y?nrl_${'a'.repeat(40)}`));
  expect(text).toContain('a parameter of 44 characters');
  expect(text).not.toContain('nrl_');
});

it('cleans values as stored texts are: what PostgreSQL could not hold cannot be asked for', () => {
  expect(parseQuery(schema, '/y?level=a%00b')).toEqual({ level: 'a␀b', limit: 100 });
  expect(parseQuery(schema, '/y?level=%ED%A0%80')).toEqual({ level: '\ufffd\ufffd\ufffd', limit: 100 });
});
