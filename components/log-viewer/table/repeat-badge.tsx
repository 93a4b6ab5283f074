import { formatCount } from '@/lib/format/number';
import type { Line } from '@/lib/store/chunks/line';

/** `×57`: the row stands for 57 lines; its detail lists them. */
export function RepeatBadge({ count, lastSeq }: NonNullable<Line['repeats']>) {
  return (
    <span
      title={`${formatCount(count)} lines up to ${formatCount(lastSeq)}, the same but for digits`}
      className="rounded-sm bg-selected px-1 font-semibold text-fg"
    >
      ×{formatCount(count)}
    </span>
  );
}
