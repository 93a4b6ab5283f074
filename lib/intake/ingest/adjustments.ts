import { MAX_ADJUSTED, type Adjusted, type Adjustment } from './schema';

/** What was adjusted in a batch: the first `MAX_ADJUSTED` of it, and how much in all. */
export type Adjustments = { adjusted: Adjusted[]; adjustedCount: number };

export function noteAdjustments(notes: Adjustments, index: number, adjustments: readonly Adjustment[]): void {
  for (const adjustment of adjustments) {
    notes.adjustedCount += 1;
    if (notes.adjusted.length < MAX_ADJUSTED) notes.adjusted.push({ index, ...adjustment });
  }
}
