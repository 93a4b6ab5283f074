import { setTimeout as sleep } from 'node:timers/promises';
import type { GatewayClient } from './gateway-client';
import { runPooled } from './run-pooled';
import { latestResults } from './scenario/device-results';
import type { LineEvent, RunEvent, SimulatedRun } from './scenario/simulated-run';

export type SendOptions = {
  /** `burst`: as fast as it is acknowledged, only the last result of a device. `realtime`: each event at its `atMs`. */
  pace?: 'burst' | 'realtime';
  /** Aborted: a realtime run is cancelled politely, a burst goes on to its end. */
  signal?: AbortSignal;
  onLines?: (lineCount: number) => void;
};

/** Lines a batch: a chunk of the store, and some 300 kB before compression. */
export const BATCH_LINES = 1_000;
/** Results of one run wait for each other at its row; more at once only queue up on the server. */
const PARALLEL_PUTS = 4;

const isLine = (event: RunEvent): event is LineEvent => event.kind === 'line';

/** Opens a run, sends all that belongs to it and ends it. Rejects with a `GatewayError` when the server will not have it. */
export async function sendRun(client: GatewayClient, run: SimulatedRun, options: SendOptions = {}): Promise<void> {
  await client.openRun(run.open);
  await sendEvents(client, run, options);
}

/** The same for a run that is open already. */
export async function sendEvents(client: GatewayClient, run: SimulatedRun, options: SendOptions): Promise<void> {
  if (options.pace === 'realtime') await sendInTime(client, run, options);
  else await sendBurst(client, run, options);
}

async function sendBurst(client: GatewayClient, run: SimulatedRun, { onLines }: SendOptions): Promise<void> {
  const { runId } = run.open;
  const results = [...latestResults(run.events).values()];
  await Promise.all([
    postInBatches(client, run, onLines),
    runPooled(results, PARALLEL_PUTS, ({ device, result }) => client.putDevice(runId, device, result)),
  ]);
  const last = run.events.at(-1);
  if (last?.kind === 'end') await client.updateRun(runId, last.end);
}

/** One batch after the other: lines arrive in the order of their client seqs. */
async function postInBatches(client: GatewayClient, run: SimulatedRun, onLines: SendOptions['onLines']): Promise<void> {
  const records = run.events.filter(isLine).map((event) => event.record);
  for (let start = 0; start < records.length; start += BATCH_LINES) {
    const batch = records.slice(start, start + BATCH_LINES);
    await client.postLines(batch, `${run.open.runId}/${start}`);
    onLines?.(batch.length);
  }
}

async function sendInTime(client: GatewayClient, run: SimulatedRun, { signal, onLines }: SendOptions): Promise<void> {
  let next = 0;
  let lineCount = 0;
  while (next < run.events.length) {
    await sleepUntil(run.events[next]?.atMs ?? 0, signal);
    if (signal?.aborted) return cancel(client, run.open.runId, lineCount);
    const due = dueEvents(run.events, next);
    const records = due.filter(isLine).map((event) => event.record);
    if (records.length > 0) await client.postLines(records, `${run.open.runId}/${next}`);
    onLines?.(records.length);
    await sendStates(client, run.open.runId, due);
    lineCount += records.length;
    next += due.length;
  }
}

/** At least one event, and what has become due while the last batch was on its way. */
function dueEvents(events: readonly RunEvent[], from: number): readonly RunEvent[] {
  const nowMs = Date.now();
  let to = from + 1;
  while (to < events.length && to - from < BATCH_LINES && (events[to]?.atMs ?? Infinity) <= nowMs) to += 1;
  return events.slice(from, to);
}

async function sendStates(client: GatewayClient, runId: string, events: readonly RunEvent[]): Promise<void> {
  for (const event of events) {
    if (event.kind === 'device') await client.putDevice(runId, event.device, event.result);
    if (event.kind === 'end') await client.updateRun(runId, event.end);
  }
}

/** Ends early, without throwing, when the signal is aborted. */
async function sleepUntil(atMs: number, signal: AbortSignal | undefined): Promise<void> {
  const waitMs = atMs - Date.now();
  if (waitMs > 0) await sleep(waitMs, undefined, { signal }).catch(() => undefined);
}

/** Says how many lines were written, so that the reader is not told of missing ones. */
async function cancel(client: GatewayClient, runId: string, declaredLineCount: number): Promise<void> {
  const finishedAt = new Date().toISOString();
  await client.updateRun(runId, {
    status: 'cancelled',
    finishedAt,
    resultText: 'stopped at the Gateway',
    declaredLineCount,
  });
}
