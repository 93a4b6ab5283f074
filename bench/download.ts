import http from 'node:http';
import { READ_TOKEN, type ServerProcess } from '../faults/server-process';
import { atLeast, atMost, type Figure } from './figure';
import { BIG_RUN } from './ingest';

const FORMATS = ['text', 'ndjson', 'csv'] as const;
const SAMPLE_MS = 50;

type Received = { lineCount: number; bytes: number; seconds: number };

/** Takes the file as fast as it comes and keeps nothing of it. */
function receive(server: ServerProcess, format: string): Promise<Received> {
  const startedAt = performance.now();
  return new Promise((resolve, reject) => {
    const path = `/api/v1/runs/${BIG_RUN}/download?format=${format}`;
    const headers = { authorization: `Bearer ${READ_TOKEN}` };
    const request = http.get(`${server.url}${path}`, { headers }, (response) => {
      let bytes = 0;
      response.on('data', (part: Buffer) => (bytes += part.length));
      response.on('error', reject);
      response.on('end', () =>
        resolve({
          lineCount: Number(response.headers['x-line-count']),
          bytes,
          seconds: (performance.now() - startedAt) / 1000,
        }),
      );
    });
    request.on('error', reject);
  });
}

/** A run as a file, in each form, and what the server holds of it meanwhile. */
export async function benchDownloads(server: ServerProcess, lineCount: number): Promise<Figure[]> {
  const figures: Figure[] = [];
  let peakBytes = 0;
  const sampling = setInterval(() => (peakBytes = Math.max(peakBytes, server.residentBytes())), SAMPLE_MS);
  for (const format of FORMATS) {
    const received = await receive(server, format);
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
