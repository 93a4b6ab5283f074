'use client';

import { FilterDrawer } from '@/components/ui/filter-drawer';
import { filterOf } from '@/lib/reading/lines/line-filter-codec';
import { LineForm } from './line-form';
import { ClearFilters, LogFilters, type LogFiltersProps } from './log-filters';
import { ViewToggles, type ViewTogglesProps } from './view-toggles';

type FilterSheetProps = LogFiltersProps & { viewToggles: ViewTogglesProps };

/** On a phone all of the toolbar but the search is behind this button, so that the log has the room. */
export function FilterSheet({ viewToggles, ...filters }: FilterSheetProps) {
  const { q: _q, case: _isCaseKept, ...rest } = filterOf(filters.view);
  const count = Object.values(rest).filter((value) => value !== undefined && value.length > 0).length;
  return (
    <FilterDrawer count={count} className="md:hidden">
      <div className="flex flex-wrap gap-2">
        <LogFilters {...filters} />
        <LineForm view={filters.view} onChange={filters.onChange} />
        <ViewToggles {...viewToggles} />
        <ClearFilters {...filters} />
      </div>
    </FilterDrawer>
  );
}
