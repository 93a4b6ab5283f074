import type { Page } from '@playwright/test';
import type { ServerProcess } from '../../lib/testing/real-server/server-process';
import { INGEST_TOKEN } from '../../lib/testing/real-server/credentials';
import { createGatewayClient } from '../../simulator/gateway-client';
import { buildRun } from '../../simulator/scenario/build-run';
import { buildFleet } from '../../simulator/scenario/fleet';
import { tacacsDown } from '../../simulator/scenario/incident';
import { JOB_PLANS } from '../../simulator/scenario/job-plan';
import { sendRun } from '../../simulator/send-run';
import { atMost, plain, type Figure } from '../figure';
import { memoryFigures } from './browser';

const ROUNDS = 5;
const SCROLL_STEPS = 60;
const MAP = 'section[aria-label="Devices and timeline"]';

/** A backup of so many devices of which those of a site fail; answers its id. */
export async function loadWideRun(server: ServerProcess, deviceCount: number): Promise<string> {
  const job = JOB_PLANS[0];
  if (!job) throw new Error('the simulator has no jobs');
  const devices = buildFleet(deviceCount);
  const run = buildRun({
    seed: 'wide',
    job: { ...job, id: 'wide', name: 'Wide backup' },
    devices,
    startedAtMs: Date.UTC(2026, 10, 1),
    incidents: [tacacsDown(devices, devices[0]?.site ?? 'fra')],
  });
  await sendRun(createGatewayClient({ url: server.url, token: INGEST_TOKEN }), run);
  return run.open.runId;
}

/** A run of so many devices: until a click on one does what it should, and scrolling through their lanes. */
export async function benchWideRun(page: Page, url: string, runId: string): Promise<Figure[]> {
  const interactive: number[] = [];
  for (let round = 0; round < ROUNDS; round += 1) {
    interactive.push(await untilInteractive(page, `${url}/runs/${encodeURIComponent(runId)}`));
  }
  const { slowestMs, blockedMs } = await scrollLanes(page);
  return [
    atMost('until the first device answers to a click, worst of 5', Math.max(...interactive), {
      max: 1500,
      unit: 'ms',
    }),
    plain('scrolling through all lanes, slowest frame', slowestMs, 'ms'),
    plain('scrolling through all lanes, time in tasks over 50 ms', blockedMs, 'ms'),
    ...(await memoryFigures(page)),
  ];
}

/** The click is repeated with each frame, as an impatient person does: what counts is when the address has the device. */
async function untilInteractive(page: Page, url: string): Promise<number> {
  await page.goto('about:blank');
  await page.goto(url, { waitUntil: 'commit' });
  return page.evaluate(async (map) => {
    while (!location.search.includes('device=')) {
      document.querySelector<HTMLElement>(`${map} button[data-column="0"][aria-pressed]`)?.click();
      await new Promise(requestAnimationFrame);
    }
    return performance.now();
  }, MAP);
}

/** From the first lane to the last in steps of a frame each. */
function scrollLanes(page: Page): Promise<{ slowestMs: number; blockedMs: number }> {
  return page.evaluate(
    async ([map, steps]) => {
      const scroller = [...document.querySelectorAll(`${map} *`)].find(
        (each) => each.scrollHeight > 10 * each.clientHeight && each.clientHeight > 0,
      );
      if (!scroller) throw new Error('there are no lanes');
      let blockedMs = 0;
      const observer = new PerformanceObserver((list) => {
        for (const { duration } of list.getEntries()) blockedMs += duration - 50;
      });
      observer.observe({ type: 'longtask' });
      let slowestMs = 0;
      let before = await new Promise(requestAnimationFrame);
      for (let step = 1; step <= steps; step += 1) {
        scroller.scrollTop = ((scroller.scrollHeight - scroller.clientHeight) * step) / steps;
        const now = await new Promise<number>(requestAnimationFrame);
        slowestMs = Math.max(slowestMs, now - before);
        before = now;
      }
      observer.disconnect();
      return { slowestMs, blockedMs };
    },
    [MAP, SCROLL_STEPS] as const,
  );
}
