'use client';

import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { useRef } from 'react';
import { FilterPills } from '@/components/ui/filter-pills';
import { MultiSelect } from '@/components/ui/multi-select';
import { RefreshState } from '@/components/ui/refresh-state';
import { SearchField } from '@/components/ui/search-field';
import { UrlProblems } from '@/components/ui/url-problems';
import { useDraftText } from '@/components/ui/use-draft-text';
import { useTimeZone } from '@/components/ui/use-time-zone';
import { useShortcut } from '@/components/ui/use-shortcut';
import { useUrlState } from '@/components/ui/use-url-state';
import { jobListOptions } from '@/lib/analysis/jobs/query-options';
import type { JobOption } from '@/lib/runs/job-facts';
import { isSignedOut } from '@/lib/http/fetch-json';
import { runListCodec, type RunListState } from '@/lib/runs/run-filter-codec';
import { buildRunFilterPills, runFilterNames } from '@/lib/runs/run-filter-pills';
import { RUN_STATUSES, type RunStatus } from '@/lib/runs/status';
import { RUN_STATUS_LOOK } from '@/lib/runs/status-look';
import { JobListBody } from './job-list-body';

/** All jobs: how each fares, why it failed last and when it is due. Its filters are those of the run list, for the last run. */
export function JobList({ jobs }: { jobs: readonly JobOption[] }) {
  const { value: state, problems, setValue } = useUrlState(runListCodec);
  const pills = buildRunFilterPills(state, runFilterNames(jobs, useTimeZone()));
  const list = useQuery({ ...jobListOptions(state), placeholderData: keepPreviousData });
  return (
    <>
      <div className="sticky top-(--top-bar-height) z-20 flex items-center border-b border-line bg-canvas px-4">
        <h1 className="flex h-12 items-center text-base font-semibold max-md:h-9">Jobs</h1>
        <div className="ml-auto">
          {list.dataUpdatedAt > 0 && (
            <RefreshState
              isFailed={list.isError}
              isSignedOut={isSignedOut(list.error)}
              updatedAtMs={list.dataUpdatedAt}
            />
          )}
        </div>
      </div>
      <div className="flex flex-col gap-2 border-b border-line px-4 py-2">
        <JobFilters state={state} jobs={jobs} onSet={setValue} />
        <FilterPills pills={pills} onSet={setValue} onClear={() => setValue({})} />
        <UrlProblems problems={problems} />
      </div>
      <div className="@container min-w-0 grow">
        <JobListBody
          page={list.data}
          error={list.error}
          isPrevious={list.isPlaceholderData}
          isFiltered={runListCodec.format({ ...state, cursor: undefined }) !== ''}
          onRetry={() => void list.refetch()}
          onClear={() => setValue({})}
        />
      </div>
    </>
  );
}

type JobFiltersProps = {
  state: RunListState;
  jobs: readonly JobOption[];
  onSet: (state: RunListState, history?: 'push' | 'replace') => void;
};

const STATUS_OPTIONS = RUN_STATUSES.map((status) => ({ value: status, label: RUN_STATUS_LOOK[status].label }));

function JobFilters({ state, jobs, onSet }: JobFiltersProps) {
  const search = useRef<HTMLInputElement>(null);
  const set = (change: RunListState, history?: 'push' | 'replace') =>
    onSet({ ...state, ...change, cursor: undefined }, history);
  const [text, setText] = useDraftText(state.q ?? '', (q) => set({ q: q || undefined }, 'replace'));
  useShortcut('search', () => search.current?.focus());
  const types = [...new Set(jobs.map(({ type }) => type))].sort();
  return (
    <div className="flex flex-wrap items-center gap-2">
      <SearchField
        ref={search}
        label="Search jobs"
        placeholder="Job, or its last run: id, gateway, result"
        maxLength={200}
        value={text}
        onChange={setText}
        className="min-w-0 grow basis-40 md:max-w-80"
      />
      <MultiSelect
        label="Last run"
        options={STATUS_OPTIONS}
        selected={state.status ?? []}
        onChange={(status) => set({ status: status.length > 0 ? (status as RunStatus[]) : undefined })}
      />
      <MultiSelect
        label="Type"
        options={types.map((type) => ({ value: type, label: type }))}
        selected={state.type ?? []}
        onChange={(type) => set({ type: type.length > 0 ? type : undefined })}
      />
    </div>
  );
}
