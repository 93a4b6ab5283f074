import { z } from 'zod';

/** The facets of the job list in the order of the screen; each is a filter of the same name. */
export const RUN_FACETS = ['status', 'job', 'type', 'site', 'gateway', 'trigger'] as const;
export type RunFacet = (typeof RUN_FACETS)[number];

export const RUN_FACET_LABEL = {
  status: 'Status',
  job: 'Job',
  type: 'Type',
  site: 'Site',
  gateway: 'Gateway',
  trigger: 'Trigger',
} as const satisfies Record<RunFacet, string>;

const facetValueSchema = z
  .object({
    value: z.string(),
    label: z.string().optional().meta({ description: "The job's name" }),
    count: z.int(),
  })
  .meta({ id: 'RunFacetValue' });
export type RunFacetValue = z.infer<typeof facetValueSchema>;

/** `GET /api/v1/run-facets` */
export const runFacetsSchema = z
  .object({
    facets: z
      .object(
        Object.fromEntries(RUN_FACETS.map((facet) => [facet, z.array(facetValueSchema)])) as Record<
          RunFacet,
          z.ZodArray<typeof facetValueSchema>
        >,
      )
      .meta({ description: 'Most runs first; each counts the runs that all other filters leave' }),
    windowRuns: z.int().meta({ description: 'Only so many runs are counted, the newest of the range' }),
    isBounded: z.boolean().meta({ description: 'True when the range holds more runs than are counted' }),
  })
  .meta({ id: 'RunFacets' });
export type RunFacets = z.infer<typeof runFacetsSchema>;
