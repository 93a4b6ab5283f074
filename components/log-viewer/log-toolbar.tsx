'use client';

import { useQuery } from '@tanstack/react-query';
import { X } from 'lucide-react';
import { Button } from '@/components/ui/button';
import { MultiSelect } from '@/components/ui/multi-select';
import { useShortcut } from '@/components/ui/use-shortcut';
import { LEVELS } from '@/lib/lines/level';
import { filterOf, isFiltered, type LineView } from '@/lib/lines/line-filter-codec';
import type { RunDetail } from '@/lib/runs/schema';
import { runTimelineOptions } from '@/lib/timeline/query-options';
import { DownloadMenu } from './download-menu';
import { componentChoices, deviceChoices, phaseChoices } from './filter-choices';
import { toggleLevel } from './level-filter';
import { LevelToggles } from './level-toggles';
import { LineForm } from './line-form';
import { LogSearch } from './log-search';
import { ViewToggles } from './view-toggles';
import type { ViewPrefs } from './use-view-prefs';

type LogToolbarProps = {
  run: RunDetail;
  view: LineView;
  onChange: (change: Partial<LineView>) => void;
  onSearch: (query: string) => void;
  prefs: ViewPrefs;
  onPrefsChange: (change: Partial<ViewPrefs>) => void;
};

export function LogToolbar({ run, view, onChange, onSearch, prefs, onPrefsChange }: LogToolbarProps) {
  const { data: timeline } = useQuery(runTimelineOptions(run));
  const lists = [
    { name: 'component', label: 'Component', choices: componentChoices(run) },
    { name: 'device', label: 'Device', choices: timeline ? deviceChoices(timeline) : [] },
    { name: 'phase', label: 'Phase', choices: timeline ? phaseChoices(timeline) : [] },
  ] as const;
  useShortcut('toggle-level', ({ key }) => {
    const level = LEVELS[Number(key) - 1];
    if (level) onChange({ level: toggleLevel(view.level, level) });
  });
  const clear = () =>
    onChange({
      level: undefined,
      component: undefined,
      device: undefined,
      phase: undefined,
      q: undefined,
      since: undefined,
      until: undefined,
      around: undefined,
    });
  return (
    <div role="group" aria-label="Log filters" className="flex flex-wrap items-center gap-2 border-b border-line p-2">
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
      <LogSearch query={view.q ?? ''} onChange={onSearch} />
      {isFiltered(filterOf(view)) && (
        <Button variant="ghost" onClick={clear}>
          <X aria-hidden className="size-4" />
          Clear filters
        </Button>
      )}
      <LineForm view={view} onChange={onChange} />
      <ViewToggles prefs={prefs} onChange={onPrefsChange} />
      <DownloadMenu run={run} view={view} />
    </div>
  );
}
