'use client';

import { ListFilter } from 'lucide-react';
import { Button } from '@/components/ui/button';
import { Dialog } from '@/components/ui/dialog';
import { RUN_FACETS } from '@/lib/runs/run-facets';
import type { RunListState } from '@/lib/runs/run-filter-codec';
import { FacetRail } from './facet-rail';
import { RunFilterChoices } from './run-filter-choices';
import type { JobOption, RunFiltersProps } from './run-filters';

type FacetSheetProps = {
  state: RunListState;
  jobs: readonly JobOption[];
  onSet: (state: RunListState) => void;
  onChange: RunFiltersProps['onChange'];
};

/** Where there is no room for the facets beside the list they are behind this button, and on a phone all other filters too. */
export function FacetSheet({ state, jobs, onSet, onChange }: FacetSheetProps) {
  const ticked = RUN_FACETS.reduce((sum, facet) => sum + (state[facet]?.length ?? 0), 0);
  const trigger = (
    <Button className="xl:hidden">
      <ListFilter aria-hidden className="size-4" />
      Filters
      {ticked > 0 && <span className="font-mono text-xs text-muted">{ticked}</span>}
    </Button>
  );
  return (
    <Dialog title="Filters" trigger={trigger} look="drawer" className="w-[min(22rem,100vw)]">
      <div className="mb-4 flex flex-wrap gap-2 md:hidden">
        <RunFilterChoices state={state} onChange={onChange} />
      </div>
      <FacetRail state={state} jobs={jobs} onSet={onSet} />
    </Dialog>
  );
}
