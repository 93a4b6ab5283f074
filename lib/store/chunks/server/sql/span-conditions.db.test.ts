import fc from 'fast-check';
import { beforeAll, describe, expect, test } from 'vitest';
import { db } from '@/lib/db/client';
import { Prisma } from '@/lib/generated/prisma/client';
import { postLines } from '@/lib/testing/ingest';
import { useTestDatabase } from '@/lib/testing/test-database';
import type { SeqSpan } from '../../seq-span';
import { CHUNK_SPAN, CHUNKS } from './chunk-rows';
import { beginsBy, holdsSpan, holdsSpans } from './span-conditions';

useTestDatabase();

/** Chunks of one run, one as long as a chunk may be. */
const SIZES = [1, 3, 1000, 2, 40, 1, 700];
const CHUNK_SPANS: SeqSpan[] = SIZES.map((size, at) => {
  const before = SIZES.slice(0, at).reduce((sum, each) => sum + each, 0);
  return { firstSeq: before + 1, lastSeq: before + size };
});
const LAST_SEQ = CHUNK_SPANS.at(-1)?.lastSeq ?? 0;

beforeAll(async () => {
  for (const size of SIZES) {
    await postLines(Array.from({ length: size }, (_, i) => ({ run_id: 'spans', message: `line ${i}` })));
    // Its chunks lie between those of the other run.
    await postLines([{ run_id: 'other', message: 'not of the run' }]);
  }
});

const chunksThat = (condition: Prisma.Sql): Promise<SeqSpan[]> =>
  db().$queryRaw<SeqSpan[]>`SELECT ${CHUNK_SPAN} FROM ${CHUNKS} WHERE ${condition} ORDER BY c.first_seq`;

const touches = (one: SeqSpan) => (other: SeqSpan) => one.firstSeq <= other.lastSeq && other.firstSeq <= one.lastSeq;
const seq = fc.integer({ min: 1, max: LAST_SEQ + 5 });
const span = fc.tuple(seq, seq).map(([a, b]) => ({ firstSeq: Math.min(a, b), lastSeq: Math.max(a, b) }));

/** Spans that are in the order of seq and do not touch. */
const isBehind = ({ firstSeq }: SeqSpan, at: number, all: readonly SeqSpan[]): boolean =>
  all.slice(0, at).every(({ lastSeq }) => lastSeq < firstSeq);

describe('the chunks of a run that hold', () => {
  test.each(CHUNK_SPANS.flatMap(({ firstSeq, lastSeq }) => [firstSeq, lastSeq]))('line %i: one', async (line) => {
    const wanted = { firstSeq: line, lastSeq: line };
    expect(await chunksThat(holdsSpan('spans', wanted))).toEqual(CHUNK_SPANS.filter(touches(wanted)));
  });

  test('a span, given as numbers or by columns of the statement around', async () => {
    await fc.assert(
      fc.asyncProperty(span, async (wanted) => {
        const expected = CHUNK_SPANS.filter(touches(wanted));
        expect(await chunksThat(holdsSpan('spans', wanted))).toEqual(expected);
        const columns = { firstSeq: Prisma.sql`s.first`, lastSeq: Prisma.sql`s.last` };
        const joined = await db().$queryRaw<SeqSpan[]>`
          SELECT ${CHUNK_SPAN}
          FROM (SELECT 'spans' AS run, ${wanted.firstSeq}::int AS first, ${wanted.lastSeq}::int AS last) s
          JOIN ${CHUNKS} ON ${holdsSpan(Prisma.sql`s.run`, columns)} ORDER BY c.first_seq`;
        expect(joined).toEqual(expected);
      }),
      { numRuns: 40 },
    );
  });

  test('a line of some spans, and of none', async () => {
    expect(await chunksThat(holdsSpans('spans', []))).toEqual([]);
    await fc.assert(
      fc.asyncProperty(fc.array(span, { maxLength: 4 }), async (some) => {
        const spans = some.sort((one, other) => one.firstSeq - other.firstSeq).filter(isBehind);
        const expected = CHUNK_SPANS.filter((chunk) => spans.some(touches(chunk)));
        expect(await chunksThat(holdsSpans('spans', spans))).toEqual(expected);
      }),
      { numRuns: 40 },
    );
  });

  test('what begins by a seq', async () => {
    for (const { firstSeq } of CHUNK_SPANS) {
      expect(await chunksThat(beginsBy('spans', firstSeq - 1))).toEqual(
        CHUNK_SPANS.filter((chunk) => chunk.firstSeq < firstSeq),
      );
    }
  });
});

test.each([
  ['holdsSpan', holdsSpan('spans', { firstSeq: 1500, lastSeq: 1600 })],
  ['holdsSpans', holdsSpans('spans', [{ firstSeq: 1500, lastSeq: 1600 }])],
])('%s is served by the primary key, from one end of the span to the other', async (_, condition) => {
  const plan = await db().$transaction(async (tx) => {
    // Of so few rows each scan is cheap.
    await tx.$executeRaw`SET LOCAL enable_seqscan = off`;
    await tx.$executeRaw`SET LOCAL enable_bitmapscan = off`;
    const rows = await tx.$queryRaw<{ 'QUERY PLAN': string }[]>`
      EXPLAIN (COSTS OFF) SELECT c.first_seq FROM ${CHUNKS} WHERE ${condition}`;
    return rows.map((row) => row['QUERY PLAN']).join('\n');
  });
  expect(plan).toContain('using log_chunk_pkey');
  expect(plan).toMatch(/Index Cond: \(.*run_id = .*first_seq > .*first_seq <= /);
});
