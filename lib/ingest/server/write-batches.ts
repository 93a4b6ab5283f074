import 'server-only';
import { db } from '@/lib/db/client';
import { AppError } from '@/lib/errors';
import type { Prisma } from '@/lib/generated/prisma/client';
import { ingestAnswerSchema, type IngestAnswer } from '../schema';
import type { LineDraft } from '../line-draft';
import type { PreparedBatch } from '../prepare-batch';
import { resolveRun } from './resolve-runs';
import { writeLines, type SeqRange } from './write-lines';

export type BatchKey = { tokenId: string; keyHash: Buffer; bodyHash: Buffer };
export type Batch = PreparedBatch & { key: BatchKey | null };

/** An answer, or why this one batch of the commit was refused; the others of the same commit are stored. */
export type Outcome = { answer: IngestAnswer } | { error: AppError };

const TX_OPTIONS = { maxWait: 5000, timeout: 30_000 };

/**
 * Stores several requests' batches in one transaction and answers after its commit: lines, counters, keys and answers
 * are there together or not at all. Throws when the transaction failed, and then nothing of it is stored.
 */
export async function writeBatches(batches: Batch[], receivedMs: number): Promise<Outcome[]> {
  const targets = await resolveAll(batches, receivedMs);
  return db().$transaction(async (tx) => {
    const stored = await findStoredAnswers(tx, batches);
    const fresh = batches.filter((batch) => !stored.has(batch));
    const parts = collectParts(fresh, targets);
    const runs = [...parts].map(([runId, list]) => ({ runId, lines: list.flatMap((part) => part.lines) }));
    const ranges = runs.length > 0 ? await writeLines(tx, runs, receivedMs) : new Map<string, SeqRange>();
    const answers = buildAnswers(fresh, parts, ranges);
    await insertKeys(tx, fresh, answers);
    return batches.map((batch) => stored.get(batch) ?? { answer: answers.get(batch) ?? emptyAnswer(batch) });
  }, TX_OPTIONS);
}

/** Run ids by group; groups of the same run are looked up once. */
async function resolveAll(batches: Batch[], receivedMs: number): Promise<Map<PreparedBatch['groups'][number], string>> {
  const targets = new Map<PreparedBatch['groups'][number], string>();
  for (const group of batches.flatMap((batch) => batch.groups)) {
    targets.set(group, await resolveRun(group, receivedMs));
  }
  return targets;
}

type Part = { batch: Batch; lines: LineDraft[] };

/** The lines of each run in the order in which the requests came. */
function collectParts(batches: Batch[], targets: Map<PreparedBatch['groups'][number], string>): Map<string, Part[]> {
  const parts = new Map<string, Part[]>();
  for (const batch of batches) {
    for (const group of batch.groups) {
      const runId = targets.get(group);
      if (runId === undefined) continue;
      const list = parts.get(runId);
      if (list) list.push({ batch, lines: group.lines });
      else parts.set(runId, [{ batch, lines: group.lines }]);
    }
  }
  return parts;
}

function buildAnswers(
  batches: Batch[],
  parts: Map<string, Part[]>,
  ranges: Map<string, SeqRange>,
): Map<Batch, IngestAnswer> {
  const answers = new Map(batches.map((batch) => [batch, emptyAnswer(batch)]));
  for (const [runId, list] of parts) {
    let firstSeq = ranges.get(runId)?.firstSeq ?? 0;
    for (const { batch, lines } of list) {
      answers.get(batch)?.runs.push({ runId, firstSeq, lastSeq: firstSeq + lines.length - 1 });
      firstSeq += lines.length;
    }
  }
  return answers;
}

const emptyAnswer = ({ acceptedCount, rejected }: Batch): IngestAnswer => ({
  accepted: acceptedCount,
  duplicate: 0,
  rejected,
  runs: [],
});

async function findStoredAnswers(tx: Prisma.TransactionClient, batches: Batch[]): Promise<Map<Batch, Outcome>> {
  const keyed = batches.flatMap((batch) => (batch.key ? [{ batch, key: batch.key }] : []));
  const stored = new Map<Batch, Outcome>();
  if (keyed.length === 0) return stored;
  const rows = await tx.ingestBatch.findMany({
    where: { OR: keyed.map(({ key }) => ({ tokenId: key.tokenId, keyHash: new Uint8Array(key.keyHash) })) },
  });
  for (const row of rows) {
    const match = keyed.find(({ key }) => key.tokenId === row.tokenId && key.keyHash.equals(row.keyHash));
    if (match) stored.set(match.batch, replayAnswer(row.answer, match.key.bodyHash.equals(row.bodyHash)));
  }
  return stored;
}

/** What a batch gets that was stored before: its first answer, with its lines counted as duplicates. */
export function replayAnswer(stored: unknown, isSameBody: boolean): Outcome {
  if (!isSameBody) {
    return { error: new AppError('key_reused', 'Use a new Idempotency-Key for a new body; nothing was stored.') };
  }
  const first = ingestAnswerSchema.parse(stored);
  return { answer: { ...first, accepted: 0, duplicate: first.accepted + first.duplicate } };
}

async function insertKeys(
  tx: Prisma.TransactionClient,
  batches: Batch[],
  answers: Map<Batch, IngestAnswer>,
): Promise<void> {
  const rows = batches.flatMap((batch) => {
    const answer = answers.get(batch);
    if (!batch.key || !answer) return [];
    const { tokenId, keyHash, bodyHash } = batch.key;
    return [{ tokenId, keyHash: new Uint8Array(keyHash), bodyHash: new Uint8Array(bodyHash), answer }];
  });
  // A row that another server wrote meanwhile fails this transaction; the caller tries again and finds its answer.
  if (rows.length > 0) await tx.ingestBatch.createMany({ data: rows });
}
