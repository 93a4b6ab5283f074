'use client';

import { useQueryClient } from '@tanstack/react-query';
import { copyText } from '@/components/ui/copy-text';
import { runCausesKey } from '@/lib/analysis/causes/query-options';
import type { RunCauses } from '@/lib/analysis/causes/schema';
import { formatCount, formatQuantity } from '@/lib/format/number';
import { stringifyExact } from '@/lib/json/exact-json';
import { lineViewCodec, type LineView } from '@/lib/reading/lines/line-filter-codec';
import { formatLineRange, type LineRange } from '@/lib/reading/lines/line-range';
import { linesText } from '@/lib/reading/lines/lines-text';
import { fetchRange, type LineSource } from '@/lib/reading/lines/query-options';
import type { Line } from '@/lib/store/chunks/line';
import type { RunDetail } from '@/lib/runs/schema';
import type { CopyForm } from '../list/copy-forms';
import { lineTicket } from './line-ticket';

/** Longer texts are not put on the clipboard. */
const MAX_COPIED_LINES = 5000;

type CopyOptions = { run: RunDetail; source: LineSource; view: LineView; say: (notice: string) => void };
type CopyRequest = { range: LineRange; count: number | undefined };

/** Makes a text of the shown lines of a range for the clipboard; it reads them page by page and reports its progress. */
export function useCopyLines({ run, source, view, say }: CopyOptions) {
  const client = useQueryClient();

  const format = (form: CopyForm, lines: readonly Line[], range: LineRange): string => {
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
  };
  return async (form: CopyForm, { range, count }: CopyRequest): Promise<string> => {
    if (count !== undefined && count > MAX_COPIED_LINES) {
      return `${formatCount(count)} lines are too many to copy (${formatCount(MAX_COPIED_LINES)} at most): download them instead`;
    }
    const lines = await fetchRange(source, range, (done) => say(progressText(done, count)));
    const what = form === 'ticket' ? 'Ticket' : formatQuantity(lines.length, 'line');
    return copyText(format(form, lines, range), what);
  };
}

const progressText = (done: number, count: number | undefined): string =>
  `Reading ${formatCount(done)}${count === undefined ? '' : ` of ${formatCount(count)}`} lines …`;

function linkTo(view: LineView, range: LineRange): string {
  const { origin, pathname } = window.location;
  return `${origin}${pathname}${lineViewCodec.format({ ...view, lines: formatLineRange(range), line: undefined })}`;
}
