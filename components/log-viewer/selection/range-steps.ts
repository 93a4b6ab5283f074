import type { LineView } from '@/lib/reading/lines/line-filter-codec';
import { formatLineRange, parseLineRange, rangeBetween, type LineRange } from '@/lib/reading/lines/line-range';
import type { Line } from '@/lib/store/chunks/line';
import type { LogList, LogStep } from '../list/log-list';
import { moveByLines } from '../list/move-steps';

// The selected lines are kept in the address; the fixed end is where the selection began.

export const selectedRange = ({ view }: LogList): LineRange | null => parseLineRange(view.lines);

function fixedEnd(list: LogList): number | null {
  const range = selectedRange(list);
  const { began } = list.state;
  const isEnd = range !== null && (began === range.from || began === range.to);
  return isEnd ? began : (range?.from ?? null);
}

const select = ({ view, setView }: LogList, range: LineRange, change: Partial<LineView> = {}): void =>
  setView({ ...view, ...change, lines: formatLineRange(range) }, 'replace');

/** A click on a line's number: starts a range, or ends the one that was started. */
export function pickLine(list: LogList, seq: number, isExtending: boolean): void {
  const began = (isExtending ? fixedEnd(list) : null) ?? seq;
  list.dispatch({ type: 'picked', seq: began });
  select(list, rangeBetween(began, seq));
}

/** Moves the cursor by one line, and the range's end with it. */
export const extendBy =
  (step: 1 | -1): LogStep =>
  (list) => {
    const { cursor } = list.state;
    if (cursor === null) return moveByLines(step)(list);
    const index = cursor + step;
    if (index < 0 || index >= list.live.total) return;
    const [here, next] = [list.lineAt(cursor), list.lineAt(index)];
    if (here && next) return extendTo(list, index, [here, next]);
    return list
      .readLines([cursor, index])
      .then(([first, second]) => (first && second ? (later) => extendTo(later, index, [first, second]) : null));
  };

function extendTo(list: LogList, index: number, [here, next]: readonly [Line, Line]): void {
  const began = fixedEnd(list) ?? here.seq;
  list.dispatch({ type: 'extended', index, line: next, began });
  list.rows.scrollTo(index);
  // While a line is open, the open line is the one under the cursor.
  select(list, rangeBetween(began, next.seq), list.view.line === undefined ? {} : { line: next.seq });
}

export const clearRange: LogStep = ({ view, setView }) => setView({ ...view, lines: undefined }, 'replace');
