import { copyText } from '@/components/ui/copy-text';
import { runCausesKey } from '@/lib/analysis/causes/query-options';
import type { RunCauses } from '@/lib/analysis/causes/schema';
import { formatCount, formatQuantity } from '@/lib/format/number';
import { stringifyExact } from '@/lib/json/exact-json';
import { lineViewCodec, type LineView } from '@/lib/reading/lines/line-filter-codec';
import { formatLineRange, type LineRange } from '@/lib/reading/lines/line-range';
import { linesText } from '@/lib/reading/lines/lines-text';
import { fetchRange } from '@/lib/reading/lines/query-options';
import type { Line } from '@/lib/store/chunks/line';
import type { LogList } from '../list/log-list';
import type { CopyForm } from './copy-forms';
import { readRangeCount } from './count-range';
import { lineTicket } from './line-ticket';

/** Longer texts are not put on the clipboard. */
const MAX_COPIED_LINES = 5000;

/** Copies the shown lines of a range and returns what to say about it; it reads them page by page and reports its progress. */
export async function copyRange(list: LogList, form: CopyForm, range: LineRange): Promise<string> {
  const count = await readRangeCount(list, range);
  if (count > MAX_COPIED_LINES) {
    return `${formatCount(count)} lines are too many to copy (${formatCount(MAX_COPIED_LINES)} at most): download them instead`;
  }
  const lines = await fetchRange(list.source, range, (done) =>
    list.dispatch({ type: 'said', notice: `Reading ${formatCount(done)} of ${formatCount(count)} lines …` }),
  );
  const what = form === 'ticket' ? 'Ticket' : formatQuantity(lines.length, 'line');
  return copyText(textOf(list, form, { lines, range }), what);
}

type Copied = { lines: readonly Line[]; range: LineRange };

function textOf({ client, run, view }: LogList, form: CopyForm, { lines, range }: Copied): string {
  switch (form) {
    case 'text':
      return linesText(lines);
    case 'json':
      return stringifyExact(lines, 2);
    case 'ticket': {
      const causes = client.getQueryData<RunCauses>(runCausesKey(run))?.groups ?? [];
      return lineTicket({ run, lines, causes, link: linkTo(view, range) });
    }
    default:
      return form satisfies never;
  }
}

function linkTo(view: LineView, range: LineRange): string {
  const { origin, pathname } = window.location;
  return `${origin}${pathname}${lineViewCodec.format({ ...view, lines: formatLineRange(range), line: undefined })}`;
}
