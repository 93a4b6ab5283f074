import { expect, test } from 'vitest';
import { findLines } from '@/lib/reading/lines/server/find-lines';
import type { IngestAnswer } from '@/lib/intake/ingest/schema';
import { postLines, READER } from '@/lib/testing/ingest';
import { listSenderCaptures } from '@/lib/testing/sender-captures';
import { useTestDatabase } from '@/lib/testing/test-database';

useTestDatabase();

const CAPTURES = listSenderCaptures('test-token').filter(({ url }) => url === '/api/v1/logs');

type Expected = { level: string; time?: string; component?: string; device?: string; message: string | RegExp };

/**
 * The expected lines of each sender (docs/decisions/0022-records-of-other-senders.md); a line without a time has that
 * of the receipt.
 */
const EXPECTED: Record<string, Expected[]> = {
  'bunyan-ndjson': ['DEBUG t', 'DEBUG d', 'INFO i', 'WARNING w', 'ERROR e', 'CRITICAL f'].map((text) => ({
    level: text.slice(0, -2),
    message: text.slice(-1),
    time: `2026-11-27T14:17:00.35${'ef'.includes(text.slice(-1)) ? 3 : 2}Z`,
    component: 'netraven-gateway',
  })),
  'crafted-ansible-runner': [
    { level: 'INFO', time: '2026-11-27T13:00:00.000001Z', message: 'v2_playbook_on_start' },
    {
      level: 'INFO',
      time: '2026-11-27T13:00:01.000001Z',
      device: 'fra-sw-12',
      component: 'cisco.ios.ios_facts',
      message: /ok: \[fra-sw-12\]/,
    },
    {
      level: 'ERROR',
      time: '2026-11-27T13:00:02.000001Z',
      device: 'ber-rt-01',
      component: 'cisco.ios.ios_config',
      message: /Authentication failed/,
    },
  ],
  'crafted-cisco-text': [
    { level: 'INFO', time: '2026-11-27T13:00:01.123Z', component: 'SYS', message: /^%SYS-5-CONFIG_I: Configured/ },
    { level: 'ERROR', time: '2026-11-27T13:00:02.000Z', device: 'fra-sw-12', component: 'LINK', message: /^%LINK-3/ },
    {
      level: 'INFO',
      time: '2026-11-27T13:00:02.456Z',
      device: 'fra-sw-12',
      component: 'LINEPROTO',
      message: /^%LINEPROTO/,
    },
    {
      level: 'WARNING',
      time: '2026-11-27T12:00:03.001Z',
      device: '10.1.1.12',
      component: 'SEC_LOGIN',
      message: /^%SEC_LOGIN/,
    },
    {
      level: 'INFO',
      time: '2026-11-27T13:00:04.000Z',
      device: 'fra-fw-01',
      component: 'ASA',
      message: /^%ASA-6-302013/,
    },
    {
      level: 'INFO',
      time: '2026-11-27T12:00:05.003Z',
      device: 'ber-rt-01',
      component: 'bgpd',
      message: 'neighbor 10.9.9.9 Down - holdtime expired',
    },
  ],
  'crafted-journal-json': [
    {
      level: 'ERROR',
      time: '2026-11-27T13:00:00.123456Z',
      component: 'netraven-gateway',
      message: 'Failed to connect to fra-sw-12',
    },
    { level: 'INFO', time: '2026-11-27T13:00:00.223456Z', message: '\u001b[32mok' },
  ],
  'crafted-rancid': [
    { level: 'INFO', time: '2026-11-27T02:00:01.000Z', message: /^starting/ },
    { level: 'INFO', message: 'Trying to get all of the configs.' },
    { level: 'ERROR', device: 'fra-sw-12', message: 'fra-sw-12: End of run not found' },
    { level: 'ERROR', device: 'fra-sw-12', message: /clogin error/ },
    { level: 'INFO', message: /^=+$/ },
    { level: 'INFO', message: /^Getting missed/ },
    { level: 'INFO', time: '2026-11-27T02:03:11.000Z', message: /^ending/ },
  ],
  'form-httphandler': [
    {
      level: 'INFO',
      time: '2026-11-27T13:50:37.324087Z',
      component: 'netraven.gateway.api',
      device: 'fra-sw-12',
      message: /^Connecting to fra-sw-12$/,
    },
  ],
  'form-httphandler-exception': [
    {
      level: 'ERROR',
      time: '2026-11-27T13:50:37.326926Z',
      component: 'netraven.gateway.api',
      message: /^Überlast & 100 %/,
    },
  ],
  'netraven-p1-json': [
    {
      level: 'ERROR',
      time: '2026-11-27T14:15:06.667Z',
      component: 'netraven.gateway.api',
      message: 'Failed to connect to fra-sw-12',
    },
  ],
  'pino-http-send-ndjson': ['INFO i', 'WARNING w', 'ERROR e'].map((text) => ({
    level: text.slice(0, -2),
    message: text.slice(-1),
    time: '2026-11-27T14:22:27.180Z',
  })),
  'python-ecs': [
    {
      level: 'ERROR',
      time: '2026-11-27T14:15:06.798Z',
      component: 'netraven.gateway.api',
      message: 'Failed to connect to fra-sw-12',
    },
  ],
  'python-json-logger': [
    {
      level: 'INFO',
      time: '2026-11-27T14:15:06.515Z',
      component: 'netraven.gateway.api',
      device: 'fra-sw-12',
      message: /^Connecting to fra-sw-12/,
    },
  ],
  'python-structlog': [
    {
      level: 'ERROR',
      time: '2026-11-27T14:15:06.581470Z',
      component: 'netraven.gateway.api',
      message: 'Failed to connect to fra-sw-12',
    },
  ],
  'rsyslog-omhttp-default': [
    {
      level: 'ERROR',
      time: '2026-11-27T13:00:00.000Z',
      device: 'gw-01',
      message: 'Failed to connect to fra-sw-12: timed out',
    },
  ],
  'syslog-ng-http-default': [{ level: 'INFO', message: 'Failed to connect to fra-sw-12: timed out' }],
  'winston-http-batch': [
    { level: 'INFO', device: 'fra-sw-12', message: 'Connecting to fra-sw-12' },
    { level: 'WARNING', message: 'Überlast' },
    { level: 'ERROR', message: 'Failed to connect' },
  ],
};

