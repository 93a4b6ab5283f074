import type { CDPSession, Page } from '@playwright/test';
import { pause, type ServerProcess } from '../../lib/testing/real-server/server-process';
import { INGEST_TOKEN } from '../../lib/testing/real-server/credentials';
import { HttpClient } from '../../lib/testing/real-server/http-client';
import { openTcpProxy } from '../../lib/testing/tcp-proxy';
import { atMost, plain, type Figure } from '../figure';
import { ndjsonLine } from '../lines';
import { setFrozen } from './browser';

const RUN_ID = 'bench-live';
const LINES_PER_SECOND = 500;
const SECONDS = 60;
const TICK_MS = 100;
/** Seconds of the minute at which each thing happens. */
const SCROLLED_AT = 5;
const HIDDEN = { from: 15, to: 30 };
const CUT = { from: 35, to: 42 };
const FOLLOW_AT = 45;
/** The viewer waits up to 3 s between two attempts to connect. */
const CATCH_UP_LIMIT_MS = 10_000;

type Sent = { count: number };

/** A run that goes on for a minute under a reader, whose tab is hidden for a while and whose connection breaks. */
export async function benchLiveRun(page: Page, server: ServerProcess): Promise<Figure[]> {
  const proxy = await openTcpProxy(server.port);
  const cdp = await page.context().newCDPSession(page);
  const sent: Sent = { count: 0 };
  const sending = sendForAMinute(server.url, sent);
  const startedAt = performance.now();
  const until = (second: number) => pause(Math.max(0, second * 1000 - (performance.now() - startedAt)));

  while (sent.count === 0) await pause(TICK_MS);
  await page.goto(`${proxy.url}/runs/${RUN_ID}`);
  await page.getByText('LIVE', { exact: true }).waitFor();
  await until(SCROLLED_AT);
  const anchor = await scrollUp(page);
  const afterFocusMs = await hide(page, cdp, { sent, until });
  await until(CUT.from);
  proxy.cut();
  await until(CUT.to);
  proxy.mend();
  await until(FOLLOW_AT);
  const movedPx = Math.abs((await topOf(page, anchor.seq)) - anchor.topPx);
  await page.getByRole('button', { name: /jump to live/i }).click();
  await sending;
  await page.getByText('COMPLETE', { exact: true }).waitFor({ timeout: CATCH_UP_LIMIT_MS });
  const seen = await countSeqs(page, sent.count);
  await proxy.close();
  return [
    plain('lines sent in a minute', sent.count, 'lines'),
    atMost('lines of them that the page has not', sent.count - seen, { max: 0, unit: 'lines' }),
    atMost('the line being read moved by', movedPx, { max: 0, unit: 'px' }),
    atMost('caught up after a hidden tab came back', afterFocusMs, { max: 1000, unit: 'ms' }),
  ];
}

async function sendForAMinute(url: string, sent: Sent): Promise<void> {
  const client = new HttpClient(url, INGEST_TOKEN, 1);
  const startMs = Date.now();
  const total = LINES_PER_SECOND * SECONDS;
  while (sent.count < total) {
    const due = Math.min(total, Math.floor(((Date.now() - startMs) * LINES_PER_SECOND) / 1000) + LINES_PER_SECOND / 10);
    const lines = Array.from({ length: due - sent.count }, (_, i) =>
      ndjsonLine(sent.count + i, { runId: RUN_ID, jobId: 'live', startMs, lineOfRun: sent.count + i, stepMs: 2 }),
    );
    if (lines.length > 0) {
      const { status, text } = await client.send('POST', '/api/v1/logs', { body: lines.join('\n') });
      if (status !== 200) throw new Error(`live lines: ${status} ${text}`);
      sent.count = due;
    }
    await pause(TICK_MS);
  }
  await client.sendJson('PATCH', `/api/v1/runs/${RUN_ID}`, { status: 'succeeded', declaredLineCount: total });
  client.close();
}

async function scrollUp(page: Page): Promise<{ seq: string; topPx: number }> {
  await page.getByRole('grid', { name: 'Log lines' }).hover();
  await page.mouse.wheel(0, -1200);
  await page.getByRole('button', { name: /jump to live/i }).waitFor();
  const seq = (await page.locator('[role="row"][data-seq]').nth(15).getAttribute('data-seq')) ?? '';
  return { seq, topPx: await topOf(page, seq) };
}

const topOf = async (page: Page, seq: string): Promise<number> =>
  (await page.locator(`[role="row"][data-seq="${seq}"]`).boundingBox())?.y ?? Number.NaN;

type Clock = { sent: Sent; until: (second: number) => Promise<void> };

/** Milliseconds after the tab came back until the page counts all the lines that there were when it did. */
async function hide(page: Page, cdp: CDPSession, { sent, until }: Clock): Promise<number> {
  await until(HIDDEN.from);
  await setFrozen(cdp, true);
  await until(HIDDEN.to);
  const wanted = sent.count;
  const startedAt = performance.now();
  await setFrozen(cdp, false);
  await page.waitForFunction(
    (count) => Number(document.querySelector('[role="grid"]')?.getAttribute('aria-rowcount')) >= count,
    wanted,
    { polling: 20 },
  );
  return performance.now() - startedAt;
}

/** How many different lines can be read from the first to the last; throws when one is drawn twice. */
async function countSeqs(page: Page, total: number): Promise<number> {
  return page.evaluate(async (count) => {
    const scroller = [...document.querySelectorAll('[role="rowgroup"]')].at(-1);
    if (!scroller) throw new Error('there is no log');
    const seen = new Set<number>();
    const read = () => {
      const seqs = [...scroller.querySelectorAll('[role="row"][data-seq]')].map((row) =>
        Number(row.getAttribute('data-seq')),
      );
      if (new Set(seqs).size !== seqs.length) throw new Error('a line is drawn twice');
      seqs.forEach((seq) => seen.add(seq));
      return seqs;
    };
    scroller.scrollTop = 0;
    let next = 1;
    const startedAt = performance.now();
    while (next <= count && performance.now() - startedAt < 120_000) {
      await new Promise(requestAnimationFrame);
      const seqs = read();
      if (!seqs.includes(next)) continue;
      const last = Math.max(...seqs);
      if (last >= count) break;
      next = last + 1;
      scroller.scrollTop += scroller.clientHeight;
    }
    return seen.size;
  }, total);
}
