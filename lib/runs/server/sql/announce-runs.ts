import 'server-only';
import { randomUUID } from 'node:crypto';
import { pool } from '@/lib/db/client';
import { wakeRuns } from './run-watch';
import { processState } from '@/lib/process-state';

export const CHANNEL = 'netraven_runs';
/** At most 20 notifications a second, whatever is committed: NOTIFY takes a lock that all its senders share. */
const NOTIFY_INTERVAL_MS = 50;
/** PostgreSQL refuses payloads of 8,000 bytes and more. */
const MAX_PAYLOAD_BYTES = 7500;

type Announcer = { serverId: string; dirty: Set<string>; timer: NodeJS.Timeout | null };
const announcer = processState('announcer', (): Announcer => ({
  serverId: randomUUID(),
  dirty: new Set(),
  timer: null,
}));

export const serverId = (): string => announcer().serverId;

/**
 * Wakes the tails of this server at once, and those of other servers within 50 ms; never call it inside a transaction.
 */
export function announceRuns(runIds: string[]): void {
  wakeRuns(runIds);
  const state = announcer();
  for (const runId of runIds) state.dirty.add(runId);
  state.timer ??= setTimeout(() => void notify(state), NOTIFY_INTERVAL_MS).unref();
}

async function notify(state: Announcer): Promise<void> {
  const runIds = [...state.dirty];
  state.dirty.clear();
  try {
    for (const payload of toPayloads(runIds)) await pool().query('SELECT pg_notify($1, $2)', [CHANNEL, payload]);
  } catch {
    // Other servers' tails find the change by their poll.
  } finally {
    state.timer = null;
    if (state.dirty.size > 0) announceRuns([]);
  }
}

function toPayloads(runIds: string[]): string[] {
  const payloads: string[] = [];
  let part: string[] = [];
  let bytes = 0;
  for (const runId of runIds) {
    const size = Buffer.byteLength(JSON.stringify(runId)) + 1;
    if (bytes + size > MAX_PAYLOAD_BYTES) {
      payloads.push(JSON.stringify({ from: serverId(), runIds: part }));
      part = [];
      bytes = 0;
    }
    part.push(runId);
    bytes += size;
  }
  if (part.length > 0) payloads.push(JSON.stringify({ from: serverId(), runIds: part }));
  return payloads;
}
