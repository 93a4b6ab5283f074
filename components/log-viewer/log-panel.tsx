'use client';

import { useEffect, useEffectEvent, useMemo, useState, type RefObject } from 'react';
import type { ScrollAnchor } from '@/components/ui/scroll-anchor';
import { useVirtualRows } from '@/components/ui/use-virtual-rows';
import { buildHighlighter } from '@/lib/reading/lines/highlight';
import { isDerived, hasLineFilter, onlySearch, type LineView } from '@/lib/reading/lines/line-filter-codec';
import { parseLineRange } from '@/lib/reading/lines/line-range';
import type { LineSource } from '@/lib/reading/lines/query-options';
import type { LinePage } from '@/lib/reading/lines/schema';
import type { RunDetail } from '@/lib/runs/schema';
import { FindBar } from './find/find-bar';
import { useServedHand, type LogStep, type LogTurns } from './list/log-hand';
import { LogMinimap } from './minimap/log-minimap';
import { LogNotices } from './status/log-notices';
import { LogOverlay } from './status/log-overlay';
import { LogTable } from './table/log-table';
import { NewerLines } from './status/newer-lines';
import { NoLines } from './status/no-lines';
import { StateLine } from './status/state-line';
import { useErrorJumps } from './list/use-error-jumps';
import { useFind, type FindOptions } from './find/use-find';
import { useFoundSeqs } from './find/use-found-seqs';
import { useArrival, useLineLocation } from './list/use-line-location';
import { useLiveLines, useSparseLines } from './list/use-log-lines';
import { useLogKeys } from './use-log-keys';
import { useLogMoves } from './list/use-log-moves';
import { useSelection } from './selection/use-selection';
import { useUnseenLines } from './status/use-unseen-lines';
import type { ViewPrefs } from './list/use-view-prefs';

/** Height of a row that is not wrapped. */
const ROW_PX = 24;
/** Rows around the view whose lines are loaded before they are scrolled to. */
const AHEAD = 100;

/** Line at which the reader was before the filter changed. */
export type ReadingAnchor = { seq: number | null; isFollowing: boolean };

type LogPanelProps = {
  source: LineSource;
  snapshot: LinePage;
  onReadAgain: () => void;
  run: RunDetail;
  view: LineView;
  setView: (view: LineView, history: 'push' | 'replace') => void;
  prefs: ViewPrefs;
  anchor: ReadingAnchor;
  onAnchor: (anchor: ReadingAnchor) => void;
  gridRef: RefObject<HTMLDivElement | null>;
  search: Pick<FindOptions, 'matches' | 'matchCount'>;
  turns: LogTurns;
  /** A key waits for an answer. */
  isLate: boolean;
};

