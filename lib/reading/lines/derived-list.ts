import { firstAt } from './first-at';
import type { PageRequest } from './match-index';
import type { Line } from '@/lib/store/chunks/line';

/** Lines and their neighbours, in the order of seq. */
export type AroundList = { kind: 'around'; seqs: Int32Array; isMatch: Uint8Array; isFirst: Uint8Array };
/** First lines of folds, how many lines each stands for, and the last of them. */
export type FoldList = { kind: 'fold'; seqs: Int32Array; counts: Int32Array; lastSeqs: Int32Array };
/** What a reader scrolls through when it is not simply the lines that match. */
export type DerivedList = AroundList | FoldList;

/** Places of a page in the list, in the page's order. */
export function placesOfPage({ seqs }: DerivedList, { from, offset = 0, limit, order }: PageRequest): number[] {
  const { length } = seqs;
  if (order === 'asc') {
    const start = from === undefined ? offset : firstAt(seqs, from);
    return Array.from({ length: Math.max(0, Math.min(limit, length - start)) }, (_, at) => start + at);
  }
  const start = from === undefined ? length - 1 - offset : firstAt(seqs, from + 1) - 1;
  return Array.from({ length: Math.max(0, Math.min(limit, start + 1)) }, (_, at) => start - at);
}

/** What the list adds to the line at a place. */
export function marksAt(list: DerivedList, place: number): Pick<Line, 'repeats' | 'stretch'> {
  if (list.kind === 'around') {
    return { stretch: { isMatch: list.isMatch[place] === 1, isFirst: list.isFirst[place] === 1 } };
  }
  const count = list.counts[place] ?? 1;
  return count > 1 ? { repeats: { count, lastSeq: list.lastSeqs[place] ?? 0 } } : {};
}
