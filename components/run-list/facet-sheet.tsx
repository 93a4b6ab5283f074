'use client';

import { FilterDrawer } from '@/components/ui/filter-drawer';
import { RUN_FACETS } from '@/lib/runs/run-facets';
import type { RunListState } from '@/lib/runs/run-filter-codec';
import { FacetRail } from './facet-rail';
import { RunFilterChoices } from './run-filter-choices';
import type { JobOption } from '@/lib/runs/job-facts';
import type { RunFiltersProps } from './run-filter-props';

type FacetSheetProps = {
  state: RunListState;
  jobs: readonly JobOption[];
  onSet: (state: RunListState) => void;
  onChange: RunFiltersProps['onChange'];
  isOfList?: boolean;
};

/** Opens the facets where there is no room for them beside the list; on a phone it holds all other filters too. */
export function FacetSheet({ state, jobs, onSet, onChange, isOfList = true }: FacetSheetProps) {
  const ticked = RUN_FACETS.reduce((sum, facet) => sum + (state[facet]?.length ?? 0), 0);
  return (
    <FilterDrawer count={ticked} className={isOfList ? 'xl:hidden' : ''}>
      <div className="mb-4 flex flex-wrap gap-2 md:hidden">
        <RunFilterChoices state={state} onChange={onChange} isOfList={isOfList} />
      </div>
      <FacetRail state={state} jobs={jobs} onSet={onSet} />
    </FilterDrawer>
  );
}
