import { randomUUID } from 'node:crypto';
import { INGEST_TOKEN } from '@/lib/testing/real-server/credentials';
import { pause } from '@/lib/testing/real-server/server-process';
import { HttpClient, type HttpAnswer } from '@/lib/testing/real-server/http-client';
import type { Ledger } from './ledger';

export type Answer = { status: number; ms: number; retryAfter: string | null; code: string | null };

/** What an answer tells a sender beside what is stored. */
export function toFaultAnswer({ status, ms, headers, text }: HttpAnswer): Answer {
  const { code } = JSON.parse(text) as { code?: string };
  return { status, ms, retryAfter: headers['retry-after'] ?? null, code: code ?? null };
}

type SenderOptions = {
  url: string;
  runId: string;
  ledger: Ledger;
  /** Lines that this sender has to send a second; what it could not send while the server was down comes later, at once. */
  linesPerSecond: number;
  /** Most lines in one batch. */
  linesPerBatch: number;
  signal: AbortSignal;
  /** Ends after so many batches. */
  batches?: number;
  /** Hears of every answer; status 0 is none. */
  onAnswer?: (answer: Answer) => void;
};

const RETRY_MS = 50;
/** A request that is never answered ends the test that waits for it. */
const REQUEST_LIMIT_MS = 120_000;

/**
 * Sends batches until `signal`, as a Gateway does: each under a key of its own, and again under the same key until it is
 * acknowledged, whatever happens to the server meanwhile. The last batch is seen through before it ends.
 */
export async function sendUntil(options: SenderOptions): Promise<void> {
  const { ledger, signal, linesPerSecond, linesPerBatch, batches = Infinity } = options;
  const startedAt = performance.now();
  let sent = 0;
  for (let batch = 0; batch < batches && !signal.aborted; batch += 1) {
    const count = await untilDue(() => ((performance.now() - startedAt) / 1000) * linesPerSecond - sent, options);
    if (count === 0) break;
    const key = randomUUID();
    const messages = Array.from(
      { length: Math.min(count, linesPerBatch) },
      (_, line) => `${key} ${batch} line ${line}`,
    );
    ledger.unanswered.add(key);
    while (!(await post(options, key, messages))) await pause(RETRY_MS);
    ledger.acknowledge(key, messages);
    sent += messages.length;
  }
}

/** How many lines are due, as soon as it is a twentieth of a second's; 0 when the sending is over. */
async function untilDue(due: () => number, { linesPerSecond, linesPerBatch, signal }: SenderOptions): Promise<number> {
  const enough = Math.min(linesPerBatch, Math.max(1, linesPerSecond / 20));
  while (!signal.aborted && due() < enough) await pause(5);
  return signal.aborted ? 0 : Math.min(linesPerBatch, Math.floor(due()));
}

/** True when the answer says that every line is stored, now or by an earlier try. */
async function post({ url, runId, onAnswer }: SenderOptions, key: string, messages: string[]): Promise<boolean> {
  const body = messages.map((message) => JSON.stringify({ run_id: runId, job_id: 'faults', message })).join('\n');
  const { answer, stored } = await postBody(url, body, {
    'idempotency-key': key,
    'x-line-count': String(messages.length),
  });
  onAnswer?.(answer);
  return answer.status === 200 && stored === messages.length;
}

/** One request to store lines; `stored` counts those that are stored now, by this request or an earlier one. */
export async function postBody(
  url: string,
  body: string | Uint8Array,
  headers: Record<string, string> = {},
): Promise<{ answer: Answer; stored: number }> {
  const startedAt = performance.now();
  const signal = AbortSignal.timeout(REQUEST_LIMIT_MS);
  try {
    const answer = await new HttpClient(url, INGEST_TOKEN).send('POST', '/api/v1/logs', { body, headers, signal });
    const json = JSON.parse(answer.text) as { accepted?: number; duplicate?: number };
    return { answer: toFaultAnswer(answer), stored: (json.accepted ?? 0) + (json.duplicate ?? 0) };
  } catch {
    return { answer: { status: 0, ms: performance.now() - startedAt, retryAfter: null, code: null }, stored: 0 };
  }
}
