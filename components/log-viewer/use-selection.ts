'use client';

import { useShortcut } from '@/components/ui/use-shortcut';
import type { LineRange } from '@/lib/reading/lines/line-range';
import type { RunDetail } from '@/lib/runs/schema';
import type { ShownLines } from './find-index';
import { useCopyLines, type CopyForm } from './use-copy-lines';
import { useLineRange, type LineRangeState } from './use-line-range';
import { useRangeCount } from './use-range-count';

type SelectionOptions = Parameters<typeof useLineRange>[0] & {
  run: RunDetail;
  lines: ShownLines;
  activeSeq: number | null;
};

export type Selection = Pick<LineRangeState, 'range' | 'pick' | 'clear'> & {
  count: number | undefined;
  copy: (form: CopyForm) => void;
};

/** The selected lines and their keys; without a selection the line under the cursor is copied. */
export function useSelection({ run, lines, activeSeq, ...options }: SelectionOptions): Selection {
  const { range, pick, extendBy, clear } = useLineRange(options);
  const count = useRangeCount(lines, range);
  const { view, moves } = options;
  const copyLines = useCopyLines({ run, source: lines.source, view, say: moves.setNotice });
  const active: LineRange | null = activeSeq === null ? null : { from: activeSeq, to: activeSeq };
  const copy = (form: CopyForm) =>
    copyLines(form, range ? { range, count } : { range: active, count: active ? 1 : undefined });

  useShortcut('extend-down', () => extendBy(1));
  useShortcut('extend-up', () => extendBy(-1));
  useShortcut('copy-text', () => copy('text'));
  useShortcut('copy-json', () => copy('json'));
  useShortcut('copy-ticket', () => copy('ticket'));
  return { range, pick, clear, count, copy };
}
