import 'server-only';
import type { SqlTransaction } from '@/lib/db/sql-transaction';
import { CHUNKS, isOfRun } from '@/lib/store/chunks/server/sql/chunk-rows';

/**
 * For a run whose lines are more than a day apart, decides which of their times are the run's: those of the largest
 * group without a gap of a day. Its start, unless it was announced, and the clocks of its devices follow. Reads every
 * line, so only the few runs with such lines use it: when they are sealed, and when new lines overrule earlier ones.
 * The caller holds the run's lock.
 */
export async function settleClocks(tx: SqlTransaction, runId: string): Promise<void> {
  // A time before 2000 comes from a clock that was never set; no line is written after its receipt.
  await tx.$executeRaw`
    WITH line AS (
      SELECT least(l.time, l.received_at) AS time FROM ${CHUNKS}, unnest(c.time, c.received_at) AS l(time, received_at)
      WHERE ${isOfRun(runId)} AND l.time >= '2000-01-01Z'),
    step AS (SELECT time, time - lag(time) OVER (ORDER BY time) > interval '24 hours' AS is_gap FROM line),
    part AS (SELECT time, count(*) FILTER (WHERE is_gap) OVER (ORDER BY time) AS n FROM step),
    main AS (SELECT min(time) AS since, max(time) AS until FROM part GROUP BY n ORDER BY count(*) DESC, max(time) DESC LIMIT 1)
    UPDATE run SET
      first_line_at = main.since, last_line_at = main.until,
      started_at = CASE WHEN is_start_given OR rolled_day <> (main.since AT TIME ZONE 'UTC')::date THEN started_at
                        ELSE least(main.since, created_at) END
    FROM main WHERE run.id = ${runId}`;
  await tx.$executeRaw`
    WITH clock AS (
      SELECT l.device, percentile_disc(0.5) WITHIN GROUP (ORDER BY l.time) AS middle
      FROM ${CHUNKS}, unnest(c.time, c.device) AS l(time, device)
      WHERE ${isOfRun(runId)} AND l.device <> '' GROUP BY l.device),
    off AS (
      SELECT clock.device, CASE WHEN middle < r.first_line_at THEN extract(epoch FROM middle - r.first_line_at)
                                ELSE greatest(0, extract(epoch FROM middle - r.last_line_at)) END AS seconds
      FROM clock, run r WHERE r.id = ${runId})
    UPDATE run_device d SET clock_skew_seconds = CASE WHEN abs(off.seconds) > 86400 THEN round(off.seconds)::bigint END
    FROM off WHERE d.run_id = ${runId} AND d.device = off.device`;
}
