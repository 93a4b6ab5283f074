import { beforeAll, expect, test } from 'vitest';
import { postLines, READER } from '@/lib/testing/ingest';
import { useTestDatabase } from '@/lib/testing/test-database';
import { findLinesQuery } from '../../schema';
import { findLines } from '../find-lines';

useTestDatabase();

/** Enough that a search is read in two halves, and odd, so that the halves part inside of a chunk. */
const COUNT = 51_001;
const BATCH = 3000;
const isNeedle = (n: number): boolean => n % 997 === 0 || Math.abs(n - (COUNT + 1) / 2) <= 1;
const needles = Array.from({ length: COUNT }, (_, i) => i + 1).filter(isNeedle);

const find = (query: Record<string, string | number>) => findLines(READER, 'long', findLinesQuery.parse(query));

beforeAll(async () => {
  for (let from = 1; from <= COUNT; from += BATCH) {
    const lines = Array.from({ length: Math.min(BATCH, COUNT - from + 1) }, (_, i) => ({
      run_id: 'long',
      message: isNeedle(from + i) ? `needle ${from + i}` : 'hay',
    }));
    await postLines(lines);
  }
});

test.each([
  ['a word', 'needle'],
  ['part of a word', '*eedl*'],
  ['a regular expression', '/n[e]{2}dle/'],
])('%s in a long run: exact total, and pages across the middle', async (_name, q) => {
  expect(await find({ q, limit: 1 })).toMatchObject({ total: needles.length });
  const first = needles.findIndex((n) => n > COUNT / 2) - 3;
  const page = await find({ q, offset: first, limit: 8 });
  expect(page.lines.map(({ seq }) => seq)).toEqual(needles.slice(first, first + 8));
  const back = await find({ q, from: needles[first + 7] ?? 0, limit: 8, order: 'desc' });
  expect(back.lines.map(({ seq }) => seq)).toEqual(needles.slice(first, first + 8).reverse());
});
