import { READ_TOKEN, type ServerProcess } from '../faults/server-process';
import { atMost, type Figure } from './figure';
import { HttpClient, percentile } from './http-client';
import { BIG_RUN } from './ingest';
import { deviceName, hash } from './lines';

const TRIES = 40;

type Case = { name: string; maxMs: number; path: (n: number) => string; tries?: number };

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
  { name: 'a word or id, exact total', maxMs: 100, path: (n) => lines(`q=req-${hash(n * 3 * 31).toString(16)}`) },
  {
    name: 'a word in a sixth of the lines, exact total',
    maxMs: 100,
    tries: COMMON_WORDS.length,
    path: (n) => lines(`q=${COMMON_WORDS[n - 1] ?? ''}`),
  },
  {
    name: 'a substring, exact total',
    maxMs: 500,
    path: (n) => lines(`q=${encodeURIComponent(`*${hash(n).toString(16).slice(0, 5)}*`)}`),
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
  },
  {
    name: 'a regular expression without a literal, exact total',
    maxMs: 900,
    path: (n) => lines(`q=${encodeURIComponent(`/[g-z]\\d{${n}}[.:]/`)}`),
  },
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
];

export async function benchReads(server: ServerProcess, lineCount: number): Promise<Figure[]> {
  const client = new HttpClient(server.url, READ_TOKEN, 1);
  const figures: Figure[] = [];
  for (const { name, maxMs, path, tries = maxMs >= 500 ? TRIES / 4 : TRIES } of casesOf(lineCount)) {
    const times: number[] = [];
    for (let n = 1; n <= tries; n += 1) {
      const { status, ms, text } = await client.send('GET', path(n));
      if (status !== 200) throw new Error(`${name}: ${status} ${text.slice(0, 200)}`);
      times.push(ms);
    }
    figures.push(atMost(`run of ${lineCount} lines: ${name}, p95`, percentile(times, 95), { max: maxMs, unit: 'ms' }));
  }
  figures.push(...(await benchRunList(client)));
  client.close();
  return figures;
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
