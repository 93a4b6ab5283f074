'use client';

import { MultiSelect } from '@/components/ui/multi-select';
import { RUN_STATUSES } from '@/lib/runs/status';
import { RUN_STATUS_LOOK } from '@/lib/runs/status-look';
import { DeviceFilter } from './device-filter';
import type { RunFiltersProps } from './run-filters';
import { TimeRangeFilter } from './time-range-filter';

const STATUS_OPTIONS = RUN_STATUSES.map((status) => ({ value: status, label: RUN_STATUS_LOOK[status].label }));

/** An empty list means "not filtered", and is no part of the URL. */
const someOrNone = <Item,>(items: readonly Item[]): Item[] | undefined => (items.length > 0 ? [...items] : undefined);

export function RunFilterChoices({ state, jobs, onChange }: RunFiltersProps) {
  const types = [...new Set(jobs.map((job) => job.type))].sort();
  return (
    <>
      <MultiSelect
        label="Status"
        options={STATUS_OPTIONS}
        selected={state.status ?? []}
        onChange={(chosen) => onChange({ status: someOrNone(RUN_STATUSES.filter((item) => chosen.includes(item))) })}
      />
      <MultiSelect
        label="Job"
        options={jobs.map((job) => ({ value: job.jobId, label: job.name }))}
        selected={state.job ?? []}
        onChange={(chosen) => onChange({ job: someOrNone(chosen) })}
      />
      <MultiSelect
        label="Type"
        options={types.map((type) => ({ value: type, label: type }))}
        selected={state.type ?? []}
        onChange={(chosen) => onChange({ type: someOrNone(chosen) })}
      />
      <DeviceFilter onAdd={(device) => onChange({ device: [...new Set([...(state.device ?? []), device])] })} />
      <TimeRangeFilter value={state} onChange={({ range, from, to }) => onChange({ range, from, to })} />
    </>
  );
}
