import { formatCount, formatQuantity } from '@/lib/format/number';
import type { RunDetail } from '@/lib/runs/schema';
import { isOpen } from '@/lib/runs/status';

/** `note` follows the text where there is room. */
export type Completeness = { text: string; note: string; isMissing: boolean; jumpSeq: number | null };
type Facts = Pick<RunDetail, 'status' | 'lineCount' | 'declaredLineCount' | 'gaps' | 'missingLineCount'>;

/** Says whether all lines are here, judged by the sender's own numbers and by the count that it declared. */
export function describeCompleteness(run: Facts): Completeness {
  const { lineCount, gaps, missingLineCount, declaredLineCount } = run;
  const first = gaps[0];
  if (missingLineCount > 0) {
    const jumpSeq = first ? Math.max(1, first.afterSeq ?? 1) : null;
    return { text: missingText(run), note: '', isMissing: true, jumpSeq };
  }
  const text = lineCount === 0 ? 'no lines' : `1…${formatCount(lineCount)}`;
  if (isOpen(run.status)) {
    const openText = lineCount === 0 ? 'no lines yet' : `${text}, no gap so far`;
    return { text: openText, note: '', isMissing: false, jumpSeq: null };
  }
  const note = declaredLineCount === null ? '' : ', as declared';
  return { text: `complete ${text}`, note, isMissing: false, jumpSeq: null };
}

/** The position in the log's own numbers: the reader finds the note between these two lines. */
function missingText({ gaps, missingLineCount, declaredLineCount, lineCount }: Facts): string {
  const missing = `${formatQuantity(missingLineCount, 'line')} missing`;
  const [first, ...more] = gaps;
  if (!first) return `${missing} of ${formatCount(declaredLineCount ?? 0)} declared`;
  const position = positionText(first.afterSeq, lineCount);
  return more.length > 0
    ? `${missing} in ${formatQuantity(gaps.length, 'gap')}, the first ${position}`
    : `${missing} ${position}`;
}

function positionText(afterSeq: number | null, lineCount: number): string {
  if (afterSeq === null) return 'before line 1';
  if (afterSeq >= lineCount) return `after line ${formatCount(lineCount)}`;
  return `between ${formatCount(afterSeq)} and ${formatCount(afterSeq + 1)}`;
}
