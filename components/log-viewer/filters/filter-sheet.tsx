'use client';

import { FilterDrawer } from '@/components/ui/filter-drawer';
import { filterOf } from '@/lib/reading/lines/line-filter-codec';
import { LineFormMenu } from './line-form-menu';
import { ClearFilters, LogFilters, type LogFiltersProps } from './log-filters';
import { ViewToggles, type ViewTogglesProps } from './view-toggles';

type FilterSheetProps = LogFiltersProps & { viewToggles: ViewTogglesProps };

/** On a phone everything in the toolbar except the search is behind this button, which leaves the room to the log. */
export function FilterSheet({ viewToggles, ...filters }: FilterSheetProps) {
  const { q: _q, case: _isCaseKept, ...rest } = filterOf(filters.view);
  const count = Object.values(rest).filter((value) => value !== undefined && value.length > 0).length;
  return (
    <FilterDrawer count={count} className="md:hidden">
      <div className="flex flex-wrap gap-2">
        <LogFilters {...filters} />
        <LineFormMenu view={filters.view} onChange={filters.onChange} />
        <ViewToggles {...viewToggles} />
        <ClearFilters {...filters} />
      </div>
    </FilterDrawer>
  );
}
