import { createAdminToken } from '../lib/testing/real-server/admin-token';
import { pause, type ServerProcess } from '../lib/testing/real-server/server-process';
import { READ_TOKEN } from '../lib/testing/real-server/credentials';
import { HttpClient } from '../lib/testing/real-server/http-client';
import { atMost, percentile, plain, type Figure } from './figure';
import { fleetRunId, LINES_PER_RUN } from './fleet';
import { hash } from './lines';

const READERS = 2;
const READ_PAUSE_MS = 20;
const QUIET_READS = 60;

/** Deletes the oldest runs in one request, then the next oldest while others are read. */
export async function benchDelete(server: ServerProcess, runCount: number, deleteCount: number): Promise<Figure[]> {
  const admin = new HttpClient(server.url, await createAdminToken(server), 1);
  const reader = new HttpClient(server.url, READ_TOKEN, READERS);
  const deleteFrom = async (first: number): Promise<number> => {
    const runIds = Array.from({ length: deleteCount }, (_, index) => fleetRunId(first + index));
    const { status, text, ms } = await admin.send('DELETE', '/api/v1/runs', { body: JSON.stringify({ runIds }) });
    if (status !== 200 || !text.includes(`"deleted":${deleteCount}`)) throw new Error(`delete: ${status} ${text}`);
    return ms;
  };
  const read = async (times: number[], isOver: () => boolean): Promise<void> => {
    for (let n = 1; !isOver(); n += 1) {
      const run = deleteCount * 2 + (hash(n) % (runCount - deleteCount * 2));
      const path = `/api/v1/runs/${fleetRunId(run)}/lines?from=${1 + (n % 400)}&limit=500`;
      const { status, ms } = await reader.send('GET', path);
      if (status !== 200) throw new Error(`read beside the deletion: ${status}`);
      times.push(ms);
      await pause(READ_PAUSE_MS);
    }
  };
  const quiet: number[] = [];
  await read(quiet, () => quiet.length >= QUIET_READS);
  const quietMs = await deleteFrom(0);
  const during: number[] = [];
  const state = { isOver: false };
  const readers = Array.from({ length: READERS }, () => read(during, () => state.isOver));
  const busyMs = await deleteFrom(deleteCount);
  state.isOver = true;
  await Promise.all(readers);
  admin.close();
  reader.close();
  return [
    atMost(`delete ${deleteCount} runs of ${LINES_PER_RUN} lines`, quietMs / 1000, { max: 1, unit: 's' }),
    plain(`the same beside ${READERS} readers`, busyMs / 1000, 's'),
    plain('a page of 500 lines, no deletion, p95', percentile(quiet, 95), 'ms'),
    plain('a page of 500 lines during the deletion, p95', percentile(during, 95), 'ms'),
    plain('a page of 500 lines during the deletion, slowest', Math.max(...during), 'ms'),
  ];
}
