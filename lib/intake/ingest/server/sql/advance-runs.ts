import 'server-only';
import { int4Array, int8Array, textArray, timestamptzArray } from '@/lib/db/binary-array';
import type { SqlTransaction } from '@/lib/db/sql-transaction';
import { Prisma } from '@/lib/generated/prisma/client';
import { SYSTEM_RUN_PREFIX } from '@/lib/runs/job-facts';
import type { RunKey } from '@/lib/runs/server/sql/ensured-run';
import type { RunStatus } from '@/lib/runs/status';
import { LEVEL_COLUMNS, levelColumn, levelCount, perLevel } from '@/lib/store/chunks/server/sql/level-counts';
import type { RunTally } from '../../tally-lines';
import type { TimeSpan } from '../../time-span';
import { levelArrays } from './level-arrays';

export type RunGrowth = RunKey & { lineCount: number; tally: RunTally; span: TimeSpan };

export type AdvancedRun = {
  id: string;
  last_seq: number;
  status: RunStatus;
  first_line_ms: number;
  last_line_ms: number;
  /** True when some line of the run, new or old, lies more than a day outside of its times. */
  is_scattered: boolean;
  /** True when these lines were believed rather than the earlier ones. */
  is_redated: boolean;
  /** Written by `setOpenSecrets`; nearly always null. */
  open_secrets: unknown;
};

/** Conditions on the times of a batch (since, until) and those of the run. */
const IS_NEAR = Prisma.sql`(since <= last_line_at + interval '24 hours' AND until >= first_line_at - interval '24 hours')`;
const IS_NEW = Prisma.sql`(first_line_at IS NULL OR NOT ${IS_NEAR} AND (n > run.last_seq
  OR until > now() - interval '24 hours' AND last_line_at < created_at - interval '24 hours' AND run.last_seq < 1000))`;

const GROWN_COUNTS = perLevel(
  (level) => Prisma.sql`${levelCount(Prisma.sql`level_counts`, level)} + ${levelColumn(level)}`,
);

/**
 * Gives the runs' lines their seqs and adds up what is known of a run. A line to a run thought stale brings it back to life, to
 * a sealed one sends it to be merged again. A run that was deleted, and perhaps made anew, is not in the answer.
 *
 * The run's times reach from its earliest to its latest line while no day lies between them and the new ones. Beyond, the clocks of
 * some are wrong: most lines are believed, or, beside fewer than 1,000, those of just now. A start that nobody announced follows, but leaves
 * the day under which the run is rolled up to the sealing (lib/runs/server/sql/settle-clocks.ts).
 */
export async function advanceRuns(tx: SqlTransaction, runs: RunGrowth[]): Promise<Map<string, AdvancedRun>> {
  const ids = textArray(runs.map(({ runId }) => runId));
  const times = (timeOf: (run: RunGrowth) => number) =>
    timestamptzArray(runs.map((run) => ({ ms: timeOf(run), us: 0 })));
  if (runs.length > 1) await tx.$queryRaw`SELECT 1 FROM run WHERE id = ANY(${ids}::text[]) ORDER BY id FOR UPDATE`;
  const rows = await tx.$queryRaw<AdvancedRun[]>`
    UPDATE run SET
      last_seq = run.last_seq + n,
      level_counts = ${GROWN_COUNTS},
      first_error_seq = coalesce(first_error_seq, run.last_seq + 1 + first_error),
      client_seqs = client_seqs + seqs::int8multirange,
      last_received_at = now(),
      status = CASE WHEN status IN ('queued', 'stale') THEN 'running' ELSE status END,
      finished_at = CASE WHEN status = 'stale' THEN NULL
                         WHEN finished_at IS NOT NULL AND is_implicit AND starts_with(run.id, ${SYSTEM_RUN_PREFIX})
                         THEN greatest(finished_at, until) ELSE finished_at END,
      first_line_at = CASE WHEN ${IS_NEW} THEN since WHEN ${IS_NEAR} THEN least(first_line_at, since) ELSE first_line_at END,
      last_line_at = CASE WHEN ${IS_NEW} THEN until WHEN ${IS_NEAR} THEN greatest(last_line_at, until) ELSE last_line_at END,
      stray_line_at = CASE WHEN first_line_at IS NULL OR ${IS_NEAR} THEN stray_line_at WHEN ${IS_NEW} THEN last_line_at ELSE since END,
      started_at = CASE WHEN is_start_given OR NOT (${IS_NEW} OR ${IS_NEAR}) THEN started_at
                        WHEN rolled_day <> (since AT TIME ZONE 'UTC')::date THEN started_at
                        WHEN ${IS_NEW} THEN since ELSE least(started_at, since) END,
      sealed_at = NULL
    FROM unnest(${ids}::text[], ${int4Array(runs.map(({ lineCount }) => lineCount))}::int[],
                ${levelArrays(runs.map(({ tally }) => tally))},
                ${int8Array(runs.map(({ tally }) => tally.firstErrorIndex))}::bigint[],
                ${textArray(runs.map(({ tally }) => tally.clientSeqs))}::text[], ${times(({ createdMs }) => createdMs)}::timestamptz[],
                ${times(({ span }) => span.fromMs)}::timestamptz[], ${times(({ span }) => span.toMs)}::timestamptz[])
         AS batch(id, n, ${LEVEL_COLUMNS}, first_error, seqs, made_at, since, until)
    WHERE run.id = batch.id AND run.created_at = batch.made_at
    RETURNING run.id, run.last_seq, run.status, run.open_secrets, (extract(epoch FROM first_line_at) * 1000)::float8 AS first_line_ms,
              (extract(epoch FROM last_line_at) * 1000)::float8 AS last_line_ms, stray_line_at IS NOT NULL AS is_scattered,
              run.last_seq > n AND stray_line_at IS NOT NULL AND first_line_at = since AND last_line_at = until AS is_redated`;
  return new Map(rows.map((row) => [row.id, row]));
}
