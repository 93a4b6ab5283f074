import 'server-only';
import { db } from '@/lib/db/client';
import { Prisma } from '@/lib/generated/prisma/client';
import { isOpen, type RunStatus } from '@/lib/runs/status';
import { groupChunks, type ChunkGroup, type ChunkSize } from '@/lib/store/chunks/group-chunks';
import { sealChunks } from '@/lib/store/chunks/server/sql/seal-chunks';
import { sealRun } from './seal-run';

/**
 * Merges a run's small chunks, seals those that nothing will join any more and, when it has ended, the run. Ingest only
 * ever adds chunks behind the last one, so it is never waited for and never waits; a reader sees the chunks of before or
 * of after. Each group is a transaction of its own: killed half-way, the work goes on where it was.
 */
export async function mergeRun(runId: string): Promise<void> {
  const run = await db().run.findUnique({ where: { id: runId }, select: { status: true, lastSeq: true } });
  if (!run) return;
  const hasEnded = !isOpen(run.status as RunStatus);
  const chunks = await db().$queryRaw<ChunkSize[]>`
    SELECT first_seq AS "firstSeq", line_count AS "lineCount", sealed FROM log_chunk
    WHERE run_id = ${runId} AND first_seq <= ${run.lastSeq}::int ORDER BY first_seq`;
  const groups = groupChunks(chunks, hasEnded);
  for (const group of groups.filter(({ isMerge }) => isMerge)) {
    await db().$transaction((tx) => mergeGroup(tx, runId, group), { timeout: 60_000 });
  }
  const final = groups.filter(({ isFinal }) => isFinal);
  await sealChunks(
    runId,
    final.map(({ fromSeq }) => fromSeq),
  );
  if (hasEnded) await sealRun(runId, run.lastSeq);
}

/** Two servers that merge the same run take turns, and the later one finds nothing left to do. */
async function mergeGroup(tx: Prisma.TransactionClient, runId: string, { fromSeq, toSeq }: ChunkGroup): Promise<void> {
  await tx.$queryRaw`SELECT pg_advisory_xact_lock(hashtextextended(${runId}, 0))::text`;
  await tx.$executeRaw`
    WITH part AS (
      DELETE FROM log_chunk WHERE run_id = ${runId} AND first_seq BETWEEN ${fromSeq}::int AND ${toSeq}::int RETURNING *),
    line AS (
      SELECT p.first_seq + l.i AS place, p.search_message IS NULL AS is_unread, l.*
      FROM part p,
           unnest(p.time, p.received_at, p.level, p.component, p.device, p.phase, p.message, p.fields, p.client_offset,
                  p.search_message, p.search_fields)
           WITH ORDINALITY AS l(time, received_at, level, component, device, phase, message, fields, client_offset,
                                search_message, search_fields, i)),
    merged AS (
      SELECT array_agg(time ORDER BY place) AS time, array_agg(received_at ORDER BY place) AS received_at,
             array_agg(level ORDER BY place) AS level, array_agg(component ORDER BY place) AS component,
             array_agg(device ORDER BY place) AS device, array_agg(phase ORDER BY place) AS phase,
             array_agg(message ORDER BY place) AS message, array_agg(fields ORDER BY place) AS fields,
             CASE WHEN count(client_offset) > 0 THEN array_agg(client_offset ORDER BY place) ELSE '{}' END AS client_offset,
             ${joinSearched(Prisma.sql`search_message`)}, ${joinSearched(Prisma.sql`search_fields`)}
      FROM line)
    INSERT INTO log_chunk (run_id, first_seq, line_count, min_time, max_time, level_mask, time, received_at, level,
                           component, device, phase, message, fields, client_offset, level_counts, search_message,
                           search_fields)
    SELECT ${runId}, p.first_seq, p.line_count, p.min_time, p.max_time, p.level_mask, m.time, m.received_at, m.level,
           m.component, m.device, m.phase, m.message, m.fields, m.client_offset, p.level_counts,
           m.search_message, m.search_fields
    FROM merged m, (
      SELECT min(first_seq) AS first_seq, sum(line_count)::int AS line_count, min(min_time) AS min_time,
             max(max_time) AS max_time, bit_or(level_mask) AS level_mask,
             ARRAY[sum(level_counts[1]), sum(level_counts[2]), sum(level_counts[3]), sum(level_counts[4]),
                   sum(level_counts[5])]::smallint[] AS level_counts
      FROM part HAVING count(*) > 0) AS p`;
}

/** Unknown where nobody has looked into one of the parts, empty where no line needs it. */
const joinSearched = (column: Prisma.Sql): Prisma.Sql => Prisma.sql`
  CASE WHEN bool_or(is_unread) THEN NULL WHEN count(${column}) > 0 THEN array_agg(${column} ORDER BY place) ELSE '{}' END
    AS ${column}`;
