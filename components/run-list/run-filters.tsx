'use client';

import { ListFilter } from 'lucide-react';
import { useId, useRef, useState } from 'react';
import { Button } from '@/components/ui/button';
import { cn } from '@/components/ui/cn';
import { SearchField } from '@/components/ui/search-field';
import { useDraftText } from '@/components/ui/use-draft-text';
import { useShortcut } from '@/components/ui/use-shortcut';
import type { RunListState } from '@/lib/runs/run-filter-codec';
import { RunFilterChoices } from './run-filter-choices';

export type JobOption = { jobId: string; name: string; type: string };

export type RunFiltersProps = {
  state: RunListState;
  jobs: readonly JobOption[];
  /** A filter always starts at the newest page again. `replace` while typing. */
  onChange: (change: RunListState, history?: 'push' | 'replace') => void;
};

/** The search field, and the other filters: in one row where there is room, behind a button on a phone. */
export function RunFilters({ state, jobs, onChange }: RunFiltersProps) {
  const [isOpen, setIsOpen] = useState(false);
  const choicesId = useId();
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
      <Button className="md:hidden" aria-expanded={isOpen} aria-controls={choicesId} onClick={() => setIsOpen(!isOpen)}>
        <ListFilter aria-hidden className="size-4" />
        Filters
      </Button>
      <div id={choicesId} className={cn('flex-wrap gap-2 md:flex', isOpen ? 'flex' : 'max-md:hidden')}>
        <RunFilterChoices state={state} jobs={jobs} onChange={onChange} />
      </div>
    </div>
  );
}
