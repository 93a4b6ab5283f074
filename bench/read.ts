import { READ_TOKEN } from '../lib/testing/real-server/credentials';
import type { ServerProcess } from '../lib/testing/real-server/server-process';
import { HttpClient } from '../lib/testing/real-server/http-client';
import { atMost, percentile, type Figure } from './figure';
import { BIG_RUN } from './ingest';
import { COMPONENTS, deviceName, hash, lineMessage, requestId } from './lines';

const TRIES = 40;

type Case = {
  name: string;
  maxMs: number;
  path: (n: number) => string;
  tries?: number;
  /** What lines must match by message or id, to count them one by one. */
  pattern?: (n: number) => RegExp;
};

/** Answers of a case that are compared with what reading every line gives. */
const CHECKED_TRIES = 2;

/** Each in a sixth of the lines and in every chunk: what no index narrows. */
const COMMON_WORDS = [
  'connecting',
  'session',
  'received',
  'equals',
  'volatile',
  'answered',
  'attempt',
  'remote',
] as const;

const lines = (query: string): string => `/api/v1/runs/${BIG_RUN}/lines?limit=500&${query}`;

const patterns = (query: string): string => `/api/v1/runs/${BIG_RUN}/patterns?${query}`;

/** Reads of one run of `lineCount` lines. Each try asks for something else, so that no answer is a remembered one. */
const casesOf = (lineCount: number): Case[] => [
  { name: 'any range of 500', maxMs: 30, path: (n) => lines(`from=${1 + (hash(n) % lineCount)}`) },
  {
    name: 'filtered by level',
    maxMs: 50,
    path: (n) => lines(`level=${n % 2 ? 'ERROR' : 'WARNING,ERROR'}&offset=${hash(n) % 1000}`),
  },
  {
    name: 'filtered by component and device',
    maxMs: 80,
    path: (n) => lines(`component=gateway&device=${deviceName(n)}`),
  },
  {
    name: 'a word or id, exact total',
    maxMs: 100,
    path: (n) => lines(`q=${requestId(n * 31)}`),
    pattern: (n) => new RegExp(`\\b${requestId(n * 31)}\\b`),
  },
  {
    name: 'a word in a sixth of the lines, exact total',
    maxMs: 100,
    tries: COMMON_WORDS.length,
    path: (n) => lines(`q=${COMMON_WORDS[n - 1] ?? ''}`),
    pattern: (n) => new RegExp(`\\b${COMMON_WORDS[n - 1] ?? ''}\\b`),
  },
  {
    name: 'a substring, exact total',
    maxMs: 500,
    path: (n) => lines(`q=${encodeURIComponent(`*${hash(n).toString(16).slice(0, 5)}*`)}`),
    pattern: (n) => new RegExp(hash(n).toString(16).slice(0, 5)),
  },
  {
    name: 'a substring of letters in a sixth of the lines, exact total',
    maxMs: 500,
    tries: COMMON_WORDS.length,
    path: (n) => lines(`q=${encodeURIComponent(`*${COMMON_WORDS[n - 1]?.slice(1, -1) ?? ''}*`)}`),
  },
  {
    name: 'a regular expression, exact total',
    maxMs: 900,
    path: (n) => lines(`q=${encodeURIComponent(`/after ${n}\\d ms/`)}`),
    pattern: (n) => new RegExp(`after ${n}\\d ms`),
  },
  {
    name: 'a regular expression without a literal, exact total',
    maxMs: 900,
    path: (n) => lines(`q=${encodeURIComponent(`/[g-z]\\d{${n}}[.:]/`)}`),
  },
];

/** The same with other lines than those that match. */
const formCasesOf = (lineCount: number): Case[] => [
  {
    name: 'errors ± n lines of the same device, exact total',
    maxMs: 1500,
    tries: 10,
    path: (n) => lines(`level=ERROR&around=${n}`),
  },
  {
    name: 'repeats folded, exact total',
    maxMs: 3000,
    tries: 5,
    path: (n) => lines(`fold=1&upTo=${lineCount - n}`),
  },
  { name: 'patterns of all lines', maxMs: 3000, tries: 1, path: () => patterns('') },
  {
    name: 'patterns of the lines of a component',
    maxMs: 1500,
    tries: COMPONENTS.length,
    path: (n) => patterns(`component=${COMPONENTS[n - 1] ?? ''}`),
  },
  {
    name: 'patterns of the errors of a device',
    maxMs: 500,
    tries: 10,
    path: (n) => patterns(`level=ERROR&device=${deviceName(n)}`),
  },
];

export async function benchReads(server: ServerProcess, lineCount: number): Promise<Figure[]> {
  const client = new HttpClient(server.url, READ_TOKEN, 1);
  const figures: Figure[] = [];
  let wrongTotals = 0;
  for (const { name, maxMs, path, pattern, tries = maxMs >= 500 ? TRIES / 4 : TRIES } of [
    ...casesOf(lineCount),
    ...formCasesOf(lineCount),
  ]) {
    const times: number[] = [];
    for (let n = 1; n <= tries; n += 1) {
      const { status, ms, text } = await client.send('GET', path(n));
      if (status !== 200) throw new Error(`${name}: ${status} ${text.slice(0, 200)}`);
      times.push(ms);
      if (pattern && n <= CHECKED_TRIES && totalOf(text) !== countMatching(pattern(n), lineCount)) wrongTotals += 1;
    }
    figures.push(atMost(`run of ${lineCount} lines: ${name}, p95`, percentile(times, 95), { max: maxMs, unit: 'ms' }));
  }
  figures.push(
    atMost(`run of ${lineCount} lines: totals that were not exact`, wrongTotals, { max: 0, unit: 'totals' }),
  );
  figures.push(...(await benchRunList(client)));
  client.close();
  return figures;
}

const totalOf = (answer: string): number => (JSON.parse(answer) as { total: number }).total;

/** All lines of the run read one by one, as they were sent. */
function countMatching(pattern: RegExp, lineCount: number): number {
  let count = 0;
  for (let n = 0; n < lineCount; n += 1) if (pattern.test(`${lineMessage(n)} ${requestId(n)}`)) count += 1;
  return count;
}

async function benchRunList(client: HttpClient): Promise<Figure[]> {
  const times: number[] = [];
  for (let n = 0; n < TRIES; n += 1) {
    const { status, ms } = await client.send('GET', '/api/v1/runs?limit=50');
    if (status !== 200) throw new Error(`list of runs: ${status}`);
    times.push(ms);
  }
  return [atMost('list of runs, first page, p95', percentile(times, 95), { max: 30, unit: 'ms' })];
}
