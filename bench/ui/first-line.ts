import type { Page } from '@playwright/test';
import { INGEST_TOKEN, type ServerProcess } from '../../faults/server-process';
import { atMost, type Figure } from '../figure';
import { HttpClient, percentile } from '../http-client';

const RUN_ID = 'bench-first-line';
const LINES = 20;

/** From the sending of a line to its standing on the open page of a run that goes on. */
export async function benchFirstLine(page: Page, server: ServerProcess): Promise<Figure[]> {
  const client = new HttpClient(server.url, INGEST_TOKEN, 1);
  const send = (message: string) =>
    client.send('POST', '/api/v1/logs', JSON.stringify({ run_id: RUN_ID, job_id: RUN_ID, message }));
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
