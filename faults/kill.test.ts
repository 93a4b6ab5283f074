import { afterEach, describe, expect, inject, test } from 'vitest';
import { pause, ServerProcess } from '@/lib/testing/real-server/server-process';
import { DATABASES } from './databases';
import { underLoad } from './under-load';

const isWhole = inject('faultScale') === 'whole';
const SERVER_KILLS = isWhole ? 50 : 3;
const DATABASE_KILLS = isWhole ? 20 : 2;
const BETWEEN_KILLS_MS = 500;

let server: ServerProcess;
afterEach(() => server.remove());

const sum = (values: number[]) => values.reduce((total, value) => total + value, 0);

describe.each(DATABASES)('on the $database database', ({ database: name, open }) => {
  test(`the server killed ${SERVER_KILLS} times under load: nothing acknowledged is lost or doubled`, async () => {
    server = await ServerProcess.create((await open()).env);
    await server.start();
    await underLoad({ name: `server killed, ${name}`, url: server.url }, async () => {
      const recoveries: number[] = [];
      for (let kill = 0; kill < SERVER_KILLS; kill += 1) {
        await pause(BETWEEN_KILLS_MS);
        await server.end('SIGKILL');
        recoveries.push(await server.start());
      }
      return { kills: SERVER_KILLS, recoveryMs: recoveries.map(Math.round), downMs: sum(recoveries) };
    });
  });
});

test(`the database killed ${DATABASE_KILLS} times under load: nothing acknowledged is lost or doubled`, async () => {
  server = await ServerProcess.create();
  await server.start();
  await underLoad({ name: 'database killed', url: server.url }, async () => {
    const recoveries: number[] = [];
    for (let kill = 0; kill < DATABASE_KILLS; kill += 1) {
      await pause(BETWEEN_KILLS_MS);
      const killedAt = performance.now();
      await server.untilReplaced(server.killDatabase());
      recoveries.push(performance.now() - killedAt);
    }
    return { kills: DATABASE_KILLS, recoveryMs: recoveries.map(Math.round), downMs: sum(recoveries) };
  });
});

test('both killed at once: the next start has every acknowledged line once', async () => {
  server = await ServerProcess.create();
  await server.start();
  await underLoad({ name: 'both killed', url: server.url }, async () => {
    await pause(BETWEEN_KILLS_MS);
    server.killDatabase();
    await server.end('SIGKILL');
    const recovery = await server.start();
    expect(await server.isReady()).toBe(true);
    return { kills: 1, recoveryMs: [Math.round(recovery)], downMs: recovery };
  });
});
