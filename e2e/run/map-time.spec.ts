import { randomUUID } from 'node:crypto';
import { expect, test, type Locator, type Page } from '../fixtures/test';
import { callApi } from '../fixtures/gateway';
import { signIn } from '../fixtures/sign-in';

const MINUTE_MS = 60_000;

const map = (page: Page): Locator => page.getByRole('region', { name: 'Devices and timeline' });
const row = (page: Page, device: string): Locator => map(page).getByRole('listitem').filter({ hasText: device });
const label = (page: Page, device: string): Locator => row(page, device).getByRole('button').first();
const isoTime = (ms: number): string => new Date(ms).toISOString();

type EndedRun = { runId: string; startMs: number; durationMs: number; devices: Record<string, number> };

/** A run that has ended, with what each of its devices took. */
async function sendEndedRun(jobId: string, { runId, startMs, durationMs, devices }: EndedRun): Promise<void> {
  const startedAt = isoTime(startMs);
  await callApi('POST', '/api/v1/runs', { jobId, runId, startedAt });
  for (const [device, tookMs] of Object.entries(devices)) {
    const times = { startedAt, finishedAt: isoTime(startMs + tookMs) };
    await callApi('PUT', `/api/v1/runs/${runId}/devices/${device}`, { status: 'succeeded', ...times });
  }
  await callApi('PATCH', `/api/v1/runs/${runId}`, { status: 'succeeded', finishedAt: isoTime(startMs + durationMs) });
}

/** Runs of ten minutes, an hour apart, before `nowMs`; a device each that took so many minutes of them. */
async function sendEarlierRuns(jobId: string, nowMs: number, devices: Record<string, number>): Promise<void> {
  for (const hoursAgo of [5, 4, 3]) {
    const startMs = nowMs - hoursAgo * 60 * MINUTE_MS;
    await sendEndedRun(jobId, { runId: `${jobId}-${hoursAgo}`, startMs, durationMs: 10 * MINUTE_MS, devices });
  }
}

test('a run that goes on says when it ends if it takes as long as those before', async ({ page }) => {
  const jobId = `expected-${randomUUID()}`;
  const nowMs = Date.now();
  const startMs = nowMs - 4 * MINUTE_MS;
  await sendEarlierRuns(jobId, nowMs, { 'sw-1': 9 * MINUTE_MS });
  await callApi('POST', '/api/v1/runs', { jobId, runId: jobId, startedAt: isoTime(startMs) });
  const atWork = { status: 'running', startedAt: isoTime(startMs) };
  await callApi('PUT', `/api/v1/runs/${jobId}/devices/sw-1`, atWork);
  await signIn(page, `/runs/${jobId}`);

  const fact = page.locator('dl > div').filter({ hasText: 'Expected end' });
  await expect(fact.getByRole('time')).toHaveAttribute('datetime', isoTime(startMs + 10 * MINUTE_MS));
  await expect(fact).toContainText(/in [56]m/);
  const mark = map(page).getByText('expected end', { exact: true });
  await expect(mark).toBeVisible();
  // The axis of a run of four minutes reaches as far as the ten that are expected, and the text ends at its mark.
  const axis = await map(page).getByRole('img').boundingBox();
  const box = await mark.boundingBox();
  if (!axis || !box) throw new Error('the axis is not drawn');
  expect(Math.abs(box.x + box.width - axis.x - axis.width)).toBeLessThan(2);

  await callApi('PATCH', `/api/v1/runs/${jobId}`, { status: 'succeeded' });
  await expect(mark).toHaveCount(0);
  await expect(fact).toHaveCount(0);
});

test('a device at work for longer than it usually takes is marked, and no other', async ({ page }) => {
  const jobId = `laggard-${randomUUID()}`;
  const nowMs = Date.now();
  const startedAt = isoTime(nowMs - 4 * MINUTE_MS);
  await sendEarlierRuns(jobId, nowMs, { 'sw-slow': MINUTE_MS, 'sw-long': 9 * MINUTE_MS });
  await callApi('POST', '/api/v1/runs', { jobId, runId: jobId, startedAt });
  for (const device of ['sw-slow', 'sw-long', 'sw-first-time']) {
    await callApi('PUT', `/api/v1/runs/${jobId}/devices/${device}`, { status: 'running', startedAt });
  }
  await signIn(page, `/runs/${jobId}`);

  await expect(label(page, 'sw-slow')).toHaveAccessibleName(/^Running ?sw-slow ?slower than usual$/);
  await expect(label(page, 'sw-slow').locator('svg.lucide-hourglass')).toBeVisible();
  await expect(label(page, 'sw-slow')).toHaveAttribute('title', /^sw-slow\nRunning, 4m .*, usually 1m 00s$/);
  for (const device of ['sw-long', 'sw-first-time']) {
    await expect(label(page, device)).toHaveAccessibleName(new RegExp(`^Running ?${device}$`));
    await expect(label(page, device).locator('svg.lucide-hourglass')).toHaveCount(0);
  }

  await callApi('PUT', `/api/v1/runs/${jobId}/devices/sw-slow`, { status: 'succeeded', finishedAt: isoTime(nowMs) });
  await expect(map(page).getByText('slower than usual')).toHaveCount(0);
});

