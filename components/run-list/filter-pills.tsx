'use client';

import { X } from 'lucide-react';
import { Button } from '@/components/ui/button';
import { NameText } from '@/components/ui/name-text';
import { useTimeZone } from '@/components/ui/use-time-zone';
import { formatMinute } from '@/lib/format/date-time';
import { nameInText } from '@/lib/format/invisible';
import type { RunListState } from '@/lib/runs/run-filter-codec';
import { buildRunFilterPills } from '@/lib/runs/run-filter-pills';
import type { JobOption } from './run-filter-props';

type FilterPillsProps = {
  state: RunListState;
  jobs: readonly JobOption[];
  onSet: (state: RunListState) => void;
};

/** The filters in use, each with a button that removes it. */
export function FilterPills({ state, jobs, onSet }: FilterPillsProps) {
  const zone = useTimeZone();
  const pills = buildRunFilterPills(state, {
    jobName: (jobId) => jobs.find((job) => job.jobId === jobId)?.name ?? jobId,
    time: (iso) => formatMinute(Date.parse(iso), zone, true),
  });
  if (pills.length === 0) return null;
  return (
    <ul aria-label="Active filters" className="flex flex-wrap items-center gap-1.5">
      {pills.map(({ id, name, value, without }) => (
        <li key={id} className="flex max-w-full items-center rounded-md border border-line bg-panel text-xs">
          <span className="truncate py-1 pl-2">
            <span className="text-muted">{name}:</span> <NameText name={value} />
          </span>
          <button
            type="button"
            aria-label={`Remove filter ${name}: ${nameInText(value)}`}
            className="flex size-6 shrink-0 items-center justify-center rounded-md text-muted hover:bg-hover"
            onClick={() => onSet(without)}
          >
            <X aria-hidden className="size-3.5" />
          </button>
        </li>
      ))}
      <li>
        <Button variant="ghost" size="sm" onClick={() => onSet({})}>
          Clear all
        </Button>
      </li>
    </ul>
  );
}
