import type { Gap, RunDetail } from '@/lib/runs/schema';

/** Missing lines by the seq after which they belong; 0 stands before the first line. */
export function missingAfterSeq(gaps: readonly Gap[]): ReadonlyMap<number, number> {
  const missing = new Map<number, number>();
  for (const { afterSeq, count } of gaps) missing.set(afterSeq ?? 0, (missing.get(afterSeq ?? 0) ?? 0) + count);
  return missing;
}

/** Lines that the sender declared but never numbered: those beyond the holes in its own numbers. */
export const undeliveredCount = ({ gaps, missingLineCount }: Pick<RunDetail, 'gaps' | 'missingLineCount'>): number =>
  Math.max(0, missingLineCount - gaps.reduce((sum, gap) => sum + gap.count, 0));
