import { randomUUID } from 'node:crypto';
import type { Ledger } from './ledger';
import { INGEST_TOKEN, pause } from './server-process';

type SenderOptions = {
  url: string;
  runId: string;
  ledger: Ledger;
  linesPerBatch: number;
  /** Between two batches; 0 sends as fast as the answers come. */
  pauseMs: number;
  signal: AbortSignal;
};

const RETRY_MS = 50;
const REQUEST_LIMIT_MS = 10_000;

/**
 * Sends batches until `signal`, as a Gateway does: each under a key of its own, and again under the same key until it is
 * acknowledged, whatever happens to the server meanwhile. The last batch is seen through before it ends.
 */
export async function sendUntil(options: SenderOptions): Promise<void> {
  const { ledger, signal, linesPerBatch, pauseMs } = options;
  for (let batch = 0; !signal.aborted; batch += 1) {
    const key = randomUUID();
    const messages = Array.from({ length: linesPerBatch }, (_, line) => `${key} batch ${batch} line ${line}`);
    ledger.unanswered.add(key);
    while (!(await post(options, key, messages))) await pause(RETRY_MS);
    ledger.acknowledge(key, messages);
    if (pauseMs > 0) await pause(pauseMs);
  }
}

/** True when the answer says that every line is stored, now or by an earlier try. */
async function post({ url, runId }: SenderOptions, key: string, messages: string[]): Promise<boolean> {
  try {
    const response = await fetch(`${url}/api/v1/logs`, {
      method: 'POST',
      headers: {
        authorization: `Bearer ${INGEST_TOKEN}`,
        'idempotency-key': key,
        'x-line-count': String(messages.length),
      },
      body: messages.map((message) => JSON.stringify({ run_id: runId, job_id: 'faults', message })).join('\n'),
      signal: AbortSignal.timeout(REQUEST_LIMIT_MS),
    });
    if (!response.ok) return false;
    const answer = (await response.json()) as { accepted: number; duplicate: number };
    return answer.accepted + answer.duplicate === messages.length;
  } catch {
    return false;
  }
}
