import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { MINUTE_MS } from '@/lib/format/time-units';
import { LEVELS } from '@/lib/store/chunks/level';
import type { LineDraft } from '@/lib/store/chunks/line-draft';
import { tallyLines, type RunTally } from './tally-lines';

const BASE_MS = Date.UTC(2026, 2, 10, 23, 58);

const line = (own: Partial<LineDraft> = {}): LineDraft => ({
  time: { ms: BASE_MS, us: 0 },
  level: 20,
  component: '',
  device: '',
  phase: '',
  message: 'm',
  fields: '',
  clientSeq: null,
  open: [],
  ...own,
});

/** Few names and minutes, so that lines share them; `__proto__` and the like are names like any other. */
const drafts = fc.array(
  fc
    .record({
      time: fc.record({
        ms: fc.oneof(
          fc.integer({ min: BASE_MS, max: BASE_MS + 5 * MINUTE_MS }),
          fc.constantFrom(BASE_MS - 1, BASE_MS, -1, 0, -MINUTE_MS, MINUTE_MS - 1),
        ),
        us: fc.integer({ min: 0, max: 999 }),
      }),
      level: fc.constantFrom(10, 20, 30, 40, 50),
      component: fc.constantFrom('', 'gateway', 'git', '__proto__', 'a b'),
      device: fc.constantFrom('', 'd1', 'd2', 'constructor'),
      clientSeq: fc.option(fc.integer({ min: 0, max: 30 }), { nil: null }),
    })
    .map(line),
  { maxLength: 60 },
);

/** How often each key comes. */
function tallyOf<T>(items: readonly T[], keyOf: (item: T) => unknown): Record<string, number> {
  const counts: Record<string, number> = Object.create(null) as Record<string, number>;
  for (const item of items) counts[JSON.stringify(keyOf(item))] = (counts[JSON.stringify(keyOf(item))] ?? 0) + 1;
  return { ...counts };
}

const minuteOf = (draft: LineDraft): number => Math.floor(draft.time.ms / MINUTE_MS) * MINUTE_MS;

const flatMinutes = ({ minutes }: RunTally): Record<string, number> =>
  Object.fromEntries(
    minutes.map(({ minuteMs, level, component, count }) => [JSON.stringify([minuteMs, level, component]), count]),
  );

const flatDevices = ({ devices }: RunTally): Record<string, number> =>
  Object.fromEntries(
    devices.flatMap(({ device, levelCounts }) =>
      levelCounts.flatMap((count, at) => (count === 0 ? [] : [[JSON.stringify([device, (at + 1) * 10]), count]])),
    ),
  );

/** The numbers that an `int8multirange` literal of closed ranges holds. */
function numbersOf(multirange: string): number[] {
  expect(multirange).toMatch(/^\{(\[\d+,\d+\](,\[\d+,\d+\])*)?\}$/);
  const numbers = [...multirange.matchAll(/\[(\d+),(\d+)\]/g)].flatMap(([, from, to]) =>
    Array.from({ length: Number(to) - Number(from) + 1 }, (_, index) => Number(from) + index),
  );
  return [...new Set(numbers)].sort((one, other) => one - other);
}

describe('a tally of any lines', () => {
  const holds = (check: (lines: LineDraft[], tally: RunTally) => void) =>
    fc.assert(fc.property(drafts, (lines) => check(lines, tallyLines(lines))));

  test('is what a count line by line says, by minute, component and level', () => {
    holds((lines, tally) => {
      expect(flatMinutes(tally)).toEqual(tallyOf(lines, (draft) => [minuteOf(draft), draft.level, draft.component]));
      expect(tally.minutes).toHaveLength(Object.keys(flatMinutes(tally)).length);
    });
  });

  test('and by device and level, lines of no device aside', () => {
    holds((lines, tally) => {
      const ofDevices = lines.filter(({ device }) => device !== '');
      expect(flatDevices(tally)).toEqual(tallyOf(ofDevices, ({ device, level }) => [device, level]));
      expect(tally.devices.map(({ device }) => device)).toEqual([...new Set(ofDevices.map(({ device }) => device))]);
    });
  });

  test('has one sum, however it is taken', () => {
    holds((lines, { levelCounts, minutes }) => {
      expect(levelCounts).toEqual(LEVELS.map((_, at) => lines.filter(({ level }) => level === (at + 1) * 10).length));
      expect(minutes.reduce((sum, { count }) => sum + count, 0)).toBe(lines.length);
    });
  });

  test('names the first error by its position', () => {
    holds((lines, { firstErrorIndex }) => {
      const first = lines.findIndex(({ level }) => level >= 40);
      expect(firstErrorIndex).toBe(first === -1 ? null : first);
    });
  });

  test('holds every client seq, and no other', () => {
    holds((lines, { clientSeqs }) => {
      const sent = new Set(lines.flatMap(({ clientSeq }) => clientSeq ?? []));
      expect(numbersOf(clientSeqs)).toEqual([...sent].sort((one, other) => one - other));
    });
  });

  test('of two batches together is the sum of their tallies', () => {
    fc.assert(
      fc.property(drafts, drafts, (one, other) => {
        const [first, second, both] = [tallyLines(one), tallyLines(other), tallyLines([...one, ...other])];
        const sum = { ...flatMinutes(first) };
        for (const [key, count] of Object.entries(flatMinutes(second))) sum[key] = (sum[key] ?? 0) + count;
        expect(flatMinutes(both)).toEqual(sum);
        expect(both.levelCounts).toEqual(first.levelCounts.map((count, at) => count + (second.levelCounts[at] ?? 0)));
        expect(numbersOf(both.clientSeqs)).toEqual(
          [...new Set([...numbersOf(first.clientSeqs), ...numbersOf(second.clientSeqs)])].sort((a, b) => a - b),
        );
      }),
    );
  });
});

describe('client seqs', () => {
  const rangesOf = (seqs: (number | null)[]): string =>
    tallyLines(seqs.map((clientSeq) => line({ clientSeq }))).clientSeqs;

  test.each([
    [[], '{}'],
    [[null, null], '{}'],
    [[0, 1, 2], '{[0,2]}'],
    [[1, null, 2], '{[1,2]}'],
    [[1, 3, 4], '{[1,1],[3,4]}'],
    [[2, 1], '{[2,2],[1,1]}'],
    [[5, 5], '{[5,5],[5,5]}'],
    [[Number.MAX_SAFE_INTEGER - 1, Number.MAX_SAFE_INTEGER], '{[9007199254740990,9007199254740991]}'],
  ])('%j are %s', (seqs, ranges) => {
    expect(rangesOf(seqs)).toBe(ranges);
  });

  test('of a batch in order are one range, however long it is', () => {
    expect(rangesOf(Array.from({ length: 5000 }, (_, index) => index + 7))).toBe('{[7,5006]}');
  });
});

test('a minute begins with its first millisecond, before 1970 too', () => {
  const times = [BASE_MS - 1, BASE_MS, BASE_MS + MINUTE_MS - 1, -1].map((ms) => line({ time: { ms, us: 999 } }));
  expect(tallyLines(times).minutes.map(({ minuteMs, count }) => [minuteMs, count])).toEqual([
    [BASE_MS - MINUTE_MS, 1],
    [BASE_MS, 2],
    [-MINUTE_MS, 1],
  ]);
});

test('of no lines all is nothing', () => {
  expect(tallyLines([])).toEqual({
    levelCounts: [0, 0, 0, 0, 0],
    firstErrorIndex: null,
    clientSeqs: '{}',
    minutes: [],
    devices: [],
  });
});
