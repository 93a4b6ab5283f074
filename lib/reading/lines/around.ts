import type { AroundList } from './derived-list';

/** How many lines of a device stand in a chunk; chunks without one are left out. In the order of seq. */
export type DeviceChunk = { firstSeq: number; count: number };

export type DeviceMatches = {
  /** In the order of seq. */
  matches: number[];
  chunks: DeviceChunk[];
};

/**
 * The chunks that hold a device's matches or their neighbours: from each chunk with a match outwards, until `around`
 * lines are passed. `chunkOf` is the first seq of the chunk that holds a seq.
 */
export function chunksAround({ matches, chunks }: DeviceMatches, around: number, chunkOf: (seq: number) => number) {
  const indexes = new Map(chunks.map(({ firstSeq }, index) => [firstSeq, index]));
  const wanted = new Set<number>();
  const goOut = (start: number, step: 1 | -1) => {
    let passed = 0;
    for (let index = start + step; passed < around; index += step) {
      const chunk = chunks[index];
      if (!chunk) break;
      wanted.add(chunk.firstSeq);
      passed += chunk.count;
    }
  };
  for (const firstSeq of new Set(matches.map(chunkOf))) {
    const start = indexes.get(firstSeq);
    if (start === undefined) continue;
    wanted.add(firstSeq);
    goOut(start, -1);
    goOut(start, 1);
  }
  return wanted;
}

/** A match with its neighbours: seqs of one device, in order. */
type Stretch = { seqs: number[] };

/**
 * Stretches of one device. `seqsOf` gives the device's seqs in a chunk named by `chunksAround`, and null for other
 * chunks. Lines are numbered by the counts of all chunks, so unread chunks separate stretches as they should.
 */
export function stretchesOf(
  { matches, chunks }: DeviceMatches,
  around: number,
  seqsOf: (firstSeq: number) => readonly number[] | null,
): Stretch[] {
  const known: { seq: number; number: number }[] = [];
  let before = 0;
  for (const { firstSeq, count } of chunks) {
    const number = before;
    seqsOf(firstSeq)?.forEach((seq, at) => known.push({ seq, number: number + at }));
    before += count;
  }
  const stretches: Stretch[] = [];
  let lastNumber = -Infinity;
  let taken = 0;
  let at = 0;
  for (const match of matches) {
    while ((known[at]?.seq ?? Infinity) < match) at += 1;
    const number = known[at]?.number;
    if (number === undefined) break;
    const first = Math.max(number - around, lastNumber + 1);
    if (first > lastNumber + 1 || stretches.length === 0) stretches.push({ seqs: [] });
    while ((known[taken]?.number ?? Infinity) < first) taken += 1;
    for (let line = known[taken]; line && line.number <= number + around; line = known[taken]) {
      stretches.at(-1)?.seqs.push(line.seq);
      taken += 1;
    }
    lastNumber = number + around;
  }
  return stretches;
}

/**
 * All stretches as one list. Stretches of different devices overlap; a new one is separate where it begins behind all
 * earlier ones, with a line of the run between.
 */
export function mergeStretches(
  stretches: readonly Stretch[],
  { matches, upTo }: { matches: Iterable<number>; upTo: number },
): AroundList {
  const kept = stretches
    .map(({ seqs }) => ({ seqs: seqs.filter((seq) => seq <= upTo) }))
    .filter(({ seqs }) => seqs.length > 0);
  const total = kept.reduce((sum, stretch) => sum + stretch.seqs.length, 0);
  const seqs = new Int32Array(total);
  let at = 0;
  for (const stretch of kept) {
    seqs.set(stretch.seqs, at);
    at += stretch.seqs.length;
  }
  seqs.sort();
  const matching = new Set(matches);
  const firsts = beginnings(kept);
  return {
    kind: 'around',
    seqs,
    isMatch: Uint8Array.from(seqs, (seq) => Number(matching.has(seq))),
    isFirst: Uint8Array.from(seqs, (seq) => Number(firsts.has(seq))),
  };
}

function beginnings(stretches: readonly Stretch[]): Set<number> {
  const spans = stretches
    .map(({ seqs }) => ({ first: seqs[0] ?? 0, last: seqs.at(-1) ?? 0 }))
    .sort((one, other) => one.first - other.first);
  const firsts = new Set<number>();
  let reached = -Infinity;
  for (const { first, last } of spans) {
    if (first > reached + 1) firsts.add(first);
    reached = Math.max(reached, last);
  }
  return firsts;
}
