import type { FoldList } from './derived-list';
import type { SeqSpan } from '@/lib/store/chunks/seq-span';
import type { Line } from '@/lib/store/chunks/line';
import { withoutDigits } from '@/lib/store/query/mask-grammar';
import { searchText } from '@/lib/store/chunks/search-text';

/** Consecutive lines with the same key are repeats of the first; digits of the shown message do not count. */
export const foldKey = ({ level, component, device, message }: Omit<Line, 'seq'>): string =>
  JSON.stringify([level, component, device, withoutDigits(searchText(message))]);

/** Folds of a part of the list. The caller joins a fold that continues from the part before. */
export type FoldPart = {
  /** First seq of each fold. */
  seqs: Int32Array;
  /** Its number among the part's lines, from 1. */
  numbers: Int32Array;
  /** The seq of the part's line before it; 0 for the first. */
  before: Int32Array;
  lineCount: number;
  /** Seq of the part's last line. */
  lastSeq: number;
};

/** Spans of a run's lines, a thousand each, where nothing narrows them. */
export const wholeSpans = (upTo: number): SeqSpan[] =>
  Array.from({ length: Math.ceil(upTo / 1000) }, (_, at) => ({
    firstSeq: at * 1000 + 1,
    lastSeq: Math.min(upTo, at * 1000 + 1000),
  }));

/** The parts as one list; `goesOn(part)` says whether the first line of a part repeats the last one of the part before. */
export function joinFolds(parts: readonly FoldPart[], goesOn: (part: number) => boolean): FoldList {
  const length = parts.reduce((sum, { seqs }, part) => sum + seqs.length - Number(part > 0 && goesOn(part)), 0);
  const list: FoldList = {
    kind: 'fold',
    seqs: new Int32Array(length),
    counts: new Int32Array(length),
    lastSeqs: new Int32Array(length),
  };
  let index = -1;
  for (const [at, part] of parts.entries()) {
    const isOpen = at > 0 && goesOn(at);
    for (const [fold, seq] of part.seqs.entries()) {
      const next = fold + 1;
      const count = (part.numbers[next] ?? part.lineCount + 1) - (part.numbers[fold] ?? 0);
      if (fold > 0 || !isOpen) {
        index += 1;
        list.seqs[index] = seq;
      }
      list.counts[index] = (list.counts[index] ?? 0) + count;
      list.lastSeqs[index] = part.before[next] ?? part.lastSeq;
    }
  }
  return list;
}