/** The log under one filter. Another filter mounts it anew, because the same index is then another line. */
export function LogPanel(props: LogPanelProps) {
  const { source, snapshot, onReadAgain, run, view, setView, prefs, anchor, onAnchor, gridRef, search, turns } = props;
  const hasFilter = hasLineFilter(source.filter);
  const hasForm = isDerived(source.filter);
  const live = useLiveLines(source, snapshot, run);
  const [start] = useState(() => startOf(hasFilter || hasForm, linkedSeq(view) ?? anchor.seq, anchor.isFollowing));
  const [activeIndex, setActiveIndex] = useState(start.activeIndex);
  const canFollow = live.isTailed && live.tailState !== 'ended';
  const { scrollerRef, rowRef, ...virtual } = useVirtualRows({
    count: live.total,
    rowPx: ROW_PX,
    initial: start.anchor,
    keepIndex: activeIndex,
    canFollow,
  });
  const ranges = [{ start: virtual.firstIndex - AHEAD, end: virtual.endIndex + AHEAD }];
  if (activeIndex !== null) ranges.push({ start: activeIndex, end: activeIndex + 1 });
  const { read, failed } = useSparseLines({ source, snapshot, window: live.window, ranges });
  const lines = { source, window: live.window };
  const moves = useLogMoves({ lines, read, virtual, activeIndex, setActiveIndex, view, setView });

  const wantedSeq = view.line ?? (activeIndex === null ? (linkedSeq(view) ?? anchor.seq ?? undefined) : undefined);
  const location = useLineLocation(lines, wantedSeq);
  useArrival(location, ({ index, isMatch }) => {
    if (isMatch) setActiveIndex(index);
    virtual.scrollTo(index);
  });

  const activeSeq = activeIndex === null ? null : (moves.lineAt(activeIndex)?.seq ?? null);
  const keepAnchor = useEffectEvent(onAnchor);
  useEffect(() => keepAnchor({ seq: activeSeq, isFollowing: virtual.isAtEnd }), [activeSeq, virtual.isAtEnd]);

  const unseen = useUnseenLines(live, virtual.isAtEnd);
  const { firstIndex, endIndex } = virtual;
  const find = useFind({ ...search, lines, moves, activeIndex, activeSeq, edges: { firstIndex, endIndex } });
  const range = { start: firstIndex, end: endIndex };
  const foundSeqs = useFoundSeqs({ matches: search.matches, window: live.window, read, range });
  const selection = useSelection({ run, lines, total: live.total, view, setView, moves, activeIndex });
  const goLive = () => canFollow && virtual.scrollToEnd();
  useServedHand(turns, {
    moves,
    errors: useErrorJumps(lines, moves),
    find,
    selection,
    view,
    total: live.total,
    goLive,
  });
  const take = (step: LogStep) => turns.take(step);
  const handleKeyDown = useLogKeys({
    take,
    hasSearch: view.q !== undefined,
    visibleCount: endIndex - firstIndex - 1,
  });
  const highlighter = useMemo(() => buildHighlighter(view.q, view.case === '1'), [view.q, view.case]);

  return (
    <>
      <div className="flex h-8 items-center gap-3 border-b border-line px-2">
        {view.q !== undefined && (
          <FindBar
            find={find}
            onStep={(step) => take((log) => log.find.step(step))}
            query={view.q}
            onClearOthers={hasFilter && search.matches ? () => setView(onlySearch(view), 'push') : null}
          />
        )}
        <LogNotices
          notice={props.isLate ? 'Looking it up …' : moves.notice}
          failed={failed}
          hiddenSeq={view.line !== undefined && location?.isMatch === false ? view.line : null}
          hasFilter={hasFilter}
          onClearFilters={() => setView({ line: view.line }, 'push')}
        />
        <NewerLines selection={source.filter} window={live.window} onReadAgain={onReadAgain} />
        <StateLine run={run} live={live} selection={source.filter} hasSearch={view.q !== undefined} />
      </div>
      <div className="relative flex min-h-0 grow flex-col">
        {live.total === 0 ? (
          <NoLines run={run} view={view} hasFilter={hasFilter} onChange={(next) => setView(next, 'push')} />
        ) : (
          <div className="flex min-h-0 grow">
            <LogTable
              gridRef={gridRef}
              scrollerRef={scrollerRef}
              rowRef={rowRef}
              run={run}
              total={live.total}
              virtual={virtual}
              read={read}
              activeIndex={activeIndex}
              openSeq={view.line}
              prefs={prefs}
              highlighter={highlighter}
              range={selection.range}
              foundSeqs={foundSeqs}
              onOpen={(line) => turns.interrupt(() => moves.open(line))}
              onPick={(seq, isExtending) => turns.interrupt(() => selection.pick(seq, isExtending))}
              onKeyDown={handleKeyDown}
              onHold={virtual.hold}
            />
            {!hasForm && (
              <LogMinimap
                source={source}
                found={search.matches?.filter ?? null}
                live={live}
                firstIndex={firstIndex}
                endIndex={endIndex}
                onJump={(index) => turns.interrupt(() => virtual.centreOn(index))}
              />
            )}
          </div>
        )}
        <LogOverlay selection={selection} unseen={canFollow && !virtual.isAtEnd ? unseen : null} take={take} />
      </div>
    </>
  );
}

/** The line that the address leads to: the open one, or the first of those selected. */
const linkedSeq = ({ line, lines }: LineView): number | undefined => line ?? parseLineRange(lines)?.from;

type Start = { anchor: ScrollAnchor; activeIndex: number | null };

/**
 * The first position of the view. A line is shown at once where its index is its seq; otherwise its index is looked up
 * first.
 */
function startOf(isOtherIndex: boolean, seq: number | null, isFollowing: boolean): Start {
  if (seq !== null && !isOtherIndex) return { anchor: { kind: 'centre', index: seq - 1 }, activeIndex: seq - 1 };
  if (seq === null && isFollowing) return { anchor: { kind: 'end' }, activeIndex: null };
  return { anchor: { kind: 'top', index: 0, insidePx: 0 }, activeIndex: null };
}
