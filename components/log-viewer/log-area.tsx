'use client';

import { useQuery } from '@tanstack/react-query';
import { useRef, useState } from 'react';
import { cn } from '@/components/ui/cn';
import { useShortcut } from '@/components/ui/use-shortcut';
import { isDerived, selectionOf, type LineView } from '@/lib/reading/lines/line-filter-codec';
import { formOf } from '@/lib/reading/lines/line-form';
import { lineSnapshotOptions } from '@/lib/reading/lines/query-options';
import type { RunDetail } from '@/lib/runs/schema';
import { LineDetail } from './detail/line-detail';
import { stepToMatch } from './find/match-steps';
import { useSearch } from './find/use-search';
import { useLogKeys } from './keys/use-log-keys';
import { firstAnchor } from './list/reading-anchor';
import { useLogTurns } from './list/use-log-turns';
import { useViewPrefs } from './list/use-view-prefs';
import { LogBody } from './log-body';
import { LogToolbar } from './log-toolbar';

type LogAreaProps = {
  run: RunDetail;
  view: LineView;
  setView: (view: LineView, history?: 'push' | 'replace') => void;
};

export function LogArea({ run, view, setView }: LogAreaProps) {
  const { prefs, changePrefs } = useViewPrefs();
  const [anchor, setAnchor] = useState(() => firstAnchor(run, view));
  const [isFullScreen, setIsFullScreen] = useState(false);
  const gridRef = useRef<HTMLDivElement>(null);
  const selection = selectionOf(view);
  const hasLines = formOf(view) !== 'patterns';
  const snapshot = useQuery({ ...lineSnapshotOptions({ runId: run.runId, filter: selection }), enabled: hasLines });
  const upTo = isDerived(selection) ? snapshot.data?.lastSeq : undefined;
  const { problem, ...search } = useSearch({ run, view, shownError: snapshot.error });
  const { turns, isLate } = useLogTurns();
  useLogKeys({ turns, hasLines: hasLines && !snapshot.error, hasSearch: view.q !== undefined });

  const closeLine = () => {
    setView({ ...view, line: undefined });
    gridRef.current?.querySelector<HTMLElement>('[tabindex="0"]')?.focus({ preventScroll: true });
  };
  const closeOne = () => {
    turns.cancel();
    if (view.line !== undefined) closeLine();
    else if (view.lines !== undefined) setView({ ...view, lines: undefined }, 'replace');
    else setIsFullScreen(false);
  };
  useShortcut('close-line', closeOne, view.line !== undefined || view.lines !== undefined || isFullScreen);

  const source = { runId: run.runId, filter: selection, upTo };
  const shown = { run, view, setView, prefs, source, turns, isLate, ...search, anchor, onAnchor: setAnchor };
  return (
    <div className={cn('flex min-h-0 grow flex-col', isFullScreen && 'fixed inset-0 z-30 bg-canvas')}>
      <LogToolbar
        run={run}
        view={view}
        onChange={(change) => setView({ ...view, ...change })}
        search={{
          problem,
          onSearch: (params) => {
            setAnchor({ ...anchor, isFollowing: false });
            setView({ ...view, ...params }, 'replace');
          },
          onFindChange: (find) => setView({ ...view, find }, 'replace'),
          onStep: (direction) => hasLines && turns.take(stepToMatch(direction)),
        }}
        viewToggles={{ prefs, changePrefs, isFullScreen, onFullScreen: () => setIsFullScreen(!isFullScreen) }}
      />
      <div className="flex min-h-0 grow">
        <div className="flex min-h-0 min-w-0 grow flex-col">
          <LogBody {...{ shown, hasLines, snapshot, problem, gridRef }} />
        </div>
        {view.line !== undefined && (
          <LineDetail runId={run.runId} seq={view.line} view={view} setView={setView} onClose={closeLine} />
        )}
      </div>
    </div>
  );
}
