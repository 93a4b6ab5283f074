import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { LEVELS } from '@/lib/store/chunks/level';
import { hasTerms } from '@/lib/store/query/search-query';
import {
  filterOf,
  hasLineFilter,
  lineFilterText,
  lineViewCodec,
  matchFilterOf,
  type LineView,
} from './line-filter-codec';

/** Items of a list have no space around them; everything else a sender may write. */
const item = fc.string({ unit: 'grapheme', minLength: 1, maxLength: 40 }).filter((text) => text.trim() === text);
/** A search that says nothing, such as `*`, is none. */
const search = item.filter((text) => hasTerms(text));
const list = <T>(values: fc.Arbitrary<T>) =>
  fc.option(fc.uniqueArray(values, { minLength: 1, maxLength: 5 }), { nil: undefined });

const ranges = fc.oneof(
  fc.constant({}),
  fc
    .tuple(fc.integer({ min: 0, max: 1e12 }), fc.integer({ min: 1, max: 1e9 }))
    .map(([start, span]) => ({ since: new Date(start).toISOString(), until: new Date(start + span).toISOString() })),
);
const filters: fc.Arbitrary<LineView> = fc.record(
  {
    level: list(fc.constantFrom(...LEVELS)),
    component: list(item),
    device: list(item),
    phase: list(item),
    q: fc.option(search, { nil: undefined }),
    around: fc.option(fc.integer({ min: 1, max: 50 }), { nil: undefined }),
    fold: fc.option(fc.constant('1' as const), { nil: undefined }),
    case: fc.constantFrom('1' as const, undefined),
    find: fc.constantFrom('1' as const, undefined),
    lines: fc.option(
      fc
        .tuple(fc.integer({ min: 1, max: 99 }), fc.integer({ min: 0, max: 99 }))
        .map(([from, more]) => `${from}-${from + more}`),
      { nil: undefined },
    ),
    line: fc.option(fc.integer({ min: 1, max: 2_000_000_000 }), { nil: undefined }),
  },
  { requiredKeys: [] },
);
const views = fc.tuple(filters, ranges).map(([filter, range]): LineView => ({ ...filter, ...range }));

const defined = (value: object) => Object.fromEntries(Object.entries(value).filter(([, field]) => field !== undefined));

describe('lineViewCodec', () => {
  it('reads back what it wrote', () => {
    fc.assert(
      fc.property(views, (view) => {
        const { value, problems } = lineViewCodec.parse(new URLSearchParams(lineViewCodec.format(view)));
        expect(problems).toEqual([]);
        expect(defined(value)).toEqual(defined(view));
      }),
    );
  });

  it('keeps what is good of a bad link and tells of the rest', () => {
    const { value, problems } = lineViewCodec.parse(new URLSearchParams('level=error,LOUD&line=-3&component=gateway'));
    expect(defined(value)).toEqual({ level: ['ERROR'], component: ['gateway'] });
    expect(problems.map(({ param }) => param)).toEqual(['level', 'line']);
  });

  it.each([
    'since=2026-11-22T00:00:00Z&until=2026-11-21T00:00:00Z&level=error',
    'since=2026-11-22T00:00:00Z&until=2026-11-22T01:00:00%2B01:00&level=error',
  ])('leaves out a range without a time in it: %s', (query) => {
    const { value, problems } = lineViewCodec.parse(new URLSearchParams(query));
    expect(defined(value)).toEqual({ level: ['ERROR'] });
    expect(problems.map(({ param }) => param)).toEqual(['since, until']);
  });

  it('keeps a range in the filter', () => {
    const { value } = lineViewCodec.parse(new URLSearchParams('until=2026-11-22T00:00:00Z&line=5'));
    expect(lineFilterText(filterOf(value))).toBe('until=2026-11-22T00:00:00Z');
    expect(hasLineFilter(filterOf(value))).toBe(true);
  });

  it('writes one text for one filter, without the line', () => {
    const { value } = lineViewCodec.parse(new URLSearchParams('line=5&q=tacacs&level=ERROR'));
    expect(lineFilterText(filterOf(value))).toBe('level=ERROR&q=tacacs');
    expect(hasLineFilter(filterOf({ line: 5 }))).toBe(false);
    expect(hasLineFilter({ level: [] })).toBe(false);
  });

  it('leaves no line out for what is only found, or for a case without a text', () => {
    const view: LineView = { level: ['ERROR'], q: 'Tacacs', case: '1', find: '1', lines: '3-4' };
    expect(lineFilterText(filterOf(view))).toBe('level=ERROR');
    expect(lineFilterText(matchFilterOf(view) ?? {})).toBe('level=ERROR&q=Tacacs&case=1');
    expect(lineFilterText(filterOf({ ...view, find: undefined }))).toBe('level=ERROR&q=Tacacs&case=1');
    expect(lineFilterText(filterOf({ case: '1' }))).toBe('');
    expect(matchFilterOf({ case: '1', find: '1' })).toBeNull();
  });
});
