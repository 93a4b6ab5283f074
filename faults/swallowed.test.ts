import { afterEach, describe, expect, inject, test } from 'vitest';
import { openTcpProxy, type TcpProxy } from '@/lib/testing/tcp-proxy';
import { ServerProcess } from '@/lib/testing/real-server/server-process';
import { DATABASES } from './databases';
import { underLoad } from './under-load';

const BATCHES = inject('faultScale') === 'whole' ? 5000 : 400;
const SENDERS = 16;
const LINES_PER_BATCH = 5;
const SWALLOWED_EACH = 5;

let server: ServerProcess;
let proxy: TcpProxy;
afterEach(async () => {
  await proxy.close();
  await server.remove();
});

describe.each(DATABASES)('on the $database database', ({ database: name, open }) => {
  test(`20 % of the answers to ${BATCHES} batches swallowed after their commit: sent again, stored once`, async () => {
    server = await ServerProcess.create((await open()).env);
    await server.start();
    let answers = 0;
    let swallowed = 0;
    proxy = await openTcpProxy(server.port, {
      swallowsAnswer: (part) => {
        if (!part.subarray(0, 5).equals(Buffer.from('HTTP/'))) return false; // the rest of an answer
        answers += 1;
        const isSwallowed = answers % SWALLOWED_EACH === 0;
        if (isSwallowed) swallowed += 1;
        return isSwallowed;
      },
    });
    await underLoad(
      {
        ...{ name: `answers swallowed, ${name}`, url: proxy.url, readUrl: server.url },
        ...{ senders: SENDERS, batches: BATCHES / SENDERS, linesPerBatch: LINES_PER_BATCH, linesPerSecond: 1e6 },
      },
      async () => ({ batches: BATCHES }),
    );
    console.log(JSON.stringify({ fault: `answers swallowed, ${name}`, answers, swallowed }));
    expect(swallowed).toBeGreaterThanOrEqual(Math.floor(BATCHES / SWALLOWED_EACH));
  });
});
