'use client';

import type { LineRange } from '@/lib/reading/lines/line-range';
import type { RunDetail } from '@/lib/runs/schema';
import type { CopyForm } from '../list/copy-forms';
import { copyLineLink } from './copy-line-link';
import type { ShownLines } from '../list/find-index';
import type { Selection } from '../list/log-hand';
import { useClipboard } from './use-clipboard';
import { useCopyLines } from './use-copy-lines';
import { useLineRange } from './use-line-range';
import { useRangeCount } from './use-range-count';

type SelectionOptions = Parameters<typeof useLineRange>[0] & { run: RunDetail; lines: ShownLines };

/** The selected lines, and what is copied of the log; without a selection it is the line under the cursor. */
export function useSelection({ run, lines, ...options }: SelectionOptions): Selection {
  const { view, moves, activeIndex } = options;
  const selection = useLineRange(options);
  const { range } = selection;
  const count = useRangeCount(lines, range);
  const readText = useCopyLines({ run, source: lines.source, view, say: moves.say });
  const putOnClipboard = useClipboard(moves.say);

  const copyRange = (form: CopyForm, copied: LineRange, lineCount: number | undefined) =>
    putOnClipboard(() => readText(form, { range: copied, count: lineCount }));
  return {
    ...selection,
    count,
    copyLine: (form, { seq }) => copyRange(form, { from: seq, to: seq }, 1),
    copy: (form) => {
      if (range) return copyRange(form, range, count);
      if (activeIndex === null) return moves.say('Select lines to copy first: click a line’s number');
      return moves.findCurrent().then((line) => (line ? (log) => log.selection.copyLine(form, line) : null));
    },
    copyLink: () =>
      moves.findCurrent().then((line) => (log) => putOnClipboard(() => copyLineLink(log.view, line?.seq ?? 0))),
  };
}
