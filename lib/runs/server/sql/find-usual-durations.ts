import 'server-only';
import { db } from '@/lib/db/client';
import { Prisma } from '@/lib/generated/prisma/client';
import type { UsualDuration } from '../../schema';
import { endedRuns } from './ended-runs';

/** Fewer runs cannot say what is usual. */
const MIN_RUNS = 3;

/** The usual duration of a job, at present or as it was when one of its runs started. */
export type UsualOf = { jobId: string; before?: { startedAt: Date; runId: string }; isRetry: boolean };

type UsualRow = { nth: number; p50_ms: number; p90_ms: number; run_count: number };

/**
 * Median and p90 of how long the last 20 ended runs took, in the order asked for; null where fewer than 3 ended. Both
 * are interpolated: otherwise a slow run among few would be its own p90.
 */
export async function findUsualDurations(wanted: readonly UsualOf[]): Promise<(UsualDuration | null)[]> {
  const jobIds = wanted.map(({ jobId }) => jobId);
  const times = wanted.map(({ before }) => before?.startedAt.toISOString() ?? 'infinity');
  const runIds = wanted.map(({ before }) => before?.runId ?? '');
  const retries = wanted.map(({ isRetry }) => isRetry);
  const ended = endedRuns({
    jobId: Prisma.sql`wanted.job_id`,
    beforeTime: Prisma.sql`wanted.before_time`,
    beforeId: Prisma.sql`wanted.before_id`,
    isRetry: Prisma.sql`wanted.is_retry`,
  });
  const rows = await db().$queryRaw<UsualRow[]>`
    SELECT wanted.nth::int AS nth, u.p50_ms, u.p90_ms, u.run_count
    FROM unnest(${jobIds}::text[], ${times}::timestamptz[], ${runIds}::text[], ${retries}::boolean[])
         WITH ORDINALITY AS wanted(job_id, before_time, before_id, is_retry, nth)
    CROSS JOIN LATERAL (
      SELECT percentile_cont(0.5) WITHIN GROUP (ORDER BY ended.ms)::int AS p50_ms,
             percentile_cont(0.9) WITHIN GROUP (ORDER BY ended.ms)::int AS p90_ms, count(*)::int AS run_count
      FROM (${ended}) AS ended) AS u
    WHERE u.run_count >= ${MIN_RUNS}::int`;
  const found = new Map(rows.map((row) => [row.nth, row]));
  return wanted.map((_, index) => {
    const row = found.get(index + 1);
    return row ? { medianMs: row.p50_ms, p90Ms: row.p90_ms, runCount: row.run_count } : null;
  });
}
