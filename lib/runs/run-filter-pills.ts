import { formatMinute } from '@/lib/format/date-time';
import type { JobOption } from './job-facts';
import { RUN_FACET_LABEL } from './run-facets';
import { RUN_RANGES, type RunListState } from './run-filter-codec';
import { runStatusLabel } from './status-look';

/** One removable part of the filter; `without` is the list's state once it is gone. */
export type RunFilterPill = { id: string; name: string; value: string; without: RunListState };

type Names = { jobName: (jobId: string) => string; time: (iso: string) => string };

/** Jobs by their names, times in the reader's zone. */
export const runFilterNames = (jobs: readonly JobOption[], zone: string): Names => ({
  jobName: (jobId) => jobs.find((job) => job.jobId === jobId)?.name ?? jobId,
  time: (iso) => formatMinute(Date.parse(iso), zone, true),
});

const LIST_NAMES = { ...RUN_FACET_LABEL, device: 'Device' } as const;

/** The filter as pills, in the order of the facets and the filter bar. */
export function buildRunFilterPills(state: RunListState, names: Names): RunFilterPill[] {
  const base: RunListState = { ...state, cursor: undefined };
  return [
    ...listPills(base, 'status', runStatusLabel),
    ...listPills(base, 'job', names.jobName),
    ...listPills(base, 'type'),
    ...listPills(base, 'site'),
    ...listPills(base, 'gateway'),
    ...listPills(base, 'trigger'),
    ...listPills(base, 'device'),
    ...textPills(base, names),
  ];
}

function listPills(base: RunListState, param: keyof typeof LIST_NAMES, show = (item: string) => item): RunFilterPill[] {
  const items: readonly string[] = base[param] ?? [];
  return items.map((item) => {
    const rest = items.filter((other) => other !== item);
    const without = { ...base, [param]: rest.length > 0 ? rest : undefined };
    return { id: `${param}:${item}`, name: LIST_NAMES[param], value: show(item), without };
  });
}

function textPills(base: RunListState, { time }: Names): RunFilterPill[] {
  const { range, from, to, q } = base;
  const pills = [
    range && { id: 'range', name: 'Started', value: RUN_RANGES[range].label },
    from && { id: 'from', name: 'From', value: time(from) },
    to && { id: 'to', name: 'Before', value: time(to) },
    q && { id: 'q', name: 'Text', value: q },
  ];
  return pills.flatMap((pill) => (pill ? [{ ...pill, without: { ...base, [pill.id]: undefined } }] : []));
}
