import { readFileSync, writeFileSync } from 'node:fs';
import { ServerProcess } from '../lib/testing/real-server/server-process';
import { benchDelete } from './delete-fleet';
import { benchJobs } from './jobs';
import { benchDownloads } from './download';
import { atMost, printFigures, type Figure } from './figure';
import { loadFleet } from './fleet';
import { benchBatches, benchSingles, benchSize } from './ingest';
import { benchOverload } from './overload';
import { benchReads } from './read';
import { benchFleetReads } from './read-fleet';
import { benchRedaction } from './redaction';
import { benchTails } from './tails';

const FULL_LINES = 1_000_000;
const FULL_RUNS = 5000;

/** Resident memory of the server process, the database apart; Linux only. */
function residentMb(pid: number): number {
  const status = readFileSync(`/proc/${pid}/status`, 'utf8');
  return Number(/VmRSS:\s+(\d+) kB/.exec(status)?.[1] ?? 0) / 1024;
}

function peakMb(pid: number): number {
  const status = readFileSync(`/proc/${pid}/status`, 'utf8');
  return Number(/VmHWM:\s+(\d+) kB/.exec(status)?.[1] ?? 0) / 1024;
}

async function benchAt(lineCount: number): Promise<Figure[]> {
  const server = await ServerProcess.create();
  try {
    await server.start();
    const idleMb = residentMb(server.pid);
    const batches = await benchBatches(server, lineCount);
    const memory = [
      atMost('memory of the server, idle', idleMb, { max: 150, unit: 'MB' }),
      atMost('memory of the server, peak under full load', peakMb(server.pid), { max: 400, unit: 'MB' }),
    ];
    const size = await benchSize(server);
    const singles = await benchSingles(server);
    const reads = await benchReads(server, lineCount);
    const downloads = await benchDownloads(server, lineCount);
    const tails = await benchTails(server);
    return [...batches, ...singles, ...size, ...reads, ...downloads, ...tails, ...memory];
  } finally {
    await server.remove();
  }
}

/** A server of its own: what it is sent would be read by others. */
async function benchApart(bench: (server: ServerProcess) => Promise<Figure[]>): Promise<Figure[]> {
  const server = await ServerProcess.create();
  try {
    await server.start();
    return await bench(server);
  } finally {
    await server.remove();
  }
}

/** Reads over all runs, and twice the deletion of a fifth of them. */
async function benchFleet(runCount: number): Promise<Figure[]> {
  const server = await ServerProcess.create();
  try {
    await server.start();
    const load = await loadFleet(server, runCount);
    const reads = await benchFleetReads(server, runCount);
    return [...load, ...reads, ...(await benchDelete(server, runCount, runCount / 5))];
  } finally {
    await server.remove();
  }
}

async function main(): Promise<void> {
  const figures: Figure[] = [...benchRedaction()];
  for (const lineCount of [FULL_LINES / 10, FULL_LINES]) {
    const part = await benchAt(lineCount);
    figures.push(...part.map((figure) => ({ ...figure, name: `[${lineCount}] ${figure.name}` })));
  }
  for (const runCount of [FULL_RUNS / 10, FULL_RUNS]) figures.push(...(await benchFleet(runCount)));
  for (const bench of [benchJobs, benchOverload]) figures.push(...(await benchApart(bench)));
  printFigures(figures);
  writeFileSync('bench/results.json', `${JSON.stringify(figures, null, 2)}\n`);
}

void main();
