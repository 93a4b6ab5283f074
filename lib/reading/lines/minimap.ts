import { LEVELS } from '@/lib/store/chunks/level';
import type { ChunkMatches } from './match-index';
import type { SeqSpan } from '@/lib/store/chunks/seq-span';

/** Lines per level, in the order of LEVELS. */
export type LevelTally = readonly number[];

/**
 * The shown lines of a span of seqs: a count per level, or a code per line as `levelCodeOf` writes it. Spans in the
 * order of seq make the index space of the shown lines.
 */
export type MinimapSpan = SeqSpan & { counts: LevelTally; levelCodes?: string };

export type MinimapTally = { counts: number[]; matches: number };

/** There are five levels: `1` to `5` is a line of that level, `6` to `:` a found line of that level. */
export const FIRST_CODE = '1'.charCodeAt(0);
const LEVEL_COUNT = LEVELS.length;
export const FOUND_STEP = LEVEL_COUNT;

export const levelCodeOf = (levelIndex: number, isFound: boolean): string =>
  String.fromCharCode(FIRST_CODE + levelIndex + (isFound ? FOUND_STEP : 0));

const sumOf = (counts: LevelTally): number => counts.reduce((sum, count) => sum + count, 0);

/** Lines of a span that are shown. */
export const shownCountOf = ({ counts, levelCodes }: MinimapSpan): number => levelCodes?.length ?? sumOf(counts);

/** Index `i` of `total` is in bucket floor(i × buckets ÷ total); fewer lines than buckets get one each. */
export class MinimapBuckets {
  readonly tallies: MinimapTally[];
  readonly #total: number;

  constructor(total: number, wanted: number) {
    this.#total = total;
    this.tallies = Array.from({ length: Math.min(total, wanted) }, () => ({
      counts: Array.from({ length: LEVEL_COUNT }, () => 0),
      matches: 0,
    }));
  }

  bucketAt(index: number): number {
    return Math.floor((index * this.tallies.length) / this.#total);
  }

  /** True when all lines from `start` on, `count` of them, are in one bucket. */
  isInOne(start: number, count: number): boolean {
    return this.bucketAt(start) === this.bucketAt(start + count - 1);
  }

  /** Adds the span whose first line has the index `start`; without level codes its lines must be in one bucket or of one level. */
  add(start: number, span: MinimapSpan): void {
    if (span.levelCodes !== undefined) return this.#addLevelCodes(start, span.levelCodes);
    let index = start;
    for (const [level, count] of span.counts.entries()) {
      this.#addRun(index, count, level);
      index += count;
    }
  }

  /** Adds the found lines of a span that lies in one bucket. */
  addMatches(start: number, count: number): void {
    const tally = this.tallies[this.bucketAt(start)];
    if (tally) tally.matches += count;
  }

  #addLevelCodes(start: number, levelCodes: string): void {
    for (let at = 0; at < levelCodes.length; at += 1) {
      const code = levelCodes.charCodeAt(at) - FIRST_CODE;
      const tally = this.tallies[this.bucketAt(start + at)];
      if (!tally) continue;
      const level = code % FOUND_STEP;
      tally.counts[level] = (tally.counts[level] ?? 0) + 1;
      if (code >= FOUND_STEP) tally.matches += 1;
    }
  }

  #addRun(start: number, count: number, level: number): void {
    const end = start + count;
    for (let index = start; index < end;) {
      const bucket = this.bucketAt(index);
      const next = Math.min(end, this.#firstOf(bucket + 1));
      const tally = this.tallies[bucket];
      if (tally) tally.counts[level] = (tally.counts[level] ?? 0) + next - index;
      index = next;
    }
  }

  #firstOf(bucket: number): number {
    return Math.ceil((bucket * this.#total) / this.tallies.length);
  }
}

/** True when the lines of a span cannot be told apart, wherever a border between buckets falls. */
export const isOfOneLevel = ({ counts }: MinimapSpan): boolean => counts.filter((count) => count > 0).length <= 1;

type Found = readonly ChunkMatches[] | null;

/** How many of `matches` are in each span; both are in the order of seq. */
function matchesPerSpan(spans: readonly SeqSpan[], matches: Found): number[] {
  const counts = spans.map(() => 0);
  let at = 0;
  for (const match of matches ?? []) {
    while (at < spans.length - 1 && match.firstSeq > (spans[at]?.lastSeq ?? 0)) at += 1;
    counts[at] = (counts[at] ?? 0) + match.count;
  }
  return counts;
}

/**
 * The spans whose lines must be read one by one: a border between buckets divides them, and the counts alone do not say
 * how.
 */
export function spansToRead(spans: readonly MinimapSpan[], matches: Found, wanted: number): MinimapSpan[] {
  const total = spans.reduce((sum, span) => sum + shownCountOf(span), 0);
  const buckets = new MinimapBuckets(total, wanted);
  const found = matchesPerSpan(spans, matches);
  let start = 0;
  return spans.filter((span, at) => {
    const count = shownCountOf(span);
    const isInOne = count === 0 || buckets.isInOne(start, count);
    start += count;
    return !isInOne && (!isOfOneLevel(span) || (found[at] ?? 0) > 0);
  });
}

/** Lines per level and matches in each bucket; spans of `spansToRead` have their level codes. */
export function fillBuckets(spans: readonly MinimapSpan[], matches: Found, wanted: number): MinimapBuckets {
  const total = spans.reduce((sum, span) => sum + shownCountOf(span), 0);
  const buckets = new MinimapBuckets(total, wanted);
  const found = matchesPerSpan(spans, matches);
  let start = 0;
  for (const [at, span] of spans.entries()) {
    const count = shownCountOf(span);
    if (count === 0) continue;
    buckets.add(start, span);
    const foundCount = found[at] ?? 0;
    if (span.levelCodes === undefined && foundCount > 0) buckets.addMatches(start, foundCount);
    start += count;
  }
  return buckets;
}
