import type { MouseEvent } from 'react';
import { formatCount } from '@/lib/format/number';

type NumberCellProps = { seq: number; onPick: (seq: number, isExtending: boolean) => void };

export function NumberCell({ seq, onPick }: NumberCellProps) {
  const pick = (event: MouseEvent) => {
    event.stopPropagation();
    onPick(seq, event.shiftKey);
  };
  return (
    <span role="gridcell" className="hidden text-right @2xl:block">
      <button
        type="button"
        tabIndex={-1}
        aria-label={`Select line ${formatCount(seq)}`}
        onClick={pick}
        // Otherwise the browser would select the text up to a click with Shift.
        onMouseDown={(event) => event.shiftKey && event.preventDefault()}
        className="w-full cursor-pointer text-right text-faint select-none hover:text-fg hover:underline"
      >
        {formatCount(seq)}
      </button>
    </span>
  );
}
