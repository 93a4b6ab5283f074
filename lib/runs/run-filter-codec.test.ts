import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  formatFindRunsQuery,
  hasRunFilter,
  RUNS_PAGE_SIZE,
  runListCodec,
  toFindRunsQuery,
  type RunListState,
} from './run-filter-codec';
import { findRunsQuery } from './schema';
import { RUN_STATUSES } from './status';

const parse = (query: string) => runListCodec.parse(new URLSearchParams(query));

// A comma separates the items of a list, so it cannot be part of one.
const item = fc
  .string({ unit: 'grapheme', maxLength: 40 })
  .map((text) => text.replaceAll(',', ' ').trim())
  .filter((text) => text !== '' && text.length <= 200);
const some = <T>(one: fc.Arbitrary<T>) =>
  fc.option(fc.uniqueArray(one, { minLength: 1, maxLength: 4 }), { nil: undefined });
const year2000 = Date.UTC(2000, 0, 1);
const timeState = fc.oneof(
  fc.constant({}),
  fc.record({ range: fc.constantFrom('1h' as const, '24h' as const, '7d' as const, '30d' as const) }),
  fc.tuple(fc.integer({ min: 0, max: 1e12 }), fc.integer({ min: 1, max: 1e9 })).map(([start, span]) => ({
    from: new Date(year2000 + start).toISOString(),
    to: new Date(year2000 + start + span).toISOString(),
  })),
);
const stateArbitrary: fc.Arbitrary<RunListState> = fc
  .record({
    status: some(fc.constantFrom(...RUN_STATUSES)),
    job: some(item),
    type: some(item),
    device: some(item),
    q: fc.option(item, { nil: undefined }),
    site: some(item),
    gateway: some(item),
    trigger: some(item),
    cursor: fc.option(fc.stringMatching(/^[\w-]{1,60}$/), { nil: undefined }),
  })
  .chain((base) => timeState.map((time) => ({ ...base, ...time })));

describe('the URL of the job list', () => {
  it('reads back what it writes, without a problem', () => {
    fc.assert(
      fc.property(stateArbitrary, (state) => {
        expect(parse(runListCodec.format(state))).toEqual({ value: state, problems: [] });
      }),
    );
  });

  it('never throws and keeps only what the API accepts, whatever the address says', () => {
    const params = fc.dictionary(
      fc.constantFrom(
        ...['status', 'job', 'type', 'device', 'site', 'trigger', 'from', 'to', 'q', 'range', 'cursor', 'other'],
      ),
      fc.oneof(fc.string(), fc.array(fc.string(), { maxLength: 3 })),
    );
    fc.assert(
      fc.property(params, (raw) => {
        const { value } = runListCodec.parse(raw);
        const query = toFindRunsQuery(value, year2000);
        const sent = Object.fromEntries(new URLSearchParams(formatFindRunsQuery(query)));
        expect(findRunsQuery.parse(sent)).toEqual(query);
      }),
    );
  });

  it('has one order and readable separators', () => {
    const state: RunListState = { q: 'fra', status: ['failed', 'partial'], from: '2026-11-22T00:00:00.000Z' };
    expect(runListCodec.format(state)).toBe('?status=failed,partial&from=2026-11-22T00:00:00.000Z&q=fra');
    expect(runListCodec.format({ status: [], q: '' })).toBe('');
  });

  it.each([
    ['status=failed,banana', { status: ['failed'] }, ['status']],
    ['status=banana', {}, ['status']],
    ['range=2y', {}, ['range']],
    ['from=yesterday', {}, ['from']],
    ['range=24h&from=2026-11-22T00:00:00Z', { range: '24h' }, ['from, to']],
    ['from=2026-11-22T00:00:00Z&to=2026-11-21T00:00:00Z', {}, ['from, to']],
    [`q=${'x'.repeat(201)}`, {}, ['q']],
    ['cursor=%20%2F', {}, ['cursor']],
    ['utm_source=mail', {}, []],
    ['status=&q=', {}, []],
    ['status=,&job=%20', {}, []],
  ])('falls back and says so: %s', (query, value, params) => {
    const parsed = parse(query);
    expect(parsed.value).toEqual(value);
    expect(parsed.problems.map(({ param }) => param)).toEqual(params);
  });
});

describe('toFindRunsQuery', () => {
  it('turns a sliding range into a start at the moment of asking', () => {
    const now = Date.UTC(2026, 10, 22, 12);
    expect(toFindRunsQuery({ range: '24h' }, now)).toEqual({
      from: '2026-11-21T12:00:00.000Z',
      limit: RUNS_PAGE_SIZE,
      include: ['jobHistories'],
    });
  });
});

describe('hasRunFilter', () => {
  it('does not count the page as a filter', () => {
    expect([hasRunFilter({}), hasRunFilter({ cursor: 'abc' }), hasRunFilter({ range: '1h' })]).toEqual([
      false,
      false,
      true,
    ]);
  });
});
