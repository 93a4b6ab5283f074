'use client';

import type { ReactNode } from 'react';
import { FilterPills } from '@/components/ui/filter-pills';
import { RefreshState } from '@/components/ui/refresh-state';
import { UrlProblems } from '@/components/ui/url-problems';
import { useTimeZone } from '@/components/ui/use-time-zone';
import { useUrlState } from '@/components/ui/use-url-state';
import { isSignedOut } from '@/lib/http/fetch-json';
import { runListCodec, type RunListState } from '@/lib/runs/run-filter-codec';
import { buildRunFilterPills, runFilterNames } from '@/lib/runs/run-filter-pills';
import { FacetRail } from './facet-rail';
import { NewRunsButton } from './new-runs-button';
import type { JobOption } from '@/lib/runs/job-facts';
import { RunFilters } from './run-filters';
import { RunListBody } from './run-list-body';
import { RunListPager } from './run-list-pager';
import { useLiveRuns } from './use-live-runs';

type RunListProps = { jobs: readonly JobOption[]; views: ReactNode };

/** The job list: everything that narrows it is in the URL, and it follows what happens. */
export function RunList({ jobs, views }: RunListProps) {
  const { value: state, problems, setValue } = useUrlState(runListCodec);
  const pills = buildRunFilterPills(state, runFilterNames(jobs, useTimeZone()));
  const { runs, showNew } = useLiveRuns(state);
  const list = runs.data;
  const isPrevious = runs.isPlaceholderData;
  const href = (cursor: string | undefined) => `/runs${runListCodec.format({ ...state, cursor })}`;

  const handleFilter = (change: RunListState, history?: 'push' | 'replace') =>
    setValue({ ...state, ...change, cursor: undefined }, history);

  return (
    <>
      <div className="sticky top-(--top-bar-height) z-20 flex flex-wrap items-center gap-x-3 border-b border-line bg-canvas px-4">
        <h1 className="flex h-12 items-center text-base font-semibold max-md:h-9">Runs</h1>
        {views}
        <div className="ml-auto flex items-center gap-3">
          <NewRunsButton count={isPrevious ? 0 : (list?.newRuns.length ?? 0)} onShow={showNew} />
          {runs.dataUpdatedAt > 0 && (
            <RefreshState
              isFailed={runs.isError}
              isSignedOut={isSignedOut(runs.error)}
              updatedAtMs={runs.dataUpdatedAt}
            />
          )}
        </div>
      </div>
      <div className="flex flex-col gap-2 border-b border-line px-4 py-2">
        <RunFilters state={state} jobs={jobs} onSet={setValue} onChange={handleFilter} />
        <FilterPills pills={pills} onSet={setValue} onClear={() => setValue({})} />
        <UrlProblems problems={problems} />
      </div>
      <div className="flex grow">
        <aside aria-label="Facets" className="w-56 shrink-0 border-r border-line p-3 max-xl:hidden">
          <FacetRail state={state} jobs={jobs} onSet={setValue} />
        </aside>
        <div className="@container min-w-0 grow">
          <RunListBody
            state={state}
            jobs={jobs}
            list={list}
            error={runs.error}
            isPrevious={isPrevious}
            onRetry={() => void runs.refetch()}
            onSet={setValue}
          />
          <RunListPager
            newestHref={state.cursor ? href(undefined) : null}
            olderHref={list?.nextCursor && !isPrevious ? href(list.nextCursor) : null}
          />
        </div>
      </div>
    </>
  );
}
