import 'server-only';
import { db } from '@/lib/db/client';
import { NO_LINES } from '@/lib/store/chunks/server/sql/level-counts';

/**
 * Removes counters that deletions brought to zero. Rows locked by a roll-up are left for the next time, so that nobody
 * waits.
 */
export async function purgeEmptyCounts(): Promise<number> {
  const hours = await db().$executeRaw`
    DELETE FROM hour_count h USING (
      SELECT hour, job_id, component FROM hour_count WHERE level_counts = ${NO_LINES} FOR UPDATE SKIP LOCKED) AS empty
    WHERE h.hour = empty.hour AND h.job_id = empty.job_id AND h.component = empty.component`;
  const days = await db().$executeRaw`
    DELETE FROM device_day_count t USING (
      SELECT day, device, job_id FROM device_day_count WHERE level_counts = ${NO_LINES} FOR UPDATE SKIP LOCKED) AS empty
    WHERE t.day = empty.day AND t.device = empty.device AND t.job_id = empty.job_id`;
  return hours + days;
}
