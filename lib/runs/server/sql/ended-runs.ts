import 'server-only';
import { Prisma } from '@/lib/generated/prisma/client';

/** How many runs say what is usual. */
const ENDED_RUNS = 20;
/** How many runs are searched for them, so that runs without an end cannot make the search long. */
const LOOKED_AT_RUNS = 100;

type Wanted = {
  jobId: Prisma.Sql;
  /** Runs before this point in the order of start and id; 'infinity' for the latest. */
  beforeTime: Prisma.Sql;
  beforeId: Prisma.Sql;
  isRetry: Prisma.Sql;
};

/**
 * The last 20 runs of a job that went to their end, as `id` and `ms` (what they took, at least 0). First attempts apart from
 * others, since a retry works on a few devices only. Uses run_job_id_started_at_id_idx.
 */
export const endedRuns = ({ jobId, beforeTime, beforeId, isRetry }: Wanted): Prisma.Sql => Prisma.sql`
  SELECT latest.id,
         least(greatest(extract(epoch FROM latest.finished_at - latest.started_at) * 1000, 0), 2147483647)::float8 AS ms
  FROM (SELECT r.id, r.started_at, r.finished_at, r.status, r.attempt FROM run r
        WHERE r.job_id = ${jobId} AND (r.started_at, r.id) < (${beforeTime}, ${beforeId})
        ORDER BY r.started_at DESC, r.id DESC LIMIT ${LOOKED_AT_RUNS}::int) AS latest
  WHERE latest.finished_at IS NOT NULL AND latest.status IN ('succeeded', 'partial', 'failed')
    AND (latest.attempt > 1) = ${isRetry}
  ORDER BY latest.started_at DESC, latest.id DESC LIMIT ${ENDED_RUNS}::int`;
