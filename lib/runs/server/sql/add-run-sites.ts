import 'server-only';
import { textArray } from '@/lib/db/binary-array';
import type { SqlTransaction } from '@/lib/db/sql-transaction';

/**
 * Notes sites of the run's devices on the run, in the transaction that writes the devices. A site stays noted when its
 * last device moves elsewhere, which is rarer than asking every device of every run.
 */
export async function addRunSites(
  tx: SqlTransaction,
  runId: string,
  sites: readonly (string | undefined)[],
): Promise<void> {
  const known = [...new Set(sites.filter((site) => site !== undefined))];
  if (known.length === 0) return;
  const added = textArray(known);
  await tx.$executeRaw`
    UPDATE run SET sites = ARRAY(SELECT DISTINCT unnest(sites || ${added}::text[]) ORDER BY 1)
    WHERE id = ${runId} AND NOT sites @> ${added}::text[]`;
}
