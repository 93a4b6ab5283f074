import { readFileSync, readdirSync } from 'node:fs';
import path from 'node:path';

/** A request as an unchanged sender sent it; the word TOKEN stands where its token was. */
export type SenderCapture = {
  name: string;
  method: string;
  /** Path and query that the sender used. */
  url: string;
  /** Names in small letters. */
  headers: Record<string, string>;
  body: Uint8Array<ArrayBuffer>;
};

const FOLDER = path.join(process.cwd(), 'lib/intake/ingest/testing/senders');

type CaptureFile = {
  method?: string;
  url?: string;
  headers?: [string, string][];
  body?: string;
  bodyBase64?: string;
};

/** Captures of HTTP requests; those of datagrams and bare TCP wait for their listener. */
export function listSenderCaptures(token: string): SenderCapture[] {
  return readdirSync(FOLDER)
    .map((file) => readCapture(file, token))
    .filter((capture) => capture !== null);
}

function readCapture(file: string, token: string): SenderCapture | null {
  const capture = JSON.parse(readFileSync(path.join(FOLDER, file), 'utf8')) as CaptureFile;
  if (capture.method === undefined || capture.url === undefined) return null;
  const { bodyBase64: base64, body = '' } = capture;
  return {
    name: path.basename(file, '.json'),
    method: capture.method,
    url: capture.url,
    headers: Object.fromEntries(
      (capture.headers ?? []).map(([name, value]) => [name.toLowerCase(), withToken(value, token)]),
    ),
    body: new Uint8Array(base64 === undefined ? Buffer.from(body) : Buffer.from(base64, 'base64')),
  };
}

function withToken(value: string, token: string): string {
  const basic = /^Basic (.+)$/.exec(value)?.[1]?.replace('TOKEN', token);
  return basic === undefined ? value.replace('TOKEN', token) : `Basic ${Buffer.from(basic).toString('base64')}`;
}
