import fc from 'fast-check';
import { expect, test } from 'vitest';
import { chunksAround, mergeStretches, stretchesOf } from './around';

const CHUNK = 5;
const chunkOf = (seq: number) => seq - ((seq - 1) % CHUNK);

/** A device's lines and matches in a run with chunks of five lines; `readChunks` counts the chunks that were read. */
function linesAround(seqs: readonly number[], matches: readonly number[], around: number) {
  const chunks = [...new Set(seqs.map(chunkOf))].map((firstSeq) => ({
    firstSeq,
    count: seqs.filter((seq) => chunkOf(seq) === firstSeq).length,
  }));
  const device = { matches: [...matches], chunks };
  const wanted = chunksAround(device, around, chunkOf);
  const stretches = stretchesOf(device, around, (firstSeq) =>
    wanted.has(firstSeq) ? seqs.filter((seq) => chunkOf(seq) === firstSeq) : null,
  );
  return { stretches, readChunks: wanted.size };
}

test('each match with its neighbours, from the chunks near it alone', () => {
  const cases = fc
    .uniqueArray(fc.integer({ min: 1, max: 300 }), { minLength: 1, maxLength: 120 })
    .map((seqs) => seqs.sort((one, other) => one - other))
    .chain((seqs) =>
      fc.tuple(
        fc.constant(seqs),
        fc.subarray(seqs, { maxLength: Math.min(6, seqs.length) }),
        fc.integer({ min: 1, max: 8 }),
      ),
    );
  fc.assert(
    fc.property(cases, ([seqs, matches, around]) => {
      const { stretches } = linesAround(seqs, matches, around);
      const matchIndexes = matches.map((seq) => seqs.indexOf(seq));
      const wanted = seqs.filter((_, at) => matchIndexes.some((index) => Math.abs(at - index) <= around));
      expect(stretches.flatMap((stretch) => stretch.seqs)).toEqual(wanted);
      // Stretches of one device are apart: a line of it lies between them.
      for (const [at, { seqs: own }] of stretches.entries()) {
        const next = stretches[at + 1]?.seqs[0];
        if (next !== undefined) expect(seqs.indexOf(next)).toBeGreaterThan(seqs.indexOf(own.at(-1) ?? 0) + 1);
      }
    }),
  );
});

test('few matches in a long run read few chunks', () => {
  const seqs = Array.from({ length: 1000 }, (_, at) => at + 1);
  expect(linesAround(seqs, [500], 3).readChunks).toBe(3);
});

test('stretches that touch, or that another lies across, are not apart', () => {
  const list = mergeStretches(
    [{ seqs: [1, 3, 5] }, { seqs: [4, 8] }, { seqs: [9, 10] }, { seqs: [12] }, { seqs: [40] }],
    {
      matches: [3, 8, 10, 12, 40],
      upTo: 39,
    },
  );
  expect([...list.seqs]).toEqual([1, 3, 4, 5, 8, 9, 10, 12]);
  expect([...list.isFirst]).toEqual([1, 0, 0, 0, 0, 0, 0, 1]);
  expect([...list.isMatch]).toEqual([0, 1, 0, 0, 1, 0, 1, 1]);
});
