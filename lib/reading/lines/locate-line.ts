import { PAGE_SIZE } from './line-window';
import type { Line } from '@/lib/store/chunks/line';

export type LineLocation = {
  /** Index of the line, or of the next one that matches when this one does not. */
  index: number;
  isMatch: boolean;
};

type Bounds = { low: number; high: number; lowSeq: number; highSeq: number };

/** A folded line stands for all of its repeats. */
const lastSeqOf = (line: Line): number => line.repeats?.lastSeq ?? line.seq;

/**
 * Index of a seq among the matching lines, or of the fold it is in. The search alternates between where the seq would
 * be if matches were spread evenly and the middle, so it reads at most some 2 × log2(pages) pages and mostly one or
 * two. `readPage` gets a page's number.
 */
export async function locateLine(
  seq: number,
  {
    total,
    lastSeq,
    readPage,
  }: { total: number; lastSeq: number; readPage: (page: number) => Promise<readonly Line[]> },
): Promise<LineLocation> {
  let bounds: Bounds = { low: 0, high: total, lowSeq: 0, highSeq: lastSeq + 1 };
  for (let probe = 0; bounds.low < bounds.high; probe += 1) {
    const page = Math.floor(guess(seq, bounds, probe) / PAGE_SIZE);
    const offset = page * PAGE_SIZE;
    const lines = await readPage(page);
    const first = lines[0];
    const last = lines.at(-1);
    if (!first || !last) break;
    if (seq > lastSeqOf(last)) bounds = { ...bounds, low: offset + lines.length, lowSeq: lastSeqOf(last) };
    else if (seq < first.seq && offset > bounds.low) bounds = { ...bounds, high: offset, highSeq: first.seq };
    else {
      const at = lines.findIndex((line) => lastSeqOf(line) >= seq);
      return { index: offset + at, isMatch: (lines[at]?.seq ?? Infinity) <= seq };
    }
  }
  return { index: Math.max(0, Math.min(bounds.low, total - 1)), isMatch: false };
}

function guess(seq: number, { low, high, lowSeq, highSeq }: Bounds, probe: number): number {
  const share = probe % 2 === 0 ? (seq - lowSeq) / Math.max(1, highSeq - lowSeq) : 0.5;
  return Math.min(high - 1, Math.max(low, Math.floor(low + share * (high - low))));
}
