import { Client } from 'pg';
import { afterEach, expect, inject, test } from 'vitest';
import { pause, ServerProcess } from './server-process';
import { underLoad } from './under-load';

const DURATION_MS = inject('faultScale') === 'whole' ? 60_000 : 6000;
const WRITERS = 16;
const READERS = 10;

let server: ServerProcess;
afterEach(() => server.remove());

/** Each commit waits up to 60 ms inside PostgreSQL, after its seqs are taken: the order of commits is any order. */
const DELAY_COMMITS = `
  CREATE FUNCTION delay_commit() RETURNS trigger LANGUAGE plpgsql AS
    $$ BEGIN PERFORM pg_sleep(random() * 0.06); RETURN NULL; END $$;
  CREATE CONSTRAINT TRIGGER delay_commit AFTER INSERT ON log_chunk DEFERRABLE INITIALLY DEFERRED
    FOR EACH ROW EXECUTE FUNCTION delay_commit()`;

test('16 writers whose commits are delayed at random, readers that reconnect: nothing missed, nothing twice', async () => {
  server = await ServerProcess.create();
  await server.start();
  const client = new Client({ connectionString: server.databaseUrl() });
  await client.connect();
  await client.query(DELAY_COMMITS);
  await client.end();
  let reconnects = 0;
  const load = { senders: WRITERS, tails: READERS, linesPerBatch: 20, linesPerSecond: 1500 };
  await underLoad({ name: 'reconnecting readers', url: server.url, ...load }, async (tails) => {
    const until = performance.now() + DURATION_MS;
    await Promise.all(
      tails.map(async (tail) => {
        while (performance.now() < until) {
          await pause(1000 + Math.random() * 2000);
          tail.cut();
          reconnects += 1;
        }
      }),
    );
    return { writers: WRITERS, reconnects };
  });
  expect(reconnects).toBeGreaterThanOrEqual(READERS * 2);
});
