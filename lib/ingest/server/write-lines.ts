import 'server-only';
import { int4Array, int8Array, textArray, timestamptzArray, int2Array } from '@/lib/db/binary-array';
import type { SqlTransaction } from '@/lib/db/sql-transaction';
import { Prisma } from '@/lib/generated/prisma/client';
import { isOpen, type RunStatus } from '@/lib/runs/status';
import type { LineDraft } from '../line-draft';
import { planChunks, type ChunkRow } from '../plan-chunks';
import { tallyLines, type RunTally } from '../tally-lines';
import { addDeviceLines } from './add-device-lines';

export type RunLines = { runId: string; lines: LineDraft[] };
export type SeqRange = { firstSeq: number; lastSeq: number };

/** A run was deleted between its lookup and its lines. */
export class RunGoneError extends Error {}

type Tx = SqlTransaction;
type Advanced = { id: string; last_seq: number; status: RunStatus };

/**
 * Writes lines and counters inside `tx` and answers which seqs each run's lines got.
 * The seqs come from the run's row, whose lock is held until commit: they have no holes and are in commit order.
 * Runs are locked in the order of their ids by everybody, so two batches never wait for each other in a circle.
 */
export async function writeLines(tx: Tx, runs: RunLines[], receivedMs: number): Promise<Map<string, SeqRange>> {
  const byId = [...runs].sort((a, b) => (a.runId < b.runId ? -1 : 1));
  const tallies = new Map(byId.map(({ runId, lines }) => [runId, tallyLines(lines)]));
  const advanced = await advanceRuns(tx, byId, tallies);
  const ranges = new Map<string, SeqRange>();
  const chunks: (ChunkRow & { runId: string })[] = [];
  for (const { runId, lines } of byId) {
    const lastSeq = advanced.get(runId)?.last_seq;
    if (lastSeq === undefined) throw new RunGoneError();
    const firstSeq = lastSeq - lines.length + 1;
    ranges.set(runId, { firstSeq, lastSeq });
    chunks.push(...planChunks(firstSeq, lines).map((chunk) => ({ ...chunk, runId })));
  }
  await insertChunks(tx, chunks, receivedMs);
  await addLineCounts(tx, tallies);
  const isEnded = (runId: string) => !isOpen(advanced.get(runId)?.status ?? 'running');
  await addDeviceLines(tx, tallies, isEnded);
  return ranges;
}

/** A line to a run thought stale brings it back to life; to a sealed one, sends it to be merged again. */
async function advanceRuns(tx: Tx, runs: RunLines[], tallies: Map<string, RunTally>): Promise<Map<string, Advanced>> {
  const ids = textArray(runs.map(({ runId }) => runId));
  const tally = (runId: string) => tallies.get(runId);
  const level = (index: number) => int4Array(runs.map(({ runId }) => tally(runId)?.levelCounts[index] ?? 0));
  if (runs.length > 1) await tx.$queryRaw`SELECT 1 FROM run WHERE id = ANY(${ids}::text[]) ORDER BY id FOR UPDATE`;
  const rows = await tx.$queryRaw<Advanced[]>`
    UPDATE run SET
      last_seq = run.last_seq + n,
      level_counts = ARRAY[level_counts[1] + l1, level_counts[2] + l2, level_counts[3] + l3, level_counts[4] + l4,
                           level_counts[5] + l5],
      first_error_seq = coalesce(first_error_seq, run.last_seq + 1 + first_error),
      client_seqs = client_seqs + seqs::int8multirange,
      last_received_at = now(),
      status = CASE WHEN status IN ('queued', 'stale') THEN 'running' ELSE status END,
      finished_at = CASE WHEN status = 'stale' THEN NULL ELSE finished_at END,
      sealed_at = NULL
    FROM unnest(${ids}::text[], ${int4Array(runs.map(({ lines }) => lines.length))}::int[],
                ${level(0)}::int[], ${level(1)}::int[], ${level(2)}::int[], ${level(3)}::int[], ${level(4)}::int[],
                ${int8Array(runs.map(({ runId }) => tally(runId)?.firstErrorIndex ?? null))}::bigint[],
                ${textArray(runs.map(({ runId }) => tally(runId)?.clientSeqs ?? '{}'))}::text[])
         AS batch(id, n, l1, l2, l3, l4, l5, first_error, seqs)
    WHERE run.id = batch.id
    RETURNING run.id, run.last_seq, run.status`;
  return new Map(rows.map((row) => [row.id, row]));
}

async function insertChunks(tx: Tx, chunks: (ChunkRow & { runId: string })[], receivedMs: number): Promise<void> {
  const received = new Date(receivedMs);
  const rows = chunks.map(
    (
      c,
    ) => Prisma.sql`(${c.runId}, ${c.firstSeq}::int, ${c.lineCount}::int, ${c.minTime}::timestamptz, ${c.maxTime}::timestamptz,
      ${c.levelMask}::smallint, ${c.time}::timestamptz[], array_fill(${received}::timestamptz, ARRAY[${c.lineCount}::int]),
      ${c.level}::smallint[], ${c.component}::text[], ${c.device}::text[], ${c.phase}::text[], ${c.message}::text[],
      ${c.fields}::text[], ${c.clientOffset}::bigint[], ${c.levelCounts}::smallint[])`,
  );
  await tx.$executeRaw`
    INSERT INTO log_chunk (run_id, first_seq, line_count, min_time, max_time, level_mask, time, received_at, level,
                           component, device, phase, message, fields, client_offset, level_counts)
    VALUES ${Prisma.join(rows)}`;
}

async function addLineCounts(tx: Tx, tallies: Map<string, RunTally>): Promise<void> {
  const rows = [...tallies].flatMap(([runId, { minutes }]) => minutes.map((minute) => ({ runId, ...minute })));
  await tx.$executeRaw`
    INSERT INTO line_count (run_id, minute, level, component, count)
    SELECT * FROM unnest(${textArray(rows.map((row) => row.runId))}::text[],
                         ${timestamptzArray(rows.map((row) => ({ ms: row.minuteMs, us: 0 })))}::timestamptz[],
                         ${int2Array(rows.map((row) => row.level))}::smallint[],
                         ${textArray(rows.map((row) => row.component))}::text[],
                         ${int4Array(rows.map((row) => row.count))}::int[])
    ON CONFLICT (run_id, minute, level, component) DO UPDATE SET count = line_count.count + excluded.count`;
}