test('a device that fell silent is marked for as long as it wrote nothing', async ({ page }) => {
  const runId = `stall-${randomUUID()}`;
  const startMs = Math.floor(Date.now() / 1000) * 1000 - 60 * MINUTE_MS;
  const silent = { fromMs: 2 * MINUTE_MS, untilMs: 7 * MINUTE_MS };
  await sendSilence(runId, startMs, silent);
  await signIn(page, `/runs/${runId}`);
  await expect(row(page, 'sw-silent')).toBeVisible();

  const note = page.getByText(/^5m 00s without output, from (\S+ )?\d\d:\d\d:\d\d\.\d{3}$/);
  await hoverLane(page, 'sw-silent', 0.45);
  await expect(note).toBeVisible();
  await hoverLane(page, 'sw-silent', 0.1);
  await expect(note).toHaveCount(0);
  await hoverLane(page, 'sw-busy', 0.45);
  await expect(note).toHaveCount(0);
  // A silence is drawn in dashes; what is at work is a line in one colour.
  expect(await countLaneColours(page, 'sw-silent', [0.3, 0.6])).toBeGreaterThan(1);
  expect(await countLaneColours(page, 'sw-silent', [0.05, 0.15])).toBe(1);
  expect(await countLaneColours(page, 'sw-busy', [0.3, 0.6])).toBe(1);
});

/** An ended run of ten minutes in which one device writes every ten seconds, and another too save for a silence. */
async function sendSilence(runId: string, startMs: number, silent: { fromMs: number; untilMs: number }): Promise<void> {
  const durationMs = 10 * MINUTE_MS;
  const offsets = Array.from({ length: 61 }, (_, at) => at * 10_000);
  const lines = offsets.flatMap((ms) => {
    const isSilent = ms > silent.fromMs && ms < silent.untilMs;
    return (isSilent ? ['sw-busy'] : ['sw-busy', 'sw-silent']).map((device) => ({
      run_id: runId,
      job_id: runId,
      device,
      timestamp: isoTime(startMs + ms),
      level: 'INFO',
      message: 'still there',
    }));
  });
  await callApi('POST', '/api/v1/runs', { jobId: runId, runId, startedAt: isoTime(startMs) });
  await callApi('POST', '/api/v1/logs', lines);
  const devices = { 'sw-busy': durationMs, 'sw-silent': durationMs };
  await sendEndedRun(runId, { runId, startMs, durationMs, devices });
}

/** Over the middle of a device's lane, at a share of the run. */
async function hoverLane(page: Page, device: string, share: number): Promise<void> {
  const box = await row(page, device).boundingBox();
  const axis = await map(page).getByRole('img').boundingBox();
  if (!box || !axis) throw new Error('the lanes are not drawn');
  await page.mouse.move(axis.x + axis.width * share, box.y + box.height / 2);
}

/** How many colours the middle of a device's lane has between two shares of the run. */
async function countLaneColours(page: Page, device: string, [from, to]: [number, number]): Promise<number> {
  const box = await row(page, device).boundingBox();
  if (!box) throw new Error('the lanes are not drawn');
  return map(page)
    .getByRole('list', { name: 'Devices' })
    .locator('canvas')
    .evaluate(
      (canvas: HTMLCanvasElement, { y, left, right }) => {
        const { top, height } = canvas.getBoundingClientRect();
        const scale = canvas.height / height;
        const fromPx = Math.round(canvas.width * left);
        const widthPx = Math.round(canvas.width * (right - left));
        const pixels = canvas.getContext('2d')?.getImageData(fromPx, Math.round((y - top) * scale), widthPx, 1);
        return new Set(new Uint32Array(pixels?.data.buffer ?? new ArrayBuffer(0))).size;
      },
      { y: box.y + box.height / 2, left: from, right: to },
    );
}
