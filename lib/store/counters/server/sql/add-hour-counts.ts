import 'server-only';
import type { SqlTransaction } from '@/lib/db/sql-transaction';
import { Prisma } from '@/lib/generated/prisma/client';
import { addLevels, sumByLevel } from '@/lib/store/chunks/server/sql/level-counts';

/**
 * `roll up` adds what the runs' counters have beyond what was added before; `take back` subtracts all that was added.
 */
export type RollDirection = 'roll up' | 'take back';

const CHANGE: Record<RollDirection, Prisma.Sql> = {
  'roll up': Prisma.sql`(n.count - n.rolled)`,
  'take back': Prisma.sql`(-n.rolled)`,
};

/**
 * Adds the runs' lines to hour_count, in the order of its key, so that roll-ups and deletions of several servers never
 * wait for each other in a circle. The caller holds the locks of the runs and notes what is rolled. Uses line_count_pkey.
 */
export async function addHourCounts(tx: SqlTransaction, runIds: string[], direction: RollDirection): Promise<void> {
  const change = CHANGE[direction];
  await tx.$executeRaw`
    INSERT INTO hour_count AS h (hour, job_id, component, level_counts)
    SELECT date_trunc('hour', n.minute, 'UTC') AS hour, r.job_id, n.component,
           ${sumByLevel(change, Prisma.sql`n.level`)}
    FROM run r JOIN line_count n ON n.run_id = r.id
    WHERE r.id = ANY(${runIds}) AND ${change} <> 0
    GROUP BY 1, 2, 3 ORDER BY 1, 2, 3
    ON CONFLICT (hour, job_id, component) DO UPDATE SET
      level_counts = ${addLevels(Prisma.sql`h.level_counts`, Prisma.sql`excluded.level_counts`)}`;
}
