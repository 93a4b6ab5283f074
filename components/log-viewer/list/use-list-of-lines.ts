'use client';

import { useQueryClient } from '@tanstack/react-query';
import { useEffect, useEffectEvent, useReducer, useState } from 'react';
import { useVirtualRows } from '@/components/ui/use-virtual-rows';
import type { LinePage } from '@/lib/reading/lines/schema';
import { readLine } from './find-index';
import { changeList, startList } from './list-state';
import { seqAtCursor, type LogList } from './log-list';
import { linkedSeq, listStart, type ReadingAnchor } from './reading-anchor';
import { useClipboard } from './use-clipboard';
import { useLineLocation } from './use-line-location';
import { useLiveLines, useSparseLines } from './use-log-lines';
import { useServedList } from './use-log-turns';

/** Height of a row that is not wrapped. */
const ROW_PX = 24;
/** Rows around the view whose lines are loaded before they are scrolled to. */
const AHEAD = 100;

type Shown = 'run' | 'view' | 'setView' | 'prefs' | 'source' | 'turns' | 'isLate' | 'matches' | 'matchCount';
export type ListOptions = Pick<LogList, Shown> & {
  snapshot: LinePage;
  anchor: ReadingAnchor;
  onAnchor: (anchor: ReadingAnchor) => void;
};

/** The list of lines under one filter. Under another one the same index is another line, so that is another list. */
export function useListOfLines({ snapshot, anchor, onAnchor, ...shown }: ListOptions) {
  const { run, view, source, turns } = shown;
  const client = useQueryClient();
  const live = useLiveLines(source, snapshot, run);
  const [start] = useState(() => listStart(source.filter, { ...anchor, seq: linkedSeq(view) ?? anchor.seq }));
  const [state, dispatch] = useReducer(changeList, start.cursor, startList);
  const { cursor, known } = state;
  const canFollow = live.isTailed && live.tailState !== 'ended';
  const { scrollerRef, rowRef, ...rows } = useVirtualRows({
    count: live.total,
    rowPx: ROW_PX,
    initial: start.anchor,
    keepIndex: cursor,
    canFollow,
  });
  const ranges = [{ start: rows.firstIndex - AHEAD, end: rows.endIndex + AHEAD }];
  if (cursor !== null) ranges.push({ start: cursor, end: cursor + 1 });
  const { read, failed } = useSparseLines({ source, snapshot, window: live.window, ranges });
  const lines = { source, window: live.window };
  const lineAt: LogList['lineAt'] = (index) => read(index) ?? (known?.index === index ? known.line : undefined);
  const readLines: LogList['readLines'] = (indexes) =>
    Promise.all(indexes.map((index) => lineAt(index) ?? readLine(client, lines, index)));

  const wantedSeq = view.line ?? (cursor === null ? (linkedSeq(view) ?? anchor.seq ?? undefined) : undefined);
  const { location, isPending } = useLineLocation(lines, wantedSeq);
  if ((location?.index ?? null) !== state.locatedIndex) {
    dispatch({ type: 'located', location });
    if (location) rows.scrollTo(location.index);
  }

  const putOnClipboard = useClipboard((notice) => dispatch({ type: 'said', notice }));
  const access = { lineAt, readLines, client, putOnClipboard };
  const list: LogList = { ...shown, ...access, live, canFollow, failed, rows, state, dispatch, location };
  useServedList(turns, isPending && state.locatedIndex === null ? null : list);

  const seq = seqAtCursor(list);
  const keepAnchor = useEffectEvent(onAnchor);
  useEffect(() => keepAnchor({ seq, isFollowing: rows.isAtEnd }), [seq, rows.isAtEnd]);
  return { list, scrollerRef, rowRef };
}
