import fc from 'fast-check';
import { expect, test } from 'vitest';
import { foldKey, joinFolds, wholeSpans, type FoldPart } from './fold-lines';
import type { Line } from '@/lib/store/chunks/line';

const line = (change: Partial<Line>): Line => ({
  seq: 1,
  time: '2026-11-22T02:14:07.120Z',
  receivedAt: '2026-11-22T02:14:07.220Z',
  level: 'INFO',
  component: 'gateway',
  device: 'a',
  phase: 'fetch',
  message: 'took 12 ms',
  fields: {},
  ...change,
});

test('digits, and what a line holds beside its text, do not part lines; all else does', () => {
  const key = foldKey(line({}));
  expect(foldKey(line({ message: 'took 7 ms', phase: 'store', fields: { n: 1 } }))).toBe(key);
  for (const other of [{ message: 'took 12 s' }, { device: 'b' }, { component: 'x' }, { level: 'ERROR' as const }]) {
    expect(foldKey(line(other))).not.toBe(key);
  }
});

type Keyed = { seq: number; key: string };

function partOf(lines: readonly Keyed[]): FoldPart {
  const firsts = lines
    .map((each, at) => ({ ...each, at }))
    .filter(({ key, at }) => at === 0 || lines[at - 1]?.key !== key);
  return {
    seqs: Int32Array.from(firsts, ({ seq }) => seq),
    numbers: Int32Array.from(firsts, ({ at }) => at + 1),
    before: Int32Array.from(firsts, ({ at }) => lines[at - 1]?.seq ?? 0),
    lineCount: lines.length,
    lastSeq: lines.at(-1)?.seq ?? 0,
  };
}

test('parts, wherever they are cut, make the list that the whole makes', () => {
  const runs = fc.array(fc.constantFrom('a', 'b', 'c'), { minLength: 1, maxLength: 60 });
  fc.assert(
    fc.property(runs, fc.array(fc.integer({ min: 1, max: 9 }), { minLength: 1, maxLength: 60 }), (keys, sizes) => {
      const lines = keys.map((key, at) => ({ seq: at * 3 + 1, key }));
      const pieces: Keyed[][] = [];
      for (let at = 0, piece = 0; at < lines.length; piece += 1) {
        const size = sizes[piece % sizes.length] ?? 1;
        pieces.push(lines.slice(at, at + size));
        at += size;
      }
      const joined = joinFolds(pieces.map(partOf), (part) => pieces[part - 1]?.at(-1)?.key === pieces[part]?.[0]?.key);
      expect(joined).toEqual(joinFolds([partOf(lines)], () => false));
      expect(joined.counts.reduce((sum, count) => sum + count, 0)).toBe(lines.length);
    }),
  );
});

test('spans of a whole run end at its last line', () => {
  expect(wholeSpans(2001)).toEqual([
    { firstSeq: 1, lastSeq: 1000 },
    { firstSeq: 1001, lastSeq: 2000 },
    { firstSeq: 2001, lastSeq: 2001 },
  ]);
  expect(wholeSpans(0)).toEqual([]);
});
