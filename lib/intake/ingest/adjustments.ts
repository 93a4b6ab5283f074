import { MAX_ADJUSTED, type Adjusted, type Adjustment } from './schema';

/** The adjustments in a batch: the first `MAX_ADJUSTED` of them, and their total number. */
export type Adjustments = { adjusted: Adjusted[]; adjustedCount: number };

export function noteAdjustments(notes: Adjustments, index: number, adjustments: readonly Adjustment[]): void {
  for (const adjustment of adjustments) {
    notes.adjustedCount += 1;
    if (notes.adjusted.length < MAX_ADJUSTED) notes.adjusted.push({ index, ...adjustment });
  }
}
