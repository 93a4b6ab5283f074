'use client';

import { useRef } from 'react';
import { SearchField } from '@/components/ui/search-field';
import { useDraftText } from '@/components/ui/use-draft-text';
import { useShortcut } from '@/components/ui/use-shortcut';
import { FacetSheet } from './facet-sheet';
import { RunFilterChoices } from './run-filter-choices';
import type { RunFiltersProps } from './run-filter-props';

/** The search field and the filters that are no facets; where the facets are not beside the list, a button for them. */
export function RunFilters({ state, jobs, onSet, onChange, isOfList }: RunFiltersProps) {
  const search = useRef<HTMLInputElement>(null);
  const [text, setText] = useDraftText(state.q ?? '', (q) => onChange({ q: q || undefined }, 'replace'));
  useShortcut('search', () => search.current?.focus());
  return (
    <div className="flex flex-wrap items-center gap-2">
      <SearchField
        ref={search}
        label="Search runs"
        placeholder="Job, #number, id, gateway, result"
        maxLength={200}
        value={text}
        onChange={setText}
        className="min-w-0 grow basis-40 md:max-w-80"
      />
      <FacetSheet state={state} jobs={jobs} onSet={onSet} onChange={onChange} isOfList={isOfList} />
      <div className="hidden gap-2 md:flex">
        <RunFilterChoices state={state} onChange={onChange} isOfList={isOfList} />
      </div>
    </div>
  );
}
