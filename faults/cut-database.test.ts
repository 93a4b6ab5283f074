import { describe, expect, inject, test } from 'vitest';
import { pause } from '@/lib/testing/real-server/server-process';
import { findServerPrograms } from './databases';
import { startProxiedServer } from './proxied-server';
import { readAnswer } from './read-run';
import type { Answer } from './sender';
import { underLoad } from './under-load';

const CUT_MS = inject('faultScale') === 'whole' ? 60_000 : 4000;

describe.each(await findServerPrograms())('$database PostgreSQL', ({ database, binDir }) => {
  test.each(['cut', 'blackHole'] as const)(`its connections %s for ${CUT_MS} ms under load`, async (kind) => {
    const { server, proxy } = await startProxiedServer(binDir);
    const answers: (Answer & { at: number })[] = [];
    const onAnswer = (answer: Answer) => answers.push({ ...answer, at: performance.now() });
    const reads: Answer[] = [];
    let cutAt = 0;
    let mendedAt = 0;
    await underLoad({ name: `${kind}, ${database}`, url: server.url, onAnswer }, async () => {
      await pause(2000);
      cutAt = performance.now();
      proxy[kind]();
      while (performance.now() - cutAt < CUT_MS) {
        reads.push(await readAnswer(server.url, '/api/v1/runs'));
        await pause(200);
      }
      proxy.mend();
      mendedAt = performance.now();
      const isHealed = () => answers.some(({ status, at }) => status === 200 && at > mendedAt);
      while (!isHealed()) await pause(10);
      await server.untilReady();
      return { downMs: performance.now() - cutAt, healedMs: Math.round(performance.now() - mendedAt) };
    });
    const refused = answers.filter(({ status }) => status !== 200);
    const healedMs =
      Math.min(...answers.filter(({ status, at }) => status === 200 && at > mendedAt).map(({ at }) => at)) - mendedAt;
    const slowest = (list: Answer[]) => Math.round(Math.max(...list.map(({ ms }) => ms)));
    console.log(
      JSON.stringify({
        fault: kind,
        database,
        refused: refused.length,
        slowestRefusalMs: slowest(refused),
        slowestReadMs: slowest(reads),
        healedMs: Math.round(healedMs),
      }),
    );
    expect(server.output).not.toContain('[error]');
    expect(refused.length).toBeGreaterThan(0);
    for (const answer of refused) {
      expect(answer).toMatchObject({ status: 503, code: 'unavailable', retryAfter: expect.stringMatching(/^\d+$/) });
    }
    // A read just before the cut may still be answered from what has arrived.
    expect(reads.slice(1).map(({ status }) => status)).toEqual(reads.slice(1).map(() => 503));
  });
});
