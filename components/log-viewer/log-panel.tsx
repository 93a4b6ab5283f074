'use client';

import type { RefObject } from 'react';
import { hasLineFilter, isDerived } from '@/lib/reading/lines/line-filter-codec';
import { FindBar } from './find/find-bar';
import { LogListContext } from './list/log-list';
import { useListOfLines, type ListOptions } from './list/use-list-of-lines';
import { LogMinimap } from './minimap/log-minimap';
import { LogNotices } from './status/log-notices';
import { LogOverlay } from './status/log-overlay';
import { NewerLines } from './status/newer-lines';
import { NoLines } from './status/no-lines';
import { StateLine } from './status/state-line';
import { LogTable } from './table/log-table';

type LogPanelProps = ListOptions & { onReadAgain: () => void; gridRef: RefObject<HTMLDivElement | null> };

/** The log under one filter, below what was found, what there is to say and whether more comes; another filter mounts it anew. */
export function LogPanel({ onReadAgain, gridRef, ...options }: LogPanelProps) {
  const { list, scrollerRef, rowRef } = useListOfLines(options);
  const { run, view, setView, source, live } = list;
  return (
    <LogListContext value={list}>
      <div className="flex h-8 items-center gap-3 border-b border-line px-2">
        {view.q !== undefined && <FindBar query={view.q} />}
        <LogNotices />
        <NewerLines onReadAgain={onReadAgain} />
        <StateLine />
      </div>
      <div className="relative flex min-h-0 grow flex-col">
        {live.total === 0 ? (
          <NoLines
            run={run}
            view={view}
            hasFilter={hasLineFilter(source.filter)}
            onChange={(next) => setView(next, 'push')}
          />
        ) : (
          <div className="flex min-h-0 grow">
            <LogTable gridRef={gridRef} scrollerRef={scrollerRef} rowRef={rowRef} />
            {!isDerived(source.filter) && <LogMinimap />}
          </div>
        )}
        <LogOverlay />
      </div>
    </LogListContext>
  );
}
