import 'server-only';
import { int8Array, textArray } from '@/lib/db/binary-array';
import type { SqlTransaction } from '@/lib/db/sql-transaction';
import { Prisma } from '@/lib/generated/prisma/client';
import { ERROR_LEVELS, sumOfLevels } from '@/lib/store/chunks/level';
import { addLevels, LEVEL_COLUMNS } from '@/lib/store/chunks/server/sql/level-counts';
import { levelArrays } from './level-arrays';
import { addDeviceCountsOfRuns } from '@/lib/runs/server/sql/add-device-counts';
import type { DeviceStatus } from '@/lib/runs/status';
import type { RunTally } from '../../tally-lines';

type Change = { run_id: string; before: DeviceStatus | null; after: DeviceStatus; count: number };

const GROWN_COUNTS = addLevels(Prisma.sql`d.level_counts`, Prisma.sql`excluded.level_counts`);

type DeviceFacts = {
  isEnded: (runId: string) => boolean;
  /** Seconds by which the device's clock is off; null below a day. */
  skewOf: (runId: string, device: string) => number | null;
};

/**
 * Counts lines per device. A pending or unannounced device becomes running; in an ended run these lines decide its
 * result. The caller holds the locks of the runs.
 */
export async function addDeviceLines(
  tx: SqlTransaction,
  tallies: Map<string, RunTally>,
  { isEnded, skewOf }: DeviceFacts,
): Promise<void> {
  const rows = [...tallies].flatMap(([runId, { devices }]) =>
    devices.map(({ device, levelCounts }) => ({
      runId,
      device,
      levelCounts,
      skew: skewOf(runId, device),
      status: isEnded(runId) ? resultOf(levelCounts) : 'running',
    })),
  );
  if (rows.length === 0) return;
  const changes = await tx.$queryRaw<Change[]>`
    WITH line AS (
      SELECT * FROM unnest(${textArray(rows.map((row) => row.runId))}::text[], ${textArray(rows.map((row) => row.device))}::text[],
                           ${textArray(rows.map((row) => row.status))}::text[],
                           ${levelArrays(rows)},
                           ${int8Array(rows.map((row) => row.skew))}::bigint[])
             AS t(run_id, device, status, ${LEVEL_COLUMNS}, skew)),
    old AS (
      SELECT d.run_id, d.device, d.status FROM run_device d JOIN line USING (run_id, device)),
    written AS (
      INSERT INTO run_device AS d (run_id, device, status, level_counts, clock_skew_seconds)
      SELECT run_id, device, status, ARRAY[${LEVEL_COLUMNS}], skew FROM line
      ON CONFLICT (run_id, device) DO UPDATE SET
        status = CASE WHEN d.status = 'pending' THEN excluded.status ELSE d.status END,
        clock_skew_seconds = coalesce(excluded.clock_skew_seconds, d.clock_skew_seconds),
        level_counts = ${GROWN_COUNTS}
      RETURNING run_id, device, status)
    SELECT w.run_id, old.status AS before, w.status AS after, count(*)::int AS count
    FROM written w LEFT JOIN old USING (run_id, device)
    WHERE w.status IS DISTINCT FROM old.status GROUP BY w.run_id, old.status, w.status`;
  const deltas = new Map<string, Partial<Record<DeviceStatus, number>>>();
  for (const { run_id: runId, before, after, count } of changes) {
    const delta = deltas.get(runId) ?? {};
    if (before) delta[before] = (delta[before] ?? 0) - count;
    delta[after] = (delta[after] ?? 0) + count;
    deltas.set(runId, delta);
  }
  await addDeviceCountsOfRuns(tx, deltas);
}

const resultOf = (levelCounts: readonly number[]): DeviceStatus =>
  sumOfLevels(levelCounts, ERROR_LEVELS) > 0 ? 'failed' : 'succeeded';
