'use client';

import type { QueryClient } from '@tanstack/react-query';
import { createContext, use } from 'react';
import type { useVirtualRows } from '@/components/ui/use-virtual-rows';
import type { LineView } from '@/lib/reading/lines/line-filter-codec';
import type { LineLocation } from '@/lib/reading/lines/locate-line';
import type { LineSource } from '@/lib/reading/lines/query-options';
import type { Line } from '@/lib/store/chunks/line';
import type { RunDetail } from '@/lib/runs/schema';
import type { ListAction, ListState } from './list-state';
import type { Step, Turns } from './turns';
import type { LiveLines, SparseLines } from './use-log-lines';
import type { ViewPrefs } from './use-view-prefs';

/** The list of lines under one filter: what it holds, where the reader is in it, and what changes that. */
export type LogList = {
  run: RunDetail;
  view: LineView;
  setView: (view: LineView, history: 'push' | 'replace') => void;
  prefs: ViewPrefs;
  source: LineSource;
  live: LiveLines;
  /** More lines may come, and the end of the list can be followed. */
  canFollow: boolean;
  failed: SparseLines['failed'];
  rows: Omit<ReturnType<typeof useVirtualRows>, 'scrollerRef' | 'rowRef'>;
  state: ListState;
  dispatch: (action: ListAction) => void;
  /** The line at an index, undefined while it is not loaded. */
  lineAt: (index: number) => Line | undefined;
  /** Lines by index, read from the server where they are not loaded; undefined behind the end. */
  readLines: (indexes: readonly number[]) => Promise<(Line | undefined)[]>;
  /** Location of the line that the address names. */
  location: LineLocation | undefined;
  /** The lines that the search finds among those shown; null when every line shown is a match, or nothing is searched. */
  matches: LineSource | null;
  /** The last known number of matches; undefined while they are counted. */
  matchCount: number | undefined;
  client: QueryClient;
  turns: LogTurns;
  /** An answer is waited for, longer than a moment. */
  isLate: boolean;
  putOnClipboard: (copy: () => Promise<string>) => void;
};

export type LogStep = Step<LogList>;
export type LogTurns = Turns<LogList>;

export const LogListContext = createContext<LogList | null>(null);

export function useLogList(): LogList {
  const list = use(LogListContext);
  if (!list) throw new Error('A part of the log stands outside of LogListContext');
  return list;
}

export const seqAtCursor = ({ state, lineAt }: LogList): number | null =>
  state.cursor === null ? null : (lineAt(state.cursor)?.seq ?? null);
