import 'server-only';
import { createHash } from 'node:crypto';
import { assertCan } from '@/lib/auth/assert-can';
import type { Viewer } from '@/lib/auth/viewer';
import { env } from '@/lib/env';
import { AppError } from '@/lib/errors';
import type { IncomingRequest } from '@/lib/http/incoming-request';
import { readBody } from '@/lib/http/read-body';
import { readLineDefaults, type LineDefaults } from '../line-defaults';
import { parseBody } from '../parse-body';
import { prepareInTurns } from '../prepare-batch';
import type { IngestAnswer } from '../schema';
import { withAdmission } from './sql/admission';
import { commitBatch } from './sql/commit-queue';
import { inTurns } from './sql/pauses';
import { replayAnswer, type BatchKey } from './sql/write-batches';
import { processState } from '@/lib/process-state';

/** Largest body after decompression (the wire format's limit). */
const MAX_BODY_BYTES = 20 * 1024 * 1024;
const MAX_KEY_LENGTH = 255;

type IngestState = {
  /** Keyed batches of this process without an answer yet: a batch that is sent ten times at once is stored once. */
  inFlight: Map<string, { bodyHash: Buffer; answer: Promise<IngestAnswer> }>;
};

const state = processState('ingest', (): IngestState => ({ inFlight: new Map() }));

/**
 * Stores the records of an ingest request and answers after their commit. `accepted + duplicate + rejected` is the
 * number of records sent. Throws AppErrors for what refuses the batch as a whole; then nothing of it is stored.
 */
export async function appendLines(viewer: Viewer, request: IncomingRequest): Promise<IngestAnswer> {
  assertCan(viewer, 'lines:append');
  const defaults = readLineDefaults(request.url);
  return withAdmission(request, async (begin) => {
    const body = await readBody(request, MAX_BODY_BYTES);
    await begin(body.length);
    const key = readKey(viewer, request.headers, { body, defaults });
    const append = () => appendBatch({ body, defaults }, request.headers, key);
    return key ? appendOnce(key, append) : append();
  });
}

type Content = { body: string; defaults: LineDefaults | null };
type Headers = IncomingRequest['headers'];

async function appendBatch({ body, defaults }: Content, headers: Headers, key: BatchKey | null): Promise<IngestAnswer> {
  const records = parseBody(body, headers.get('content-type'));
  const idleMs = env().JOB_IDLE_SECONDS * 1000;
  const options = { receivedMs: Date.now(), defaults, idleMs };
  const prepared = await inTurns((isTurnOver) => prepareInTurns(records, { ...options, isTurnOver }));
  assertLineCount(headers.get('x-line-count'), prepared.acceptedCount + prepared.rejected.length);
  return commitBatch({ ...prepared, key });
}

function readKey(viewer: Viewer, headers: Headers, { body, defaults }: Content): BatchKey | null {
  const key = headers.get('idempotency-key')?.trim();
  if (!key) return null;
  if (key.length > MAX_KEY_LENGTH) {
    throw new AppError('invalid_request', `Idempotency-Key: at most ${MAX_KEY_LENGTH} characters.`);
  }
  const sha256 = (text: string) => createHash('sha256').update(text).digest();
  // The same body with other defaults is another batch.
  const content = defaults ? `${JSON.stringify(defaults)}\n${body}` : body;
  return { tokenId: viewer.id, keyHash: sha256(key), bodyHash: sha256(content) };
}

function assertLineCount(declared: string | null, received: number): void {
  if (declared === null) return;
  if (!/^\d{1,9}$/.test(declared.trim())) {
    throw new AppError('invalid_request', 'X-Line-Count: expected the number of records in the body.');
  }
  if (Number(declared) !== received) {
    throw new AppError(
      'line_count_mismatch',
      `X-Line-Count says ${Number(declared)}, the body holds ${received}; nothing was stored.`,
    );
  }
}

async function appendOnce(key: BatchKey, work: () => Promise<IngestAnswer>): Promise<IngestAnswer> {
  const id = `${key.tokenId} ${key.keyHash.toString('hex')}`;
  const { inFlight } = state();
  const other = inFlight.get(id);
  if (other) {
    const first = await other.answer.catch(() => null);
    if (!first) return appendOnce(key, work);
    const outcome = replayAnswer(first, other.bodyHash.equals(key.bodyHash));
    if ('error' in outcome) throw outcome.error;
    return outcome.answer;
  }
  const answer = work();
  inFlight.set(id, { bodyHash: key.bodyHash, answer });
  try {
    return await answer;
  } finally {
    inFlight.delete(id);
  }
}
