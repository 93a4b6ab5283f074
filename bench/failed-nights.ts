import { INGEST_TOKEN } from '../lib/testing/real-server/credentials';
import type { ServerProcess } from '../lib/testing/real-server/server-process';
import { HttpClient } from '../lib/testing/real-server/http-client';
import { judgeFailure, type EarlierOutcome } from '../lib/analysis/causes/judge-history';
import type { RunCauses } from '../lib/analysis/causes/schema';
import { DAY_MS } from '../lib/format/time-units';
import { hash } from './lines';

const EARLIER_RUNS = 20;
const FROM_MS = Date.UTC(2026, 9, 20, 2);
const LINES_PER_BATCH = 5000;
const SENDERS = 4;
/** As many as a Gateway works on at once. */
const AT_ONCE = 50;
const SITES = ['fra', 'ber', 'muc', 'vie', 'zrh'] as const;

/** A job whose last run failed on every device, of so many kinds of cause; half of the twenty runs before failed likewise. */
export type FailedNights = { name: string; deviceCount: number; kindCount: number };

export const failedNightId = ({ name }: FailedNights, night = EARLIER_RUNS): string => `${name}-${night}`;

/** Nine of the last ten nights, and one long ago. */
const hasFailed = (night: number): boolean => night === 3 || (night > 10 && night !== 15);

const deviceOf = (at: number): string => `${SITES[hash(at) % SITES.length]}-sw-${String(at).padStart(4, '0')}`;

/** Letters, because numbers are no difference between causes. */
const wordOf = (kind: number): string =>
  [...kind.toString(26).padStart(3, '0')].map((digit) => String.fromCharCode(97 + Number.parseInt(digit, 26))).join('');

/** Mostly the same night after night. */
const kindOf = ({ kindCount }: FailedNights, at: number, night: number): number =>
  (hash(at * 3 + 1) + (hash(at * 31 + night) % 5 === 0 ? 1 : 0)) % kindCount;

type Draft = { device: string; level: string; message: string };

function deviceLines(nights: FailedNights, at: number, night: number): Draft[] {
  const device = deviceOf(at);
  const info = ['connecting', 'session open', 'fetching'].map((step) => ({
    device,
    level: 'INFO',
    message: `${step}, attempt ${1 + (hash(at + night) % 3)} of ${device} over SSH`,
  }));
  if (!hasFailed(night)) return info;
  const count = 3 + (hash(at * 7 + night) % 18);
  const word = wordOf(kindOf(nights, at, night));
  const errors = Array.from({ length: count }, (_, nth) =>
    nth === 0
      ? `module ${word} refused ${device} at 10.${at % 250}.${at >> 8}.7:22 after ${hash(at + night) % 60} s`
      : `retry ${nth} of ${count} on ${device} failed after ${hash(nth + at) % 9000} ms`,
  );
  if (hash(at) % 10 === 0) errors.unshift('Traceback (most recent call last):\n  File "a.py", line 4\nOSError: gone');
  return [...info, ...errors.map((message) => ({ device, level: 'ERROR', message }))];
}

function nightLines(nights: FailedNights, night: number): string[] {
  const startMs = FROM_MS + night * DAY_MS;
  const drafts: Draft[] = [];
  for (let from = 0; from < nights.deviceCount; from += AT_ONCE) {
    const queues = Array.from({ length: Math.min(AT_ONCE, nights.deviceCount - from) }, (_, index) =>
      deviceLines(nights, from + index, night),
    );
    for (let nth = 0; queues.some((queue) => nth < queue.length); nth += 1) {
      drafts.push(...queues.flatMap((queue) => queue[nth] ?? []));
    }
  }
  return drafts.map((draft, index) =>
    JSON.stringify({
      ...draft,
      timestamp: new Date(startMs + index * 20).toISOString(),
      job_id: nights.name,
      run_id: failedNightId(nights, night),
      component: 'gateway',
      phase: 'connect',
      seq: index + 1,
    }),
  );
}

/** Sends all nights, oldest first, each ended. */
export async function loadFailedNights(server: ServerProcess, nights: FailedNights): Promise<number> {
  const client = new HttpClient(server.url, INGEST_TOKEN, SENDERS);
  let lineCount = 0;
  const send = async (method: string, path: string, body: string) => {
    const { status, text } = await client.send(method, path, { body });
    if (status !== 200 && status !== 201) throw new Error(`${method} ${path}: ${status} ${text.slice(0, 200)}`);
  };
  for (let night = 0; night <= EARLIER_RUNS; night += 1) {
    const runId = failedNightId(nights, night);
    const startedAt = new Date(FROM_MS + night * DAY_MS).toISOString();
    await send('POST', '/api/v1/runs', JSON.stringify({ jobId: nights.name, jobName: nights.name, runId, startedAt }));
    const lines = nightLines(nights, night);
    lineCount += lines.length;
    // In order, as one Gateway sends: which error is a device's first is what is measured.
    for (let at = 0; at < lines.length; at += LINES_PER_BATCH) {
      await send('POST', '/api/v1/logs', lines.slice(at, at + LINES_PER_BATCH).join('\n'));
    }
    const finishedAt = new Date(FROM_MS + night * DAY_MS + lines.length * 20).toISOString();
    const status = hasFailed(night) ? 'failed' : 'succeeded';
    await send('PATCH', `/api/v1/runs/${runId}`, JSON.stringify({ status, finishedAt }));
  }
  client.close();
  return lineCount;
}

/** What the answer says otherwise than was sent; empty when it is exact. */
export function findCauseErrors(nights: FailedNights, { groups, groupCount }: RunCauses): string[] {
  const wordPattern = /^module ([a-z]+) refused/;
  const members = new Map<string, number[]>();
  for (let at = 0; at < nights.deviceCount; at += 1) {
    const word = wordOf(kindOf(nights, at, EARLIER_RUNS));
    members.set(word, [...(members.get(word) ?? []), at]);
  }
  const errors = groupCount === members.size ? [] : [`${groupCount} groups instead of ${members.size}`];
  for (const { pattern, deviceCount, devices } of groups) {
    const word = wordPattern.exec(pattern)?.[1] ?? '';
    const expected = members.get(word) ?? [];
    const isExact = deviceCount === expected.length;
    if (!isExact) errors.push(`${pattern}: ${deviceCount} devices instead of ${expected.length}`);
    for (const { device, history } of devices) {
      const at = Number(device.slice(-4));
      const outcomes: EarlierOutcome[] = Array.from({ length: EARLIER_RUNS }, (_, back) => EARLIER_RUNS - 1 - back).map(
        (night) => ({
          startedAt: new Date(FROM_MS + night * DAY_MS).toISOString(),
          pattern: hasFailed(night) ? wordOf(kindOf(nights, at, night)) : null,
        }),
      );
      const wanted = judgeFailure(word, outcomes, true);
      if (JSON.stringify(wanted) !== JSON.stringify(history)) {
        errors.push(`${device}: ${JSON.stringify(history)} instead of ${JSON.stringify(wanted)}`);
      }
    }
  }
  return errors;
}
