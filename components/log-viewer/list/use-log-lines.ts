'use client';

import { useQueries, useQueryClient } from '@tanstack/react-query';
import { useReducer, useState } from 'react';
import { isDerived } from '@/lib/reading/lines/line-filter-codec';
import {
  appendTailLines,
  createWindow,
  lineAt,
  pagesFor,
  totalOf,
  type IndexRange,
  type LineWindow,
} from '@/lib/reading/lines/line-window';
import { linePageOptions, type LineSource } from '@/lib/reading/lines/query-options';
import type { Line } from '@/lib/store/chunks/line';
import type { LinePage } from '@/lib/reading/lines/schema';
import { patchRun, runDetailKey } from '@/lib/runs/query-options';
import type { RunSummary } from '@/lib/runs/schema';
import { isOpen } from '@/lib/runs/status';
import type { TailState } from '../tail/tail-connection';
import { useTail } from '../tail/use-tail';

export type LiveLines = { window: LineWindow; total: number; tailState: TailState; isTailed: boolean };

/** The index space of the matching lines; it grows while the run goes on. */
export function useLiveLines(source: LineSource, snapshot: LinePage, run: RunSummary): LiveLines {
  const client = useQueryClient();
  const [window, addLines] = useReducer(appendTailLines, snapshot, () =>
    createWindow(snapshot, isDerived(source.filter)),
  );
  const [isTailed, setIsTailed] = useState(false);
  // Never switched off again: the stream itself says when it has brought everything.
  if (!isTailed && (isOpen(run.status) || window.lastSeq < run.lineCount)) setIsTailed(true);
  const tailState = useTail({
    source,
    afterSeq: snapshot.lastSeq,
    isEnabled: isTailed,
    onLines: addLines,
    onRun: (changed) => patchRun(client, changed),
    // The stream cannot tell an unreachable server from a deleted run; a request for the run can.
    onBreak: () => void client.invalidateQueries({ queryKey: runDetailKey(run.runId) }),
  });
  return { window, total: totalOf(window), tailState, isTailed };
}

export type ReadLine = (index: number) => Line | undefined;
export type SparseLines = { read: ReadLine; failed: { message: string; retry: () => void } | null };

type SparseOptions = {
  source: LineSource;
  snapshot: LinePage;
  window: LineWindow;
  /** Index ranges: what is on screen, and single rows that are always drawn. */
  ranges: readonly IndexRange[];
};

/** Reads lines by index and loads the pages of `ranges`; a page that is no longer wanted is cancelled. */
export function useSparseLines({ source, snapshot, window, ranges }: SparseOptions): SparseLines {
  const wanted = [
    ...new Map(ranges.flatMap((range) => pagesFor(window, range)).map((page) => [page.page, page])).values(),
  ];
  const results = useQueries({ queries: wanted.map((page) => pageOptions(source, snapshot, page)) });
  const pages = new Map(wanted.map(({ page }, at) => [page, results[at]?.data ?? []]));
  const failed = results.filter((result) => result.isError);
  const error = failed[0]?.error;
  return {
    read: (index) => lineAt(window, pages, index),
    failed: error ? { message: error.message, retry: () => failed.forEach((result) => void result.refetch()) } : null,
  };
}

/** The snapshot serves as the first page when it is long enough. */
function pageOptions(source: LineSource, snapshot: LinePage, page: ReturnType<typeof pagesFor>[number]) {
  const isKnown = page.page === 0 && snapshot.lines.length >= page.limit;
  return { ...linePageOptions(source, page), ...(isKnown && { initialData: snapshot.lines }) };
}
