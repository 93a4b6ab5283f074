import { READ_TOKEN } from '../lib/testing/real-server/credentials';
import type { ServerProcess } from '../lib/testing/real-server/server-process';
import { HttpClient } from '../lib/testing/real-server/http-client';
import { atMost, percentile, type Figure } from './figure';
import { FLEET_DAYS, FLEET_FROM_MS, fleetDevice, LINES_PER_RUN } from './fleet';
import { hash, requestId } from './lines';

const TRIES = 60;
const PAGE = 50;

type Answer = { lines?: unknown[]; partial?: boolean; nextCursor?: string | null };
type Case = {
  name: string;
  maxMs: number;
  path: (n: number) => string;
  isRight: (answer: Answer) => boolean;
};

const MONTH = `from=${new Date(FLEET_FROM_MS).toISOString()}&to=${new Date(FLEET_FROM_MS + FLEET_DAYS * 86_400_000).toISOString()}`;

const casesOf = (runCount: number): Case[] => [
  {
    name: 'a rare id at any age',
    maxMs: 50,
    path: (n) => `/api/v1/lines?q=${requestId(hash(n) % (runCount * LINES_PER_RUN))}`,
    isRight: ({ lines }) => (lines?.length ?? 0) >= 1,
  },
  {
    name: 'newest 100 ERROR lines over all',
    maxMs: 50,
    path: () => '/api/v1/lines?level=ERROR&limit=100',
    isRight: ({ lines }) => lines?.length === 100,
  },
  {
    name: 'newest 100 lines of one device over 30 days',
    maxMs: 150,
    path: (n) => `/api/v1/lines?${MONTH}&device=${fleetDevice((n * 7) % 600)}&limit=100`,
    isRight: ({ lines }) => lines?.length === 100,
  },
  {
    name: 'histogram by level over 30 days',
    maxMs: 100,
    path: () => `/api/v1/histogram?${MONTH}`,
    isRight: ({ partial }) => partial === false,
  },
  {
    name: 'counts by component, job and device over 30 days',
    maxMs: 100,
    path: () => `/api/v1/facets?${MONTH}`,
    isRight: ({ partial }) => partial === false,
  },
];

/** Reads over all runs of the month; each try asks anew, and where it can for something else. */
export async function benchFleetReads(server: ServerProcess, runCount: number): Promise<Figure[]> {
  const client = new HttpClient(server.url, READ_TOKEN, 1);
  const figures: Figure[] = [];
  for (const { name, maxMs, path, isRight } of casesOf(runCount)) {
    const times: number[] = [];
    for (let n = 1; n <= TRIES; n += 1) {
      const { status, ms, text } = await client.send('GET', path(n));
      const isGood = status === 200 && isRight(JSON.parse(text) as Answer);
      if (!isGood) throw new Error(`${name}: ${status} ${text.slice(0, 300)}`);
      times.push(ms);
    }
    figures.push(atMost(`${runCount} runs: ${name}, p95`, percentile(times, 95), { max: maxMs, unit: 'ms' }));
  }
  figures.push(...(await benchDepths(client, runCount)));
  client.close();
  return figures;
}

/** Every page of the list of runs, from the newest to the oldest; then the first and the last again and again. */
async function benchDepths(client: HttpClient, runCount: number): Promise<Figure[]> {
  const paths: string[] = [];
  const times: number[] = [];
  for (let cursor: string | null | undefined = ''; typeof cursor === 'string';) {
    const path = `/api/v1/runs?limit=${PAGE}${cursor === '' ? '' : `&cursor=${cursor}`}`;
    const { ms, text } = await client.send('GET', path);
    paths.push(path);
    times.push(ms);
    cursor = (JSON.parse(text) as Answer).nextCursor;
  }
  const again = async (path: string | undefined): Promise<number> => {
    const repeated: number[] = [];
    for (let n = 0; n < TRIES; n += 1) repeated.push((await client.send('GET', path ?? '')).ms);
    return percentile(repeated, 95);
  };
  const goal = { max: 30, unit: 'ms' };
  return [
    atMost(`${runCount} runs: list of runs, all ${paths.length} pages, p95`, percentile(times, 95), goal),
    atMost(`${runCount} runs: list of runs, first page, p95`, await again(paths[0]), goal),
    atMost(`${runCount} runs: list of runs, last page, p95`, await again(paths.at(-1)), goal),
  ];
}
