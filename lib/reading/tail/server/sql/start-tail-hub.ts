import 'server-only';
import type { Client } from 'pg';
import { z } from 'zod';
import { createConnection } from '@/lib/db/client';
import { onCommit } from '@/lib/intake/ingest/server/sql/commit-queue';
import { announceRuns, CHANNEL, serverId } from '@/lib/runs/server/sql/announce-runs';
import { closeTails } from './open-tails';
import { wakeRuns, watchedRuns } from '@/lib/runs/server/sql/run-watch';

/** A connection that only listens would never notice that it has fallen silent, so it is asked now and then. */
const PROBE_INTERVAL_MS = 5000;
/** Notifications are hints and can be lost; this poll of the watched runs is the truth. */
const POLL_INTERVAL_MS = 1500;
const RECONNECT_MS = 500;

const payloadSchema = z.object({ from: z.string(), runIds: z.array(z.string()) });

/** Wakes tails for commits of this server, for those of others by LISTEN, and by a poll; the answer ends it all. */
export async function startTailHub(): Promise<() => Promise<void>> {
  onCommit(announceRuns);
  const poll = setInterval(() => wakeRuns(watchedRuns()), POLL_INTERVAL_MS);
  const listener = startListener();
  return async () => {
    clearInterval(poll);
    closeTails();
    await listener.stop();
  };
}

function startListener(): { stop: () => Promise<void> } {
  let client: Client | null = null;
  let isStopped = false;
  const probe = setInterval(() => void client?.query(`LISTEN ${CHANNEL}`).catch(() => {}), PROBE_INTERVAL_MS);

  const connect = async () => {
    if (isStopped) return;
    const next = createConnection('netraven listener');
    let isRetrying = false;
    const retry = () => {
      if (isStopped || isRetrying) return;
      isRetrying = true;
      setTimeout(() => void connect(), RECONNECT_MS);
    };
    next.on('error', retry);
    next.on('end', retry);
    next.on('notification', ({ payload }) => hear(payload));
    client = next;
    try {
      await next.connect();
      await next.query(`LISTEN ${CHANNEL}`);
    } catch {
      retry();
    }
  };

  void connect();
  return {
    stop: async () => {
      isStopped = true;
      clearInterval(probe);
      await client?.end().catch(() => {});
    },
  };
}

function hear(payload: string | undefined): void {
  const parsed = payloadSchema.safeParse(JSON.parse(payload ?? 'null'));
  if (parsed.success && parsed.data.from !== serverId()) wakeRuns(parsed.data.runIds);
}
