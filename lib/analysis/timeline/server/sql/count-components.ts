import 'server-only';
import { Prisma } from '@/lib/generated/prisma/client';
import { sumByLevel } from '@/lib/store/chunks/server/sql/level-counts';
import type { ComponentTotal } from '../../component-lanes';
import { MAX_COMPONENT_LANES } from '../../schema';

/** The components that get a lane, those with most lines first, with their lines per level. Uses line_count_pkey. */
export function countComponents(tx: Prisma.TransactionClient, runId: string): Promise<ComponentTotal[]> {
  return tx.$queryRaw<ComponentTotal[]>`
    SELECT n.component, ${sumByLevel(Prisma.sql`n.count`, Prisma.sql`n.level`)}::int[] AS "levelCounts"
    FROM line_count n WHERE n.run_id = ${runId}
    GROUP BY n.component ORDER BY sum(n.count) DESC, n.component LIMIT ${MAX_COMPONENT_LANES}::int`;
}
