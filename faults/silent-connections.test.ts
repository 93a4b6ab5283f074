import { describe, expect, inject, test } from 'vitest';
import { findServerPrograms } from './databases';
import { startProxiedServer } from './proxied-server';
import { readAnswer } from './read-run';
import type { Answer } from './sender';
import { underLoad } from './under-load';

const READS = 20;
/** What was under way on a silent connection is refused, and the next try is answered. */
const MAX_TRIES = 2;

/** The answers to one read, tried again at once while it is refused. */
async function readUntilAnswered(url: string, path: string): Promise<Answer[]> {
  const answers: Answer[] = [];
  while (answers.at(-1)?.status !== 200 && answers.length <= MAX_TRIES) {
    answers.push(await readAnswer(url, path));
  }
  return answers;
}

/** Which of the connections in the order of their age fall silent. */
const KINDS = [
  { kind: 'all but one', isMeant: (nth: number) => nth !== 3 },
  ...(inject('faultScale') === 'whole' ? [{ kind: 'every second', isMeant: (nth: number) => nth % 2 === 0 }] : []),
];

describe.each(await findServerPrograms())('$database PostgreSQL', ({ database, binDir }) => {
  test.each(KINDS)('$kind of its connections fall silent under load', async ({ kind, isMeant }) => {
    const { server, proxy } = await startProxiedServer(binDir);
    const readAll = () =>
      Promise.all(Array.from({ length: READS }, () => readUntilAnswered(server.url, '/api/v1/runs?limit=50')));
    const sent: Answer[] = [];
    let answers: Answer[][] = [];
    let silenced = 0;
    const load = { name: `silent: ${kind}, ${database}`, url: server.url, onAnswer: (one: Answer) => sent.push(one) };
    await underLoad(load, async () => {
      await readAll();
      silenced = proxy.silence(isMeant);
      const ready = readAnswer(server.url, '/api/health/ready');
      answers = await readAll();
      const healthy = await ready;
      expect(healthy.status).toBe(200);
      const before = sent.length;
      while (sent.slice(before).every(({ status }) => status !== 200)) {
        await readUntilAnswered(server.url, '/api/v1/runs');
      }
      return { silenced, healthMs: Math.round(healthy.ms) };
    });
    const slowestMs = Math.round(Math.max(...[...answers.flat(), ...sent].map(({ ms }) => ms)));
    console.log(JSON.stringify({ fault: 'silent connections', kind, database, silenced, slowestMs }));
    expect(silenced).toBeGreaterThan(3);
    expect(answers.map((tries) => tries.at(-1)?.status)).toEqual(Array(READS).fill(200));
    for (const refusal of [...answers.flat(), ...sent].filter(({ status }) => status !== 200)) {
      expect(refusal).toMatchObject({ status: 503, code: 'unavailable', retryAfter: expect.stringMatching(/^\d+$/) });
    }
    expect(server.output).not.toContain('[error]');
  });
});
