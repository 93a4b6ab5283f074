'use client';

import { useQuery } from '@tanstack/react-query';
import { useRef, useState } from 'react';
import { cn } from '@/components/ui/cn';
import { Button } from '@/components/ui/button';
import { EmptyState } from '@/components/ui/empty-state';
import { useShortcut } from '@/components/ui/use-shortcut';
import {
  filterOf,
  isDerived,
  hasLineFilter,
  lineSelectionText,
  selectionOf,
  type LineView,
} from '@/lib/reading/lines/line-filter-codec';
import { formOf } from '@/lib/reading/lines/line-form';
import { parseLineRange } from '@/lib/reading/lines/line-range';
import { lineSnapshotOptions } from '@/lib/reading/lines/query-options';
import type { RunDetail } from '@/lib/runs/schema';
import { isOpen } from '@/lib/runs/status';
import { LineDetail } from './detail/line-detail';
import { useLogTurns } from './list/log-hand';
import { LogPanel, type ReadingAnchor } from './log-panel';
import { LogSkeleton } from './log-skeleton';
import { LogToolbar } from './log-toolbar';
import { PatternsView } from './patterns/patterns-view';
import { useSearch } from './find/use-search';
import type { SearchParams } from './find/use-search-box';
import { useViewPrefs } from './list/use-view-prefs';

type LogAreaProps = {
  run: RunDetail;
  view: LineView;
  setView: (view: LineView, history?: 'push' | 'replace') => void;
};

export function LogArea({ run, view, setView }: LogAreaProps) {
  const { prefs, changePrefs } = useViewPrefs();
  const [anchor, setAnchor] = useState(() => firstAnchor(run, view));
  const gridRef = useRef<HTMLDivElement>(null);
  const source = { runId: run.runId, filter: selectionOf(view) };
  const hasLines = formOf(view) !== 'patterns';
  const snapshot = useQuery({ ...lineSnapshotOptions(source), enabled: hasLines });
  const upTo = isDerived(source.filter) ? snapshot.data?.lastSeq : undefined;
  const search = useSearch({ run, view, shownError: snapshot.error });
  const { turns, isLate } = useLogTurns();
  const [isFullScreen, setIsFullScreen] = useState(false);

  const closeLine = () => {
    setView({ ...view, line: undefined });
    gridRef.current?.querySelector<HTMLElement>('[tabindex="0"]')?.focus({ preventScroll: true });
  };
  const handleSearch = (params: SearchParams) => {
    setAnchor({ ...anchor, isFollowing: false });
    setView({ ...view, ...params }, 'replace');
  };
  const closeOne = () => {
    if (view.line !== undefined) closeLine();
    else if (view.lines !== undefined) setView({ ...view, lines: undefined }, 'replace');
    else setIsFullScreen(false);
  };
  useShortcut('close-line', closeOne, view.line !== undefined || view.lines !== undefined || isFullScreen);

  return (
    <div className={cn('flex min-h-0 grow flex-col', isFullScreen && 'fixed inset-0 z-30 bg-canvas')}>
      <LogToolbar
        run={run}
        view={view}
        onChange={(change) => setView({ ...view, ...change })}
        search={{
          onSearch: handleSearch,
          onFindChange: (find) => setView({ ...view, find }, 'replace'),
          onStep: (step) => hasLines && turns.take(({ find }) => find.step(step)),
          problem: search.problem,
        }}
        viewToggles={{
          prefs,
          onTimeMode: (timeMode) => changePrefs({ timeMode }),
          onWrap: () => changePrefs({ isWrapped: !prefs.isWrapped }),
          isFullScreen,
          onFullScreen: () => setIsFullScreen(!isFullScreen),
        }}
      />
      <div className="flex min-h-0 grow">
        <div className="flex min-h-0 min-w-0 grow flex-col">
          {!hasLines ? (
            <PatternsView run={run} view={view} setView={(next) => setView(next, 'push')} />
          ) : snapshot.data ? (
            <LogPanel
              key={`${lineSelectionText(source.filter)} ${upTo}`}
              source={{ ...source, upTo }}
              snapshot={snapshot.data}
              onReadAgain={() => void snapshot.refetch()}
              run={run}
              view={view}
              setView={setView}
              prefs={prefs}
              anchor={anchor}
              onAnchor={setAnchor}
              gridRef={gridRef}
              search={search}
              turns={turns}
              isLate={isLate}
            />
          ) : snapshot.error ? (
            <EmptyState
              role="alert"
              title={search.problem ? 'The search could not be run' : 'The lines could not be read'}
              action={
                search.problem ? (
                  <Button onClick={() => setView({ ...view, q: undefined })}>Clear the search</Button>
                ) : (
                  <Button onClick={() => void snapshot.refetch()}>Try again</Button>
                )
              }
            >
              {search.problem ?? snapshot.error.message}
            </EmptyState>
          ) : (
            <LogSkeleton />
          )}
        </div>
        {view.line !== undefined && (
          <LineDetail runId={run.runId} seq={view.line} view={view} setView={setView} onClose={closeLine} />
        )}
      </div>
    </div>
  );
}

/** A failed run opens at its first error, an open run at its end; a line named in the address comes before both. */
function firstAnchor(run: RunDetail, view: LineView): ReadingAnchor {
  const linked = view.line ?? parseLineRange(view.lines)?.from;
  if (linked !== undefined) return { seq: linked, isFollowing: false };
  if (isOpen(run.status)) return { seq: null, isFollowing: view.q === undefined };
  const hasFailed = run.status === 'failed' || run.status === 'partial';
  const seq = hasFailed && !hasLineFilter(filterOf(view)) ? (run.firstError?.seq ?? null) : null;
  return { seq, isFollowing: false };
}
