import 'server-only';
import { AppError } from '@/lib/errors';
import { formatQuantity } from '@/lib/format/number';
import type { Prisma } from '@/lib/generated/prisma/client';

export type GoodRun = { id: string; status: 'succeeded' | 'partial' };

/** How many runs are searched; a job that failed for longer is compared with a run that the reader chooses. */
const MAX_LOOKED_AT = 1000;

/**
 * The job's last run before this one that succeeded; where none did, the last partial one. A retry works on a few devices
 * only, so a run of less than half of this one's devices is passed over. Throws `no_good_run`. Uses
 * run_job_id_started_at_id_idx.
 */
export async function findLastGoodRun(tx: Prisma.TransactionClient, runId: string): Promise<GoodRun> {
  const rows = await tx.$queryRaw<(Partial<GoodRun> & { looked_at: number })[]>`
    WITH this AS (
      SELECT r.id, r.job_id, r.started_at, (SELECT sum(n) FROM unnest(r.device_counts) n) AS devices
      FROM run r WHERE r.id = ${runId}
    ), earlier AS (
      SELECT e.id, e.status, e.started_at, 2 * (SELECT sum(n) FROM unnest(e.device_counts) n) >= this.devices AS is_whole
      FROM this, LATERAL (
        SELECT r.id, r.status, r.started_at, r.device_counts FROM run r
        WHERE r.job_id = this.job_id AND (r.started_at, r.id) < (this.started_at, this.id)
        ORDER BY r.started_at DESC, r.id DESC LIMIT ${MAX_LOOKED_AT}::int) e)
    SELECT g.id, g.status, (SELECT count(*)::int FROM earlier) AS looked_at FROM (SELECT 1) one
    LEFT JOIN LATERAL (
      SELECT id, status FROM earlier WHERE status IN ('succeeded', 'partial') AND is_whole
      ORDER BY status = 'succeeded' DESC, started_at DESC, id DESC LIMIT 1) g ON true`;
  const { id, status, looked_at: count = 0 } = rows[0] ?? {};
  if (id && status) return { id, status };
  throw new AppError('no_good_run', count === 0 ? NO_EARLIER : noneGood(count));
}

const NO_EARLIER = 'This is the first run of its job.';

const noneGood = (count: number): string => {
  const runs =
    count === MAX_LOOKED_AT ? `the last ${MAX_LOOKED_AT} runs` : `the ${formatQuantity(count, 'earlier run')}`;
  return `Of ${runs} of this job none succeeded or was partial with at least half of its devices.`;
};
