'use client';

import { nameInText } from '@/lib/format/invisible';
import { formatCompactCount, formatCount, formatQuantity } from '@/lib/format/number';
import { ERROR_PX } from './map-layout';

type ErrorBadgeProps = {
  count: number;
  name: string;
  /** Seq of the line that a click opens; null when it is not known. */
  firstSeq: number | null;
  column: number;
  isTabStop: boolean;
  isNarrow: boolean;
  onOpenLine: (seq: number) => void;
};

/** The number of errors of a lane; a click opens the first. */
export function ErrorBadge({ count, name, firstSeq, column, isTabStop, isNarrow, onOpenLine }: ErrorBadgeProps) {
  const width = isNarrow ? undefined : ERROR_PX;
  const text = <span className="font-mono text-xs font-medium text-level-error">E {formatCompactCount(count)}</span>;
  if (count === 0) return <span style={{ width }} className="shrink-0" />;
  if (firstSeq === null) {
    return (
      <span style={{ width }} className="shrink-0 pr-1 text-right leading-6" title={formatQuantity(count, 'error')}>
        {text}
      </span>
    );
  }
  return (
    <button
      type="button"
      data-column={column}
      tabIndex={isTabStop ? 0 : -1}
      aria-label={`${formatQuantity(count, 'error')} of ${nameInText(name)}: open the first, line ${formatCount(firstSeq)}`}
      title={`${formatQuantity(count, 'error')}; a click opens the first`}
      onClick={() => onOpenLine(firstSeq)}
      style={{ width }}
      className="h-6 shrink-0 pr-1 text-right outline-offset-[-2px] hover:underline"
    >
      {text}
    </button>
  );
}
