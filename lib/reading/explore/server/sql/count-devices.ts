import 'server-only';
import { DAY_MS } from '@/lib/format/time-units';
import { Prisma } from '@/lib/generated/prisma/client';
import { levelSum } from '@/lib/store/chunks/server/sql/level-counts';
import { splitRange, type CountedRange } from '../../bucket';
import { MAX_FACET_NAMES, type NameCount, type NameList } from '../../facet-lists';
import type { LineSearch } from '../../schema';

type Row = NameCount & { names: number };

/**
 * Lines per device of the runs that started in the range, from counters. Whole days: what is rolled up
 * (device_day_count_pkey), and what unsealed runs have beyond that (run_unsealed_idx). Edges: every run's devices
 * (run_started_at_id_idx, run_device_pkey).
 */
export async function countDevices(
  tx: Prisma.TransactionClient,
  search: LineSearch,
  range: CountedRange,
): Promise<NameList> {
  const { whole, edges } = splitRange(range, DAY_MS);
  const parts = [
    ...edges.map((edge) => devicesOfRuns(search, edge, 'all')),
    ...(whole ? [devicesOfDays(search, whole), devicesOfRuns(search, whole, 'unrolled')] : []),
  ];
  const rows = await tx.$queryRaw<Row[]>`
    SELECT t.device AS name, sum(t.n)::float8 AS count, (count(*) OVER ())::int AS names
    FROM (${Prisma.join(parts, ' UNION ALL ')}) t
    GROUP BY 1 HAVING sum(t.n) > 0 ORDER BY 2 DESC, 1 LIMIT ${MAX_FACET_NAMES}::int`;
  return {
    kept: rows.map(({ name, count }) => ({ name, count })),
    omitted: (rows[0]?.names ?? 0) - rows.length,
  };
}

const jobCondition = (column: Prisma.Sql, { job }: LineSearch): Prisma.Sql =>
  job ? Prisma.sql`${column} = ANY(${job})` : Prisma.sql`true`;

function devicesOfDays(search: LineSearch, { fromMs, toMs }: CountedRange): Prisma.Sql {
  const day = (ms: number) => new Date(ms).toISOString().slice(0, 10);
  return Prisma.sql`
    SELECT d.device, ${levelSum(Prisma.sql`d.level_counts`, search.level)} AS n FROM device_day_count d
    WHERE d.day >= ${day(fromMs)}::date AND d.day < ${day(toMs)}::date AND ${jobCondition(Prisma.sql`d.job_id`, search)}`;
}

function devicesOfRuns(search: LineSearch, { fromMs, toMs }: CountedRange, which: 'all' | 'unrolled'): Prisma.Sql {
  const counts = levelSum(Prisma.sql`d.level_counts`, search.level);
  const isOpen = which === 'unrolled';
  return Prisma.sql`
    SELECT d.device, ${isOpen ? Prisma.sql`${counts} - ${levelSum(Prisma.sql`d.rolled_level_counts`, search.level)}` : counts} AS n
    FROM run r JOIN run_device d ON d.run_id = r.id
    WHERE r.started_at >= ${new Date(fromMs)}::timestamptz AND r.started_at < ${new Date(toMs)}::timestamptz
      AND ${isOpen ? Prisma.sql`r.sealed_at IS NULL` : Prisma.sql`true`} AND ${jobCondition(Prisma.sql`r.job_id`, search)}`;
}
