import type { ScrollAnchor } from '@/components/ui/scroll-anchor';
import { filterOf, hasLineFilter, isDerived, type LineView } from '@/lib/reading/lines/line-filter-codec';
import { parseLineRange } from '@/lib/reading/lines/line-range';
import type { LineSelection } from '@/lib/reading/lines/schema';
import type { RunDetail } from '@/lib/runs/schema';
import { isOpen } from '@/lib/runs/status';

/** Line at which the reader was before the filter changed. */
export type ReadingAnchor = { seq: number | null; isFollowing: boolean };

/** The line that the address leads to: the open one, or the first of those selected. */
export const linkedSeq = ({ line, lines }: LineView): number | undefined => line ?? parseLineRange(lines)?.from;

/** A failed run opens at its first error, an open run at its end; a line named in the address comes before both. */
export function firstAnchor(run: RunDetail, view: LineView): ReadingAnchor {
  const linked = linkedSeq(view);
  if (linked !== undefined) return { seq: linked, isFollowing: false };
  if (isOpen(run.status)) return { seq: null, isFollowing: view.q === undefined };
  const hasFailed = run.status === 'failed' || run.status === 'partial';
  const seq = hasFailed && !hasLineFilter(filterOf(view)) ? (run.firstError?.seq ?? null) : null;
  return { seq, isFollowing: false };
}

type ListStart = { anchor: ScrollAnchor; cursor: number | null };

/**
 * The first position of a list. A line is shown at once where its index is its seq; otherwise its index is looked up
 * first.
 */
export function listStart(filter: LineSelection, { seq, isFollowing }: ReadingAnchor): ListStart {
  const isIndexSeq = !hasLineFilter(filter) && !isDerived(filter);
  if (seq !== null && isIndexSeq) return { anchor: { kind: 'centre', index: seq - 1 }, cursor: seq - 1 };
  if (seq === null && isFollowing) return { anchor: { kind: 'end' }, cursor: null };
  return { anchor: { kind: 'top', index: 0, insidePx: 0 }, cursor: null };
}
