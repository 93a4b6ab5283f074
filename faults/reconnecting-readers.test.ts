import { Client } from 'pg';
import { afterEach, inject, test } from 'vitest';
import { pause, ServerProcess } from '@/lib/testing/real-server/server-process';
import { underLoad } from './under-load';

const RECONNECTS = inject('faultScale') === 'whole' ? 30 : 3;
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
  const load = { senders: WRITERS, tails: READERS, linesPerBatch: 20, linesPerSecond: 1500 };
  await underLoad({ name: 'reconnecting readers', url: server.url, ...load }, async (tails) => {
    await Promise.all(
      tails.map(async (tail) => {
        for (let cut = 0; cut < RECONNECTS; cut += 1) {
          await pause(1000 + Math.random() * 2000);
          tail.cut();
        }
      }),
    );
    return { writers: WRITERS, reconnects: READERS * RECONNECTS };
  });
});
