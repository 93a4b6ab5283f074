import 'server-only';
import { assertCan } from '@/lib/auth/assert-can';
import type { Viewer } from '@/lib/auth/viewer';
import { db } from '@/lib/db/client';
import { Prisma } from '@/lib/generated/prisma/client';
import { RUN_FACETS, type RunFacet, type RunFacets, type RunFacetValue } from '../run-facets';
import type { RunFilter } from '../schema';
import { endPastDaysForReader } from './sql/end-past-days';
import { runConditions } from './sql/run-conditions';

/** Cost limit of one count: every open job list asks for it every few seconds. */
const WINDOW_RUNS = 5000;
/** Most values of a facet; values in the filter are always listed. */
const MAX_VALUES = 200;

type CountRow = { facet: RunFacet | 'older'; value: string; label: string | null; count: number };

/**
 * How many of the newest 5,000 runs of the range each value of each facet has. A facet is counted over the runs that
 * the *other* filters leave, so that it shows what adding one of its values would bring.
 */
export async function countRunFacets(viewer: Viewer, filter: RunFilter): Promise<RunFacets> {
  assertCan(viewer, 'runs:read');
  await endPastDaysForReader();
  const { from, to, device, q } = filter;
  // run_started_at_id_idx for the window; everything after it reads the window alone.
  const rows = await db().$queryRaw<CountRow[]>`
    WITH picked AS (
      SELECT r.id, r.job_id, r.number, r.status, r.trigger, r.gateway, r.sites, r.result_text FROM run r
      WHERE ${allOf(runConditions({ from, to }))} ORDER BY r.started_at DESC, r.id DESC LIMIT ${WINDOW_RUNS}
    ), judged AS MATERIALIZED (
      SELECT r.job_id, r.status, r.trigger, r.gateway, r.sites, j.name, j.type, ${failedFacets(filter)} AS failed
      FROM picked r JOIN job j ON j.id = r.job_id WHERE ${allOf(runConditions({ device, q }))}
    )
    SELECT 'status' AS facet, status AS value, NULL AS label, count(*)::int AS count
      FROM judged WHERE ${onlyMayFail('status')} GROUP BY status
    UNION ALL SELECT 'job', job_id, min(name), count(*)::int FROM judged WHERE ${onlyMayFail('job')} GROUP BY job_id
    UNION ALL SELECT 'type', type, NULL, count(*)::int FROM judged WHERE ${onlyMayFail('type')} GROUP BY type
    UNION ALL SELECT 'site', site, NULL, count(*)::int FROM judged, unnest(sites) AS site
      WHERE ${onlyMayFail('site')} GROUP BY site
    UNION ALL SELECT 'gateway', gateway, NULL, count(*)::int FROM judged
      WHERE gateway IS NOT NULL AND ${onlyMayFail('gateway')} GROUP BY gateway
    UNION ALL SELECT 'trigger', trigger, NULL, count(*)::int FROM judged
      WHERE trigger IS NOT NULL AND ${onlyMayFail('trigger')} GROUP BY trigger
    UNION ALL SELECT 'older', '', NULL, 1 WHERE EXISTS (
      SELECT 1 FROM run r WHERE ${allOf(runConditions({ from, to }))} ORDER BY r.started_at DESC, r.id DESC
      OFFSET ${WINDOW_RUNS} LIMIT 1)`;
  const facets = Object.fromEntries(RUN_FACETS.map((facet) => [facet, valuesOf(rows, facet, filter)]));
  return {
    facets: facets as Record<RunFacet, RunFacetValue[]>,
    windowRuns: WINDOW_RUNS,
    isBounded: rows.some(({ facet }) => facet === 'older'),
  };
}

const allOf = (conditions: Prisma.Sql[]): Prisma.Sql =>
  conditions.length > 0 ? Prisma.join(conditions, ' AND ') : Prisma.sql`true`;

const bitOf = (facet: RunFacet): number => 1 << RUN_FACETS.indexOf(facet);

/** A bit for each facet whose filter the run does not pass. */
function failedFacets(filter: RunFilter): Prisma.Sql {
  const bits = RUN_FACETS.flatMap((facet) =>
    runConditions({ [facet]: filter[facet] }).map(
      (condition) => Prisma.sql`CASE WHEN ${condition} THEN 0 ELSE ${bitOf(facet)}::int END`,
    ),
  );
  return bits.length > 0 ? Prisma.join(bits, ' | ') : Prisma.sql`0`;
}

const onlyMayFail = (facet: RunFacet): Prisma.Sql => Prisma.sql`failed & ~${bitOf(facet)}::int = 0`;

function valuesOf(rows: CountRow[], facet: RunFacet, filter: RunFilter): RunFacetValue[] {
  const wanted: readonly string[] = filter[facet] ?? [];
  return rows
    .filter((row) => row.facet === facet)
    .sort((a, b) => b.count - a.count || a.value.localeCompare(b.value))
    .filter(({ value }, index) => index < MAX_VALUES || wanted.includes(value))
    .map(({ value, label, count }) => ({ value, count, ...(label !== null && { label }) }));
}
