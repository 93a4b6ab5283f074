import { QueryClient } from '@tanstack/react-query';
import type { LineView } from '@/lib/reading/lines/line-filter-codec';
import { createWindow } from '@/lib/reading/lines/line-window';
import type { Line } from '@/lib/store/chunks/line';
import type { RunDetail } from '@/lib/runs/schema';
import { changeList, startList, type ListAction } from '../list/list-state';
import type { LogList, LogStep } from '../list/log-list';
import { Turns } from '../list/turns';

export const lineOf = (seq: number, own: Partial<Line> = {}): Line => ({
  ...{ seq, time: '2026-11-22T02:14:07.120Z', receivedAt: '2026-11-22T02:14:07.220Z', level: 'INFO' },
  ...{ component: 'gateway', device: '', phase: '', message: `line ${seq}`, fields: {} },
  ...own,
});

type FakeOptions = { total?: number; cursor?: number | null; view?: LineView; isLoaded?: (index: number) => boolean };

/** A list of lines whose index is their seq less one; a step that is done with `take` sees what the one before it left. */
export function fakeList({ total = 100, cursor = null, view = {}, isLoaded = () => true }: FakeOptions = {}) {
  const client = new QueryClient();
  const asked: number[] = [];
  const scrolledTo: number[] = [];
  let state = startList(cursor);
  let shownView = view;
  const lineAt = (index: number) => {
    if (state.known?.index === index) return state.known.line;
    return index < total && isLoaded(index) ? lineOf(index + 1) : undefined;
  };
  const window = createWindow({ total, lastSeq: total });
  const current = (): LogList => ({
    ...{ run: {} as RunDetail, prefs: { timeMode: 'absolute', isWrapped: false }, client, lineAt, turns },
    ...{ view: shownView, source: { runId: 'run', filter: {} }, canFollow: false, failed: null, location: undefined },
    ...{ matches: null, matchCount: undefined, isLate: false, putOnClipboard: () => {}, state },
    live: { window, total, tailState: 'ended', isTailed: false },
    rows: {
      ...{ firstIndex: 20, endIndex: 31, isAtEnd: false, rows: [], elementPx: 0, handleScroll: () => {} },
      ...{ scrollToEnd: () => {}, centreOn: () => {}, follow: () => {}, hold: () => {} },
      scrollTo: (index) => void scrolledTo.push(index),
    },
    setView: (next) => void (shownView = next),
    dispatch: (action: ListAction) => void (state = changeList(state, action)),
    readLines: async (indexes) => {
      asked.push(...indexes);
      return indexes.map((index) => lineAt(index) ?? (index < total ? lineOf(index + 1) : undefined));
    },
  });
  const turns: LogList['turns'] = new Turns<LogList>({
    commit: (change) => {
      change();
      turns.serve(current());
    },
    onError: (list, error) => list.dispatch({ type: 'said', notice: String(error) }),
    onLate: () => {},
  });
  /** Takes steps one behind the other and waits until all are done. */
  const take = async (...steps: LogStep[]) => {
    turns.serve(current());
    turns.take(async () => null);
    for (const step of steps) turns.take(step);
    await new Promise<void>((done) => turns.take(() => done()));
  };
  return { take, current, asked, scrolledTo };
}
