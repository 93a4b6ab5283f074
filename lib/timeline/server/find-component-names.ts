import 'server-only';
import type { Prisma } from '@/lib/generated/prisma/client';
import { MAX_COMPONENT_LANES } from '../schema';

/** The components that get a lane, those with most lines first, and whether there are others. Uses line_count_pkey. */
export async function findComponentNames(
  tx: Prisma.TransactionClient,
  runId: string,
): Promise<{ names: string[]; hasMore: boolean }> {
  const rows = await tx.$queryRaw<{ component: string }[]>`
    SELECT n.component FROM line_count n WHERE n.run_id = ${runId}
    GROUP BY n.component ORDER BY sum(n.count) DESC, n.component LIMIT ${MAX_COMPONENT_LANES + 1}::int`;
  const names = rows.map(({ component }) => component);
  return { names: names.slice(0, MAX_COMPONENT_LANES), hasMore: names.length > MAX_COMPONENT_LANES };
}
