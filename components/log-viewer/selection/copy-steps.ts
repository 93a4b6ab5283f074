import type { LineRange } from '@/lib/reading/lines/line-range';
import type { LogList, LogStep } from '../list/log-list';
import { readCurrent } from '../list/move-steps';
import type { CopyForm } from './copy-forms';
import { copyLineLink } from './copy-line-link';
import { copyRange } from './copy-range';
import { selectedRange } from './range-steps';

/** Copies the selected lines; without a selection the line under the cursor. */
export const copyLines =
  (form: CopyForm): LogStep =>
  (list) => {
    const range = selectedRange(list);
    if (range) return copy(list, form, range);
    if (list.state.cursor === null) {
      return list.dispatch({ type: 'said', notice: 'Select lines to copy first: click a line’s number' });
    }
    return readCurrent(list).then((line) =>
      line ? (later) => copy(later, form, { from: line.seq, to: line.seq }) : null,
    );
  };

const copy = (list: LogList, form: CopyForm, range: LineRange): void =>
  list.putOnClipboard(() => copyRange(list, form, range));

/** Copies the address of the view with the line under the cursor open. */
export const copyLink: LogStep = (list) =>
  readCurrent(list).then(
    (line) =>
      ({ view, putOnClipboard }) =>
        putOnClipboard(() => copyLineLink(view, line?.seq ?? view.line ?? 0)),
  );
