'use client';

import { useQuery } from '@tanstack/react-query';
import { X } from 'lucide-react';
import { Button } from '@/components/ui/button';
import { MultiSelect } from '@/components/ui/multi-select';
import { filterOf, hasLineFilter, type LineView } from '@/lib/reading/lines/line-filter-codec';
import type { RunDetail } from '@/lib/runs/schema';
import { runTimelineOptions } from '@/lib/analysis/timeline/query-options';
import { componentChoices, deviceChoices, phaseChoices } from './filter-choices';
import { LevelToggles } from './level-toggles';

export type LogFiltersProps = {
  run: RunDetail;
  view: LineView;
  onChange: (change: Partial<LineView>) => void;
};

/** The filters beside the search: in the toolbar, or in a sheet where there is no room. */
export function LogFilters({ run, view, onChange }: LogFiltersProps) {
  const { data: timeline } = useQuery(runTimelineOptions(run));
  const lists = [
    { name: 'component', label: 'Component', choices: componentChoices(run) },
    { name: 'device', label: 'Device', choices: timeline ? deviceChoices(timeline) : [] },
    { name: 'phase', label: 'Phase', choices: timeline ? phaseChoices(timeline) : [] },
  ] as const;
  return (
    <>
      <LevelToggles chosen={view.level} counts={run.levelCounts} onChange={(level) => onChange({ level })} />
      {lists.map(({ name, label, choices }) => (
        <MultiSelect
          key={name}
          label={label}
          options={choices}
          selected={view[name] ?? []}
          onChange={(values) => onChange({ [name]: values })}
        />
      ))}
    </>
  );
}

export function ClearFilters({ view, onChange }: Pick<LogFiltersProps, 'view' | 'onChange'>) {
  if (!hasLineFilter(filterOf(view))) return null;
  const cleared = Object.fromEntries(Object.keys(filterOf(view)).map((name) => [name, undefined]));
  return (
    <Button variant="ghost" onClick={() => onChange({ ...cleared, around: undefined })}>
      <X aria-hidden className="size-4" />
      Clear filters
    </Button>
  );
}
