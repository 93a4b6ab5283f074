import type { Page } from '@playwright/test';
import { INGEST_TOKEN } from '../../lib/testing/real-server/credentials';
import type { ServerProcess } from '../../lib/testing/real-server/server-process';
import { HttpClient } from '../../lib/testing/real-server/http-client';
import { atMost, percentile, type Figure } from '../figure';

const RUN_ID = 'bench-first-line';
const LINES = 20;

/** From the sending of a line to its standing on the open page of a run that goes on. */
export async function benchFirstLine(page: Page, server: ServerProcess): Promise<Figure[]> {
  const client = new HttpClient(server.url, INGEST_TOKEN, 1);
  const send = (message: string) =>
    client.sendJson('POST', '/api/v1/logs', { run_id: RUN_ID, job_id: RUN_ID, message });
  await send('before the page');
  await page.goto(`${server.url}/runs/${RUN_ID}`);
  await page.getByText('LIVE', { exact: true }).waitFor();
  const tookMs: number[] = [];
  for (let n = 1; n <= LINES; n += 1) {
    const sentAt = performance.now();
    await send(`line number ${n} of ${LINES}`);
    await page.getByText(`line number ${n} of ${LINES}`).waitFor();
    tookMs.push(performance.now() - sentAt);
  }
  client.close();
  return [
    atMost(`a line on the page after it was sent, p95 of ${LINES}`, percentile(tookMs, 95), { max: 1000, unit: 'ms' }),
  ];
}
