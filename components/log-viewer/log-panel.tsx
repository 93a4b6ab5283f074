'use client';

import type { RefObject } from 'react';
import { hasLineFilter, isDerived } from '@/lib/reading/lines/line-filter-codec';
import { LogListContext } from './list/log-list';
import { useListOfLines, type ListOptions } from './list/use-list-of-lines';
import { LogHeadline } from './log-headline';
import { LogMinimap } from './minimap/log-minimap';
import { LogOverlay } from './status/log-overlay';
import { NoLines } from './status/no-lines';
import { LogTable } from './table/log-table';

type LogPanelProps = ListOptions & { onReadAgain: () => void; gridRef: RefObject<HTMLDivElement | null> };

/** The log under one filter; another filter mounts it anew. */
export function LogPanel({ onReadAgain, gridRef, ...options }: LogPanelProps) {
  const { list, scrollerRef, rowRef } = useListOfLines(options);
  const { run, view, setView, source, live } = list;
  return (
    <LogListContext value={list}>
      <LogHeadline onReadAgain={onReadAgain} />
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
