import { firstAt } from './first-at';
import type { PageRequest } from './match-index';
import type { Line } from '@/lib/store/chunks/line';

/** Lines and their neighbours, in the order of seq. */
export type AroundList = { kind: 'around'; seqs: Int32Array; isMatch: Uint8Array; isFirst: Uint8Array };
/** First lines of folds, how many lines each stands for, and the last of them. */
export type FoldList = { kind: 'fold'; seqs: Int32Array; counts: Int32Array; lastSeqs: Int32Array };
/** The list that a reader scrolls through when it is not simply the matching lines. */
export type DerivedList = AroundList | FoldList;

/** Indexes of a page in the list, in the page's order. */
export function indexesOfPage({ seqs }: DerivedList, { from, offset = 0, limit, order }: PageRequest): number[] {
  const { length } = seqs;
  if (order === 'asc') {
    const start = from === undefined ? offset : firstAt(seqs, from);
    return Array.from({ length: Math.max(0, Math.min(limit, length - start)) }, (_, at) => start + at);
  }
  const start = from === undefined ? length - 1 - offset : firstAt(seqs, from + 1) - 1;
  return Array.from({ length: Math.max(0, Math.min(limit, start + 1)) }, (_, at) => start - at);
}

/** What the list adds to the line at an index. */
export function marksAt(list: DerivedList, index: number): Pick<Line, 'repeats' | 'stretch'> {
  if (list.kind === 'around') {
    return { stretch: { isMatch: list.isMatch[index] === 1, isFirst: list.isFirst[index] === 1 } };
  }
  const count = list.counts[index] ?? 1;
  return count > 1 ? { repeats: { count, lastSeq: list.lastSeqs[index] ?? 0 } } : {};
}
