import 'server-only';
import type { Prisma } from '@/lib/generated/prisma/client';
import type { StoredDevice } from '../../device-lanes';

/** Characters of a cause that a timeline shows; a sender may write 4,000 for each of 5,000 devices. */
const CAUSE_CHARS = 300;

/** All devices of a run, by name. Uses run_device_pkey. */
export function findDeviceRows(tx: Prisma.TransactionClient, runId: string): Promise<StoredDevice[]> {
  return tx.$queryRaw<StoredDevice[]>`
    SELECT d.device, d.status, d.site, d.type, left(d.cause, ${CAUSE_CHARS}::int) AS cause,
           (extract(epoch FROM d.started_at) * 1000)::float8 AS started_ms,
           (extract(epoch FROM d.finished_at) * 1000)::float8 AS finished_ms, d.phases, d.level_counts,
           d.clock_skew_seconds::float8 AS clock_skew_seconds
    FROM run_device d WHERE d.run_id = ${runId} ORDER BY d.device`;
}
