import 'server-only';
import { Prisma } from '@/lib/generated/prisma/client';

/** How many lines of a sealed chunk have the same level, component, device and phase: its facets, a list a column. */
const FACET = {
  level: Prisma.sql`unnest(c.facet_level) AS level`,
  component: Prisma.sql`unnest(c.facet_component) AS component`,
  device: Prisma.sql`unnest(c.facet_device) AS device`,
  phase: Prisma.sql`unnest(c.facet_phase) AS phase`,
};
export type FacetColumn = keyof typeof FACET;
export const FACET_COLUMNS = ['level', 'component', 'device', 'phase'] as const satisfies readonly FacetColumn[];

/** Some columns of the facets of the sealed chunk `c` with the `count` of their lines, for a list of results. */
export const unnestFacets = (columns: readonly FacetColumn[]): Prisma.Sql =>
  Prisma.sql`${Prisma.join(columns.map((name) => FACET[name]))}, unnest(c.facet_count) AS count`;

/** The facets of the sealed chunk `c` as `l(level, component, device, phase, count)`, for FROM. */
export const FACETS = Prisma.sql`
  unnest(c.facet_level, c.facet_component, c.facet_device, c.facet_phase, c.facet_count)
  AS l(level, component, device, phase, count)`;
