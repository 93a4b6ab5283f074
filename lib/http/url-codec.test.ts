import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { z } from 'zod';
import { commaList } from './schema';
import { buildUrlCodec } from './url-codec';

const codec = buildUrlCodec(
  z.object({
    q: z.string().max(50).optional(),
    level: commaList(z.enum(['INFO', 'ERROR'])).optional(),
    device: commaList(z.string().max(10, 'Expected at most 10 characters')).optional(),
    line: z.coerce.number<string>().int('Expected a whole number').min(1, 'Expected at least 1').optional(),
  }),
);
type View = ReturnType<typeof codec.parse>['value'];

const parse = (query: string) => codec.parse(new URLSearchParams(query));
const defined = (value: View): object =>
  Object.fromEntries(Object.entries(value).filter(([, field]) => field !== undefined));

const item = fc.string({ unit: 'grapheme', minLength: 1, maxLength: 10 }).filter(isItem);
/** As texts are stored: whole characters, no NUL, no mark in front; items without blanks around them. */
function isItem(text: string): boolean {
  return text.trim() === text && text.length <= 10 && text.isWellFormed() && !/\0|^\uFEFF/.test(text);
}
const views: fc.Arbitrary<View> = fc.record(
  {
    q: item,
    level: fc.uniqueArray(fc.constantFrom('INFO' as const, 'ERROR' as const), { minLength: 1 }),
    device: fc.array(item, { minLength: 1, maxLength: 4 }).filter((items) => !items.join('').startsWith('\uFEFF')),
    line: fc.integer({ min: 1, max: 2 ** 31 }),
  },
  { requiredKeys: [] },
);

describe('a view', () => {
  test('is read back as it was written, from both forms of parameters', () => {
    fc.assert(
      fc.property(views, (view) => {
        const params = new URLSearchParams(codec.format(view));
        for (const given of [params, Object.fromEntries(params)]) {
          const { value, problems } = codec.parse(given);
          expect([defined(value), problems]).toEqual([view, []]);
        }
      }),
    );
  });

  test('has one address, whatever the order in which it was put together', () => {
    fc.assert(
      fc.property(views, (view) => {
        const turned = Object.fromEntries(Object.entries(view).reverse()) as View;
        expect(codec.format(turned)).toBe(codec.format(view));
        expect(codec.format(parse(codec.format(view)).value)).toBe(codec.format(view));
      }),
    );
  });

  test.each([
    [{}, ''],
    [{ q: undefined, level: [], line: 3 }, '?line=3'],
    [{ line: 1, q: 'a b&c=d' }, '?q=a+b%26c%3Dd&line=1'],
    [{ device: ['a,b', 'c:d', 'e\\'] }, '?device=a%5C,b,c:d,e%5C%5C'],
    [{ q: '' }, ''],
  ])('%j is %j', (view, query) => {
    expect(codec.format(view as View)).toBe(query);
  });
});

describe('a bad link', () => {
  test.each([
    ['level=LOUD', {}, [['level', 'ignored: expected one of INFO, ERROR']]],
    ['level=LOUD,ERROR,', { level: ['ERROR'] }, [['level', 'ignored in part: expected one of INFO, ERROR']]],
    ['device=d1,12345678901', { device: ['d1'] }, [['device', 'ignored in part: Expected at most 10 characters']]],
    ['line=0&q=x', { q: 'x' }, [['line', 'ignored: Expected at least 1']]],
    ['line=1.5', {}, [['line', 'ignored: Expected a whole number']]],
    ['line=&q=&level=', {}, []],
    ['level=,', {}, []],
    ['nobody=1', {}, []],
    ['q=first&q=second', { q: 'first' }, []],
  ])('%s keeps what is good of it and tells of the rest', (query, kept, told) => {
    const { value, problems } = parse(query);
    expect(defined(value)).toEqual(kept);
    expect(problems.map(({ param, detail }) => [param, detail])).toEqual(told);
  });

  test('of a list twice is its first, as of a text', () => {
    expect(defined(codec.parse({ q: ['a', 'b'], device: ['d1', 'd2'], line: [] }).value)).toEqual({
      q: 'a',
      device: ['d1'],
    });
  });

  test('never throws, never repeats what stood in it, and what it keeps is a view with an address', () => {
    const hostile = fc.oneof(
      fc.string({ unit: 'grapheme' }),
      fc.constantFrom('\0', '\ud800', ',', '\\', 'INFO,\\', '1e400', '-1', 'NaN', '\uFEFF', '__proto__'),
    );
    const given = fc.oneof(hostile, fc.array(hostile, { maxLength: 3 }));
    const params = fc.record({ q: given, device: given, line: given, other: given }, { requiredKeys: [] });
    fc.assert(
      fc.property(params, (record) => {
        const secret = 'correcthorsebattery';
        const { value, problems } = codec.parse({ ...record, level: `ERROR,${secret}` });
        expect(defined(value)).toMatchObject({ level: ['ERROR'] });
        expect(JSON.stringify(problems)).not.toContain(secret);
        expect(parse(codec.format(value)).problems).toEqual([]);
      }),
    );
  });
});
