import type { Page } from '@playwright/test';
import type { ServerProcess } from '../../lib/testing/real-server/server-process';
import { INGEST_TOKEN } from '../../lib/testing/real-server/credentials';
import { HttpClient } from '../../lib/testing/real-server/http-client';
import { atMost, percentile, type Figure } from '../figure';
import { hash, ndjsonLine } from '../lines';
import { memoryFigures } from './browser';

const RUN_ID = 'bench-long';
const BATCH_LINES = 5000;
const ROUNDS = 5;
const JUMPS = 30;
const START_MS = Date.UTC(2026, 10, 1);

export async function loadLongRun(server: ServerProcess, lineCount: number): Promise<void> {
  const client = new HttpClient(server.url, INGEST_TOKEN, 1);
  for (let first = 0; first < lineCount; first += BATCH_LINES) {
    const lines = Array.from({ length: BATCH_LINES }, (_, i) => {
      const lineOfRun = first + i;
      return ndjsonLine(lineOfRun, { runId: RUN_ID, jobId: 'long', startMs: START_MS, lineOfRun });
    });
    const { status, text } = await client.send('POST', '/api/v1/logs', { body: lines.join('\n') });
    if (status !== 200) throw new Error(`lines from ${first}: ${status} ${text}`);
  }
  await client.sendJson('PATCH', `/api/v1/runs/${RUN_ID}`, { status: 'failed', declaredLineCount: lineCount });
  client.close();
}

/** A run of so many lines: opening it, going anywhere in it, and what the tab holds afterwards. */
export async function benchLongRun(page: Page, url: string, lineCount: number): Promise<Figure[]> {
  const opened: number[] = [];
  for (let round = 0; round < ROUNDS; round += 1) opened.push(await openRun(page, `${url}/runs/${RUN_ID}`));
  const jumps: number[] = [];
  for (let jump = 0; jump < JUMPS; jump += 1) {
    jumps.push(await jumpTo(page, 1 + (hash(jump + lineCount) % lineCount), lineCount));
  }
  const toEnd = await jumpTo(page, lineCount, lineCount);
  return [
    atMost('first lines on the screen, nothing cached', opened[0] ?? Number.NaN, { max: 1000, unit: 'ms' }),
    atMost('first lines on the screen, again, worst of 4', Math.max(...opened.slice(1)), { max: 1000, unit: 'ms' }),
    atMost(`a jump of the scroll bar to any line, p95 of ${JUMPS}`, percentile(jumps, 95), { max: 200, unit: 'ms' }),
    atMost('to the very end', toEnd, { max: 200, unit: 'ms' }),
    ...(await memoryFigures(page)),
  ];
}

/** From the start of the navigation until a line can be read, by the page's own clock, looked at with every frame. */
async function openRun(page: Page, url: string): Promise<number> {
  await page.goto('about:blank');
  await page.goto(url, { waitUntil: 'commit' });
  return page.evaluate(async () => {
    while (!document.querySelector('[role="row"][data-seq]')) await new Promise(requestAnimationFrame);
    return performance.now();
  });
}

/** Moves the scroll bar as a drag does, and waits until the line is drawn; in the page, so that only the page is timed. */
function jumpTo(page: Page, seq: number, lineCount: number): Promise<number> {
  return page.evaluate(
    async ([wanted, total]) => {
      const scroller = [...document.querySelectorAll('[role="rowgroup"]')].at(-1);
      if (!scroller) throw new Error('there is no log');
      const startedAt = performance.now();
      const reach = scroller.scrollHeight - scroller.clientHeight;
      scroller.scrollTop = wanted >= total ? reach : (reach * (wanted - 1)) / (total - 1);
      const isThere = () =>
        [...scroller.querySelectorAll('[role="row"][data-seq]')].some(
          (row) => Math.abs(Number(row.getAttribute('data-seq')) - wanted) < 40 && (row.textContent ?? '').length > 30,
        );
      while (!isThere()) {
        if (performance.now() - startedAt > 10_000) throw new Error(`line ${wanted} did not appear`);
        await new Promise(requestAnimationFrame);
      }
      return performance.now() - startedAt;
    },
    [seq, lineCount] as const,
  );
}
