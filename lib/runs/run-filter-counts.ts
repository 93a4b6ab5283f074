import { z } from 'zod';
import { RUN_FACETS } from './run-facets';
import type { RunFilter } from './schema';

/** Parts of the job list's filter; `time` is from, to, or a sliding range. */
export const RUN_FILTER_PARTS = [...RUN_FACETS, 'device', 'time', 'q'] as const;
export type RunFilterPart = (typeof RUN_FILTER_PARTS)[number];

/** `GET /api/v1/run-filter-counts` */
export const runFilterCountsSchema = z
  .object({
    all: z.int().meta({ description: 'Runs without any filter' }),
    matching: z.int().meta({ description: 'Runs that all filters leave' }),
    without: z.partialRecord(z.enum(RUN_FILTER_PARTS), z.int()).meta({
      description: 'For each filter that is given: the runs that the others leave; from and to are one, time',
    }),
  })
  .meta({ id: 'RunFilterCounts' });
export type RunFilterCounts = z.infer<typeof runFilterCountsSchema>;

/** The part of the filter alone. */
export const pickRunFilter = (filter: RunFilter, part: RunFilterPart): RunFilter =>
  part === 'time' ? { from: filter.from, to: filter.to } : { [part]: filter[part] };
