'use client';

import { useShortcut } from '@/components/ui/use-shortcut';
import { LEVELS } from '@/lib/store/chunks/level';
import { FilterSheet } from './filters/filter-sheet';
import { toggleLevel } from './filters/level-filter';
import { LineFormMenu } from './filters/line-form-menu';
import { ClearFilters, LogFilters, type LogFiltersProps } from './filters/log-filters';
import { LogSearch, type LogSearchProps } from './find/log-search';
import { ViewToggles, type ViewTogglesProps } from './filters/view-toggles';

type LogToolbarProps = LogFiltersProps & { search: Omit<LogSearchProps, 'view'>; viewToggles: ViewTogglesProps };

/** One row on a phone: the search, and a sheet with the rest. */
export function LogToolbar({ search, viewToggles, ...filters }: LogToolbarProps) {
  const { view, onChange } = filters;
  useShortcut('toggle-level', ({ key }) => {
    const level = LEVELS[Number(key) - 1];
    if (level) onChange({ level: toggleLevel(view.level, level) });
  });
  useShortcut('wrap', () => viewToggles.changePrefs({ isWrapped: !viewToggles.prefs.isWrapped }));
  useShortcut('full-screen', viewToggles.onFullScreen);
  return (
    <div
      role="group"
      aria-label="Log filters"
      className="flex items-center gap-2 border-b border-line p-1 md:flex-wrap md:p-2"
    >
      <div className="contents max-md:hidden">
        <LogFilters {...filters} />
      </div>
      <LogSearch view={view} {...search} />
      <div className="contents max-md:hidden">
        <ClearFilters {...filters} />
        <LineFormMenu view={view} onChange={onChange} />
        <ViewToggles {...viewToggles} />
      </div>
      <FilterSheet {...filters} viewToggles={viewToggles} />
    </div>
  );
}
