import { once } from 'node:events';
import { READ_TOKEN } from '../lib/testing/real-server/credentials';
import { HttpClient } from '../lib/testing/real-server/http-client';
import type { ServerProcess } from '../lib/testing/real-server/server-process';
import { atLeast, atMost, type Figure } from './figure';
import { BIG_RUN } from './ingest';

const FORMATS = ['text', 'ndjson', 'csv'] as const;
const SAMPLE_MS = 50;

type Received = { lineCount: number; bytes: number; seconds: number };

/** Takes the file as fast as it comes and keeps nothing of it. */
async function receive(client: HttpClient, format: string): Promise<Received> {
  const startedAt = performance.now();
  const file = await client.open('GET', `/api/v1/runs/${BIG_RUN}/download?format=${format}`);
  let bytes = 0;
  file.on('data', (part: Buffer) => (bytes += part.length));
  await once(file, 'end');
  const seconds = (performance.now() - startedAt) / 1000;
  return { lineCount: Number(file.headers['x-line-count']), bytes, seconds };
}

/** A run as a file, in each form, and what the server holds of it meanwhile. */
export async function benchDownloads(server: ServerProcess, lineCount: number): Promise<Figure[]> {
  const client = new HttpClient(server.url, READ_TOKEN);
  const figures: Figure[] = [];
  let peakBytes = 0;
  const sampling = setInterval(() => (peakBytes = Math.max(peakBytes, server.residentBytes())), SAMPLE_MS);
  for (const format of FORMATS) {
    const received = await receive(client, format);
    if (received.lineCount !== lineCount) throw new Error(`${format}: ${received.lineCount} lines of ${lineCount}`);
    figures.push(
      atLeast(`download of ${lineCount} lines as ${format}`, received.lineCount / received.seconds, {
        min: 50_000,
        unit: 'lines/s',
      }),
    );
  }
  clearInterval(sampling);
  const peakMb = peakBytes / 2 ** 20;
  return [...figures, atMost('memory of the server, peak while downloading', peakMb, { max: 400, unit: 'MB' })];
}
