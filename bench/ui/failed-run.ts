import { gzipSync } from 'node:zlib';
import type { Page } from '@playwright/test';
import { READ_TOKEN } from '../../lib/testing/real-server/credentials';
import type { ServerProcess } from '../../lib/testing/real-server/server-process';
import { HttpClient } from '../../lib/testing/real-server/http-client';
import { runCausesSchema } from '../../lib/analysis/causes/schema';
import { failedNightId, findCauseErrors, type FailedNights } from '../failed-nights';
import { atMost, plain, type Figure } from '../figure';

const ROUNDS = 5;

/** Why all devices of a run failed: the answer against what was sent, and the page until the biggest cause takes a click. */
export async function benchFailedRun(page: Page, server: ServerProcess, nights: FailedNights): Promise<Figure[]> {
  const runId = encodeURIComponent(failedNightId(nights));
  const client = new HttpClient(server.url, READ_TOKEN, 1);
  const times: number[] = [];
  let answer = '';
  for (let round = 0; round <= ROUNDS; round += 1) {
    const { status, text, ms } = await client.send('GET', `/api/v1/runs/${runId}/causes`);
    if (status !== 200) throw new Error(`causes: ${status} ${text.slice(0, 200)}`);
    times.push(ms);
    answer = text;
  }
  client.close();
  const [firstMs = Number.NaN, ...laterMs] = times;
  const errors = findCauseErrors(nights, runCausesSchema.parse(JSON.parse(answer)));
  for (const error of errors.slice(0, 5)) console.error(error);
  const visits: Visit[] = [];
  for (let round = 0; round < ROUNDS; round += 1) visits.push(await visitWhy(page, `${server.url}/runs/${runId}`));
  return [
    atMost('causes that are told otherwise than sent', errors.length, { max: 0, unit: '' }),
    atMost('causes, first answer', firstMs, { max: 500, unit: 'ms' }),
    plain(`causes again, worst of ${ROUNDS}`, Math.max(...laterMs), 'ms'),
    plain('causes, size', answer.length / 1024, 'KB'),
    atMost('causes, size as gzip', gzipSync(answer).length / 1024, { max: 300, unit: 'KB' }),
    plain('until a cause takes a click, worst of 5', Math.max(...visits.map(({ usableMs }) => usableMs)), 'ms'),
    plain('longest task until then, worst of 5', Math.max(...visits.map(({ longestMs }) => longestMs)), 'ms'),
    atMost('longest task of showing all causes', Math.max(...visits.map(({ wholeMs }) => wholeMs)), {
      max: 100,
      unit: 'ms',
    }),
  ];
}

type Visit = { usableMs: number; longestMs: number; wholeMs: number };

/** The click is repeated with each frame, as in the bench of the map; then the rest of the causes is asked for. */
async function visitWhy(page: Page, url: string): Promise<Visit> {
  await page.goto('about:blank');
  await page.goto(url, { waitUntil: 'commit' });
  return page.evaluate(async () => {
    const tasks: { at: number; ms: number }[] = [];
    const longest = (fromMs: number) => Math.max(0, ...tasks.filter(({ at }) => at >= fromMs).map(({ ms }) => ms));
    new PerformanceObserver((list) => {
      tasks.push(...list.getEntries().map(({ startTime, duration }) => ({ at: startTime, ms: duration })));
    }).observe({ type: 'longtask', buffered: true });
    const frame = () => new Promise(requestAnimationFrame);
    while (!location.search.includes('level=')) {
      document.querySelector<HTMLElement>('section[aria-labelledby="why-heading"] button[aria-pressed]')?.click();
      await frame();
    }
    const [usableMs, longestMs] = [performance.now(), longest(0)];
    document.querySelector<HTMLElement>('section[aria-labelledby="why-heading"] button[aria-expanded]')?.click();
    for (let count = 0; count < 10; count += 1) await frame();
    return { usableMs, longestMs, wholeMs: longest(usableMs) };
  });
}
