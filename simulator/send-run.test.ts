import { describe, expect, it } from 'vitest';
import type { GatewayClient } from './gateway-client';
import { Ledger } from './ledger';
import { sendRun } from './send-run';
import { FLEET, linesOf, MIDNIGHT_MS, sampleRun } from './testing/sample-run';
import type { LogRecord } from './wire';

/** Keeps what it is told, in order. */
function recordingClient(onPost: () => void = () => undefined) {
  const calls: string[] = [];
  const posted: LogRecord[] = [];
  const client: GatewayClient = {
    ledger: new Ledger(),
    openRun: async () => void calls.push('open'),
    postLines: async (records) => {
      calls.push(`lines ${records.length}`);
      posted.push(...records);
      onPost();
    },
    putDevice: async (_runId, device, { status }) => void calls.push(`${device} ${status}`),
    updateRun: async (_runId, { status }) => void calls.push(`end ${status}`),
  };
  return { client, calls, posted };
}

describe('sendRun in a burst', () => {
  it('opens, sends all lines in order and last results only, then ends', async () => {
    const run = sampleRun({ devices: FLEET });
    const { client, calls, posted } = recordingClient();
    await sendRun(client, run);
    expect(calls[0]).toBe('open');
    expect(calls.at(-1)).toBe('end succeeded');
    expect(calls.filter((call) => call.startsWith('lines')).slice(0, 2)).toEqual(['lines 1000', 'lines 1000']);
    expect(posted).toEqual(linesOf(run).map((line) => line.record));
    expect(calls.filter((call) => call.endsWith(' running'))).toEqual([]);
    expect(calls.filter((call) => /-(sw|rt|fw)-/.test(call))).toHaveLength(FLEET.length);
  });

  it('does not end a run that falls silent', async () => {
    const { client, calls } = recordingClient();
    await sendRun(client, sampleRun({ incidents: [{ kind: 'silent', title: 'silent' }] }));
    expect(calls.filter((call) => call.startsWith('end'))).toEqual([]);
  });
});

describe('sendRun in real time', () => {
  it('sends all that is due at once, results in between included', async () => {
    const run = sampleRun({ startedAtMs: MIDNIGHT_MS - 86_400_000 * 365 });
    const { client, calls, posted } = recordingClient();
    await sendRun(client, run, { pace: 'realtime' });
    expect(posted).toEqual(linesOf(run).map((line) => line.record));
    expect(calls.filter((call) => call.endsWith(' running'))).toHaveLength(8);
    expect(calls.at(-1)).toBe('end succeeded');
  });

  it('cancels the run and declares what it sent when interrupted', async () => {
    const controller = new AbortController();
    const run = sampleRun({ startedAtMs: Date.now() });
    const { client, calls, posted } = recordingClient(() => controller.abort());
    await sendRun(client, run, { pace: 'realtime', signal: controller.signal });
    expect(calls.at(-1)).toBe('end cancelled');
    expect(posted.length).toBeLessThan(linesOf(run).length);
  });
});
