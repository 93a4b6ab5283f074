import 'server-only';
import { db } from '@/lib/db/client';
import { DAY_MS } from '@/lib/format/time-units';

/** How long keys are kept: a sender that retries after a week has lost its queue, not an answer. */
const KEEP_DAYS = 7;

/** Forgets old idempotency keys and answers how many. Uses ingest_batch_created_at_idx. */
export async function purgeBatchKeys(): Promise<number> {
  const before = new Date(Date.now() - KEEP_DAYS * DAY_MS);
  const { count } = await db().ingestBatch.deleteMany({ where: { createdAt: { lt: before } } });
  return count;
}
