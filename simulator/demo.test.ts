import { afterEach, describe, expect, it } from 'vitest';
import type { DemoOptions } from './cli-options';
import { runDemo } from './demo';
import { createGatewayClient } from './gateway-client';
import { createProgress } from './progress';
import { buildFleet } from './scenario/fleet';
import { formatSummary } from './summary';
import { startTinyServer, type Reply, type TinyServer } from './testing/tiny-server';
import type { LogRecord } from './wire';

let server: TinyServer | undefined;
afterEach(async () => server?.close());

async function play(change: Partial<DemoOptions>, replies: Reply[] = []) {
  server = await startTinyServer(replies);
  const { url, seen } = server;
  const options: DemoOptions = {
    ...{ url, token: 'demo-token-of-more-than-32-characters', nights: 2, devices: 10, seed: '1', isLive: false },
    ...{ linesPerSecond: 10_000, runs: null, truthFile: null, nowMs: Date.parse('2026-11-23T09:00:00Z') },
    ...change,
  };
  const client = createGatewayClient({ url, token: options.token, maxTries: 2, wait: () => Promise.resolve() });
  const progress = createProgress({ write: () => undefined }, Date.now);
  const signal = new AbortController().signal;
  const truths = await runDemo({ options, client, progress, fleet: buildFleet(options.devices), signal });
  const sent = seen
    .filter(({ path }) => path === '/api/v1/logs')
    .flatMap(({ body }) =>
      body
        .trimEnd()
        .split('\n')
        .map((line): LogRecord => JSON.parse(line)),
    );
  return {
    truths,
    ledger: client.ledger,
    seen,
    sent,
    summary: formatSummary({ truths, ledger: client.ledger, durationMs: 1, url }),
  };
}

describe('runDemo', () => {
  it('tells the truth about the lines it sent', async () => {
    const { truths, sent, ledger } = await play({});
    for (const truth of truths) {
      const lines = sent.filter((record) => record.run_id === truth.runId);
      expect(lines).toHaveLength(truth.lineCount);
      expect(lines.filter((record) => record.level === 'ERROR')).toHaveLength(truth.levelCounts.ERROR);
      const text = lines.map((record) => JSON.stringify([record.message, record.additional_fields])).join('\n');
      for (const secret of truth.secrets) expect(text).toContain(JSON.stringify(secret).slice(1, -1));
    }
    expect(truths.flatMap((truth) => truth.secrets).length).toBeGreaterThan(0);
    expect(sent.filter((record) => record.job_id === undefined)).toHaveLength(24);
    expect(ledger).toMatchObject({ sentCount: sent.length, acceptedCount: sent.length, isBalanced: true });
  });

  it('opens the runs of a night in the order of their starts', async () => {
    const { seen, truths } = await play({ nights: 1 });
    const opened = seen
      .filter(({ path }) => path === '/api/v1/runs')
      .map(({ body }): unknown => JSON.parse(body).runId);
    expect(opened).toEqual(truths.map((truth) => truth.runId));
  });

  it('sends only the newest runs when asked to', async () => {
    const { truths } = await play({ nights: 14, runs: 3 });
    expect(truths.map((truth) => truth.startedAt.slice(0, 13))).toEqual([
      '2026-11-23T02',
      '2026-11-23T04',
      '2026-11-23T05',
    ]);
  });

  it('goes on after one refused run, and says so', async () => {
    const refusal = { status: 422, body: { title: 'Key used', detail: 'another body' } };
    const { ledger, summary, truths } = await play({ nights: 1, runs: 2 }, [{ status: 200 }, { status: 200 }, refusal]);
    expect(truths).toHaveLength(2);
    expect(ledger.isBalanced).toBe(false);
    expect(summary).toContain('NOT ACKNOWLEDGED');
    expect(summary).toContain('422 Key used: another body');
  });

  it('plays live runs one after another', async () => {
    const { truths, ledger, seen } = await play({ nights: 0, isLive: true, runs: 1 });
    expect(truths).toMatchObject([{ status: 'succeeded', jobName: 'Branch backup' }]);
    expect(ledger.isBalanced).toBe(true);
    expect(seen.some(({ body }) => body.startsWith('{"status":"running"'))).toBe(true);
  });
});

it('says where the bad nights are', async () => {
  const { summary } = await play({ nights: 1 });
  expect(summary).toContain('TACACS+ down at site fra');
  expect(summary).toContain('Every line was acknowledged.');
});
