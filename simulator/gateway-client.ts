import { createHash } from 'node:crypto';
import { setTimeout as sleep } from 'node:timers/promises';
import { promisify } from 'node:util';
import { gzip } from 'node:zlib';
import { GatewayError } from './http/gateway-error';
import { parseIngestAnswer } from './http/ingest-answer';
import { problemText } from './http/problem-text';
import { requestWithRetry, type Answer } from './http/request-with-retry';
import { Ledger } from './ledger';
import type { LogRecord, OpenRun, PutDevice, UpdateRun } from './wire';

export type GatewayClient = {
  readonly ledger: Ledger;
  openRun(open: OpenRun): Promise<void>;
  /** `name` tells batches of equal content apart; sent again, the same name and lines count once. */
  postLines(records: readonly LogRecord[], name: string): Promise<void>;
  putDevice(runId: string, device: string, result: PutDevice): Promise<void>;
  updateRun(runId: string, change: UpdateRun): Promise<void>;
};

export type ClientOptions = {
  url: string;
  token: string;
  maxTries?: number;
  wait?: (ms: number) => Promise<void>;
  onRetry?: (reason: string) => void;
};

type Request = {
  method: 'POST' | 'PUT' | 'PATCH';
  path: string;
  body: string | Uint8Array<ArrayBuffer>;
  headers: Record<string, string>;
};

/** Some 23 s in all: longer than a server takes to come back after a restart. */
const DEFAULT_TRIES = 9;
const ANSWER_TIMEOUT_MS = 30_000;
/** The fastest level: lines shrink to a tenth even so, and both ends may share a machine. */
const GZIP_LEVEL = 1;
const deflate = promisify(gzip);

export function createGatewayClient(options: ClientOptions): GatewayClient {
  const ledger = new Ledger();
  const send = createSender(options, ledger);
  const sendJson = (method: Request['method'], path: string, value: unknown): Promise<string> =>
    send({ method, path, body: JSON.stringify(value), headers: { 'content-type': 'application/json' } });
  const runPath = (runId: string): string => `/api/v1/runs/${encodeURIComponent(runId)}`;
  return {
    ledger,
    openRun: async (open) => void (await sendJson('POST', '/api/v1/runs', open)),
    putDevice: async (runId, device, result) =>
      void (await sendJson('PUT', `${runPath(runId)}/devices/${encodeURIComponent(device)}`, result)),
    updateRun: async (runId, change) => void (await sendJson('PATCH', runPath(runId), change)),
    postLines: async (records, name) => {
      ledger.noteSent(records.length);
      const request = await logsRequest(records, name);
      ledger.noteAnswer(records.length, parseIngestAnswer(await send(request)));
    },
  };
}

async function logsRequest(records: readonly LogRecord[], name: string): Promise<Request> {
  const text = records.map((record) => `${JSON.stringify(record)}\n`).join('');
  const digest = createHash('sha256').update(name).update(text).digest('base64url');
  return {
    method: 'POST',
    path: '/api/v1/logs',
    body: new Uint8Array(await deflate(text, { level: GZIP_LEVEL })),
    headers: {
      'content-type': 'application/x-ndjson',
      'content-encoding': 'gzip',
      'idempotency-key': `sim-${digest}`,
      'x-line-count': String(records.length),
    },
  };
}

function createSender({ url, token, maxTries = DEFAULT_TRIES, wait, onRetry }: ClientOptions, ledger: Ledger) {
  const policy = {
    maxTries,
    wait: wait ?? (async (ms: number) => void (await sleep(ms))),
    onRetry: (reason: string) => {
      ledger.retryCount += 1;
      onRetry?.(reason);
    },
  };
  return async ({ method, path, body, headers }: Request): Promise<string> => {
    const sendOnce = async (): Promise<Answer> => {
      ledger.requestCount += 1;
      const signal = AbortSignal.timeout(ANSWER_TIMEOUT_MS);
      const init = { method, body, headers: { ...headers, authorization: `Bearer ${token}` }, signal };
      const response = await fetch(new URL(path, url), init);
      return { status: response.status, retryAfter: response.headers.get('retry-after'), text: await response.text() };
    };
    const { status, text } = await requestWithRetry(sendOnce, policy);
    if (status >= 200 && status < 300) return text;
    const isFatal = status === 401 || status === 403;
    throw new GatewayError(`${method} ${path}: ${problemText(status, text)}`, { isFatal });
  };
}