test('every capture of the log route has its expectation', () => {
  expect(CAPTURES.map(({ name }) => name).sort()).toEqual(Object.keys(EXPECTED).sort());
});

test.each(CAPTURES)('$name', async ({ name, headers, body }) => {
  const expected = EXPECTED[name] ?? [];
  const answer = await postLines(body, { headers: { 'content-type': 'application/json', ...headers } });
  expect(answer).toMatchObject({ accepted: expected.length, duplicate: 0, rejected: [], adjusted: [] });
  const lines = await storedLines(answer);
  for (const one of expected) {
    const line = lines.find(({ message }) =>
      typeof one.message === 'string' ? message === one.message : one.message.test(message),
    );
    expect(line, String(one.message)).toMatchObject({
      level: one.level,
      component: one.component ?? '',
      device: one.device ?? '',
    });
    if (one.time === undefined) expect(line?.time.slice(0, 16)).toBe(line?.receivedAt.slice(0, 16));
    else expect(line?.time).toBe(one.time);
  }
});

async function storedLines(answer: IngestAnswer) {
  const lists = await Promise.all(
    answer.runs.map(({ runId, firstSeq, lastSeq }) =>
      findLines(READER, runId, { limit: 500, order: 'asc' }).then(({ lines }) =>
        lines.filter(({ seq }) => seq >= firstSeq && seq <= lastSeq),
      ),
    ),
  );
  return lists.flat();
}
