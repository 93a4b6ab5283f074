import 'server-only';
import { textArray } from '@/lib/db/binary-array';
import { inSqlTransaction, type SqlTransaction } from '@/lib/db/sql-transaction';
import { AppError } from '@/lib/errors';
import { ingestAnswerSchema, type IngestAnswer } from '../../schema';
import type { DraftGroup, LineDraft } from '@/lib/store/chunks/line-draft';
import type { PreparedBatch } from '../../prepare-batch';
import type { RunKey } from '@/lib/runs/server/sql/ensured-run';
import { resolveRuns } from './resolve-runs';
import type { RunTarget } from './run-target';
import { writeLines, type SeqRange } from './write-lines';

export type BatchKey = { tokenId: string; keyHash: Buffer; bodyHash: Buffer };
export type Batch = PreparedBatch & { key: BatchKey | null };

/** An answer, or why this one batch of the commit was refused; the others of the same commit are stored. */
export type BatchOutcome = { answer: IngestAnswer } | { error: AppError };

/**
 * Stores several requests' batches in one transaction and answers after its commit: lines, counters, keys and answers
 * are there together or not at all. Throws when the transaction failed, and then nothing of it is stored.
 */
export async function writeBatches(batches: Batch[], receivedMs: number): Promise<BatchOutcome[]> {
  const targets = await resolveRuns(
    batches.flatMap((batch) => batch.groups),
    receivedMs,
  );
  return inSqlTransaction(async (tx) => {
    const stored = await findStoredAnswers(tx, batches);
    const fresh = batches.filter((batch) => !stored.has(batch));
    const parts = collectParts(fresh, targets);
    const runs = [...parts.values()].map(({ run, list }) => ({ ...run, lines: list.flatMap((part) => part.lines) }));
    const ranges = runs.length > 0 ? await writeLines(tx, runs, receivedMs) : new Map<string, SeqRange>();
    const answers = buildAnswers(fresh, parts, ranges);
    await insertKeys(tx, fresh, answers);
    return batches.map((batch) => stored.get(batch) ?? { answer: answers.get(batch) ?? emptyAnswer(batch) });
  });
}

type Part = { batch: Batch; lines: LineDraft[] };
type RunParts = { run: RunKey; list: Part[] };

/** The lines of each run in the order in which the requests came. */
function collectParts(batches: Batch[], targets: Map<DraftGroup, RunTarget[]>): Map<string, RunParts> {
  const parts = new Map<string, RunParts>();
  for (const batch of batches) {
    for (const { run, lines } of batch.groups.flatMap((group) => targets.get(group) ?? [])) {
      const known = parts.get(run.runId);
      if (known) known.list.push({ batch, lines });
      else parts.set(run.runId, { run, list: [{ batch, lines }] });
    }
  }
  return parts;
}

/** A run appears once in an answer, however many names the batch had for it. */
function buildAnswers(
  batches: Batch[],
  parts: Map<string, RunParts>,
  ranges: Map<string, SeqRange>,
): Map<Batch, IngestAnswer> {
  const answers = new Map(batches.map((batch) => [batch, emptyAnswer(batch)]));
  for (const [runId, { list }] of parts) {
    let firstSeq = ranges.get(runId)?.firstSeq ?? 0;
    for (const { batch, lines } of list) {
      const runs = answers.get(batch)?.runs;
      const lastSeq = firstSeq + lines.length - 1;
      const last = runs?.at(-1);
      if (last?.runId === runId) last.lastSeq = lastSeq;
      else runs?.push({ runId, firstSeq, lastSeq });
      firstSeq += lines.length;
    }
  }
  return answers;
}

const emptyAnswer = ({ acceptedCount, rejected, adjusted, adjustedCount }: Batch): IngestAnswer => ({
  accepted: acceptedCount,
  duplicate: 0,
  adjusted,
  adjustedCount,
  rejected,
  runs: [],
});

type StoredRow = { token_id: string; key_hash: Buffer; body_hash: Buffer; answer: unknown };

/** Uses ingest_batch_pkey. */
async function findStoredAnswers(tx: SqlTransaction, batches: Batch[]): Promise<Map<Batch, BatchOutcome>> {
  const keyed = batches.flatMap((batch) => (batch.key ? [{ batch, key: batch.key }] : []));
  const stored = new Map<Batch, BatchOutcome>();
  if (keyed.length === 0) return stored;
  const rows = await tx.$queryRaw<StoredRow[]>`
    SELECT token_id, key_hash, body_hash, answer FROM ingest_batch
    WHERE (token_id, key_hash) IN (
      SELECT * FROM unnest(${textArray(keyed.map(({ key }) => key.tokenId))}::text[],
                           ${keyed.map(({ key }) => key.keyHash)}::bytea[]))`;
  for (const row of rows) {
    const match = keyed.find(({ key }) => key.tokenId === row.token_id && key.keyHash.equals(row.key_hash));
    if (match) stored.set(match.batch, replayAnswer(row.answer, match.key.bodyHash.equals(row.body_hash)));
  }
  return stored;
}

/** The answer to a batch that was stored before: its first answer, with its lines counted as duplicates. */
export function replayAnswer(stored: unknown, isSameBody: boolean): BatchOutcome {
  if (!isSameBody) {
    return { error: new AppError('key_reused', 'Use a new Idempotency-Key for a new body; nothing was stored.') };
  }
  const first = ingestAnswerSchema.parse(stored);
  return { answer: { ...first, accepted: 0, duplicate: first.accepted + first.duplicate } };
}

async function insertKeys(tx: SqlTransaction, batches: Batch[], answers: Map<Batch, IngestAnswer>): Promise<void> {
  const rows = batches.flatMap((batch) => {
    const answer = answers.get(batch);
    return batch.key && answer ? [{ ...batch.key, answer: JSON.stringify(answer) }] : [];
  });
  if (rows.length === 0) return;
  // A row that another server wrote meanwhile fails this transaction; the caller tries again and finds its answer.
  await tx.$executeRaw`
    INSERT INTO ingest_batch (token_id, key_hash, body_hash, answer)
    SELECT token_id, key_hash, body_hash, answer::jsonb
    FROM unnest(${textArray(rows.map((row) => row.tokenId))}::text[], ${rows.map((row) => row.keyHash)}::bytea[],
                ${rows.map((row) => row.bodyHash)}::bytea[], ${textArray(rows.map((row) => row.answer))}::text[])
         AS batch(token_id, key_hash, body_hash, answer)`;
}
