import { type Client } from 'pg';
import { expect } from 'vitest';
import { INGEST_TOKEN } from '@/lib/testing/real-server/credentials';
import { pause, type ServerProcess } from '@/lib/testing/real-server/server-process';
import { HttpClient } from '@/lib/testing/real-server/http-client';
import { readMessages } from './read-run';
import { postBody } from './sender';

/**
 * Purges are slow enough to be killed in their middle. Merges are counted by run, and all those behind the number in
 * `merge_gate` stand still in their middle.
 */
export const SLOW_AND_COUNTED = `
  CREATE TABLE merged (run_id text);
  CREATE TABLE merge_gate AS SELECT 1000000 AS most;
  GRANT INSERT, SELECT ON merged TO PUBLIC;
  GRANT SELECT ON merge_gate TO PUBLIC;
  CREATE FUNCTION count_merge() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN
    INSERT INTO merged SELECT DISTINCT run_id FROM gone;
    IF (SELECT count(*) FROM merged) > (SELECT most FROM merge_gate) THEN PERFORM pg_sleep(3600); END IF;
    RETURN NULL; END $$;
  CREATE TRIGGER count_merge AFTER DELETE ON log_chunk REFERENCING OLD TABLE AS gone
    FOR EACH STATEMENT EXECUTE FUNCTION count_merge();
  CREATE FUNCTION slow_purge() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN PERFORM pg_sleep(1); RETURN NULL; END $$;
  CREATE TRIGGER slow_purge AFTER DELETE ON ingest_batch FOR EACH STATEMENT EXECUTE FUNCTION slow_purge()`;

/** So many more merges come to their end, and the next stands still in its middle; null: all come to their end. */
export async function letMerge(client: Client, more: number | null): Promise<void> {
  await client.query(
    'UPDATE merge_gate SET most = CASE WHEN $1::int IS NULL THEN 1000000 ELSE (SELECT count(*) FROM merged) + $1::int END',
    [more],
  );
}

/** Runs that have ended, each in `chunks` chunks of a few lines; the messages of each run by its id. */
export async function sendEndedRuns(
  servers: ServerProcess[],
  { runs, chunks }: { runs: string[]; chunks: number },
): Promise<Map<string, string[]>> {
  const sent = new Map<string, string[]>();
  await Promise.all(
    runs.map(async (runId, index) => {
      const url = servers[index % servers.length]?.url ?? '';
      sent.set(runId, []);
      for (let chunk = 0; chunk < chunks; chunk += 1) {
        const messages = [0, 1, 2].map((n) => `${runId} chunk ${chunk} line ${n}`);
        const body = messages.map((message) => JSON.stringify({ run_id: runId, job_id: 'background', message }));
        const { answer } = await postBody(url, body.join('\n'), { 'idempotency-key': `${runId} ${chunk}` });
        expect(answer.status).toBe(200);
        sent.get(runId)?.push(...messages);
      }
      const client = new HttpClient(url, INGEST_TOKEN);
      await client.sendJson('PATCH', `/api/v1/runs/${encodeURIComponent(runId)}`, { status: 'succeeded' });
    }),
  );
  return sent;
}

/** The minute's sweep, now; runs count as quiet at once. */
export async function sweepNow(client: Client): Promise<void> {
  await client.query(`UPDATE run SET last_received_at = now() - interval '1 minute' WHERE sealed_at IS NULL`);
  await client.query(`SELECT graphile_worker.add_job('sweep', job_key := 'sweep')`);
}

/** Of the runs that have ended. */
export async function countUnsealed(client: Client): Promise<number> {
  const { rows } = await client.query<{ n: number }>(
    `SELECT count(*)::int AS n FROM run WHERE status = 'succeeded' AND sealed_at IS NULL`,
  );
  return rows[0]?.n ?? 0;
}

export async function untilSealed(client: Client): Promise<void> {
  while ((await countUnsealed(client)) > 0) await pause(50);
}

/** How many lines of the runs are missing or stand twice or elsewhere. */
export async function compareRuns(url: string, sent: Map<string, string[]>): Promise<{ lines: number; wrong: number }> {
  let lines = 0;
  let wrong = 0;
  for (const [runId, messages] of sent) {
    const stored = await readMessages(url, runId);
    lines += messages.length;
    wrong += Math.abs(messages.length - stored.length) + messages.filter((message, n) => stored[n] !== message).length;
  }
  return { lines, wrong };
}
