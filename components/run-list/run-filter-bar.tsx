'use client';

import { FilterPills } from '@/components/ui/filter-pills';
import { UrlProblems } from '@/components/ui/url-problems';
import { useTimeZone } from '@/components/ui/use-time-zone';
import { useUrlState } from '@/components/ui/use-url-state';
import type { JobOption } from '@/lib/runs/job-facts';
import { runListCodec, type RunListState, type RunRange } from '@/lib/runs/run-filter-codec';
import { buildRunFilterPills, runFilterNames } from '@/lib/runs/run-filter-pills';
import { RunFilters } from './run-filters';

type RunFilterBarProps = {
  jobs: readonly JobOption[];
  /** Parameters of the address that are the page's own. */
  keep: readonly string[];
  defaultRange: RunRange;
};

/** The job list's filters for another page, in the address under the same names. */
export function RunFilterBar({ jobs, keep, defaultRange }: RunFilterBarProps) {
  const { value: state, problems, setValue } = useUrlState(runListCodec, keep);
  const pills = buildRunFilterPills(state, runFilterNames(jobs, useTimeZone()));
  // A page without a range of its own choice shows this one; the counts of the facets are then of the same.
  const shown = state.range || state.from || state.to ? state : { ...state, range: defaultRange };
  const handleFilter = (change: RunListState, history?: 'push' | 'replace') =>
    setValue({ ...state, ...change, cursor: undefined }, history);
  return (
    <div className="flex flex-col gap-2">
      <RunFilters state={shown} jobs={jobs} onSet={setValue} onChange={handleFilter} isOfList={false} />
      <FilterPills pills={pills} onSet={setValue} onClear={() => setValue({})} />
      <UrlProblems problems={problems} />
    </div>
  );
}
