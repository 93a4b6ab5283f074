import { expect, test, type Locator, type Page } from '../fixtures/test';
import { callApi } from '../fixtures/gateway';
import { logGrid } from '../fixtures/log-table';
import { signIn } from '../fixtures/sign-in';

const PHONE = { width: 390, height: 844 };
/** A finger's, as WCAG 2.2 has it. */
const MIN_TARGET_PX = 24;

const CAUSES = [
  'authentication failed: TACACS+ server tac-fra-01 timed out',
  'no route to host',
  'enable secret refused by the device after three tries',
];

/** A failed run as nights have it: some causes, many devices, a usual duration. */
async function sendFailedRun(): Promise<string> {
  const job = `phone-${Date.now()}`;
  const nowMs = Date.now();
  const hoursAgo = (hours: number) => new Date(nowMs - hours * 3_600_000).toISOString();
  for (const hours of [60, 36, 12]) {
    const runId = `${job}-${hours}`;
    await callApi('POST', '/api/v1/runs', { jobId: job, jobName: 'Nightly backup', runId, startedAt: hoursAgo(hours) });
    await callApi('PATCH', `/api/v1/runs/${runId}`, { status: 'succeeded', finishedAt: hoursAgo(hours - 0.06) });
  }
  const runId = `${job}-last`;
  const devices = Array.from({ length: 60 }, (_, at) => ({ device: `fra-sw-${at}`, site: 'fra' }));
  await callApi('POST', '/api/v1/runs', {
    jobId: job,
    jobName: 'Nightly backup of all switches and firewalls',
    runId,
    startedAt: hoursAgo(1),
    devices,
  });
  const failing = CAUSES.flatMap((cause, at) =>
    devices.slice(at * 4, at * 4 + 4 - at).map((one) => ({ ...one, cause })),
  );
  const lines = Array.from({ length: 2000 }, (_, at) => {
    const failed = at % 100 === 50 ? failing[(at - 50) / 100] : undefined;
    const { device = `fra-sw-${12 + (at % 40)}`, cause = 'fetched the configuration' } = failed ?? {};
    return {
      job_id: job,
      run_id: runId,
      level: failed ? 'ERROR' : at % 90 === 0 ? 'WARNING' : 'INFO',
      device,
      message: cause,
    };
  });
  await callApi('POST', '/api/v1/logs', lines);
  for (const { device, cause } of failing) {
    const status = cause === CAUSES[1] ? 'unreachable' : 'failed';
    await callApi('PUT', `/api/v1/runs/${runId}/devices/${device}`, { status, cause });
  }
  for (const [at, { device }] of devices.slice(12).entries()) {
    const status = at % 9 === 0 ? 'changed' : 'unchanged';
    await callApi('PUT', `/api/v1/runs/${runId}/devices/${device}`, { status });
  }
  await callApi('PATCH', `/api/v1/runs/${runId}`, {
    status: 'failed',
    finishedAt: hoursAgo(0.9),
    declaredLineCount: 2000,
  });
  return runId;
}

const header = (page: Page): Locator => page.locator('main header');
const why = (page: Page): Locator => page.getByRole('region', { name: 'Why' });
const heightOf = async (locator: Locator): Promise<number> => (await locator.boundingBox())?.height ?? Infinity;

test('on a phone the log of a failed run has most of the height, and what went wrong is told above it', async ({
  page,
}) => {
  const runId = await sendFailedRun();
  await page.setViewportSize(PHONE);
  await signIn(page, `/runs/${runId}`);
  const chips = why(page).locator('button[aria-pressed]');
  await expect(chips.first()).toContainText('4× devices:');
  expect((await heightOf(header(page))) + (await heightOf(why(page)))).toBeLessThanOrEqual(250);
  const rows = await logGrid(page).getByRole('rowgroup').last().boundingBox();
  expect(rows?.y).toBeLessThan(400);
  await expect(chips.filter({ visible: true })).toHaveCount(1);

  for (const text of ['Failed', '6m 00s', /^usual \d/, '1h ago', '6 failed', '3 unreachable', '1…2,000']) {
    await expect(header(page).getByText(text).first(), String(text)).toBeInViewport();
  }
  for (const name of ['Compare', 'Previous run']) {
    await expect(header(page).getByRole('link', { name })).toBeInViewport();
  }
  for (const name of ['Copy a link to this view', 'Download', 'ERROR 9']) {
    await expect(header(page).getByRole('button', { name })).toBeInViewport();
  }
  const targets = header(page).or(why(page)).locator('a:visible, button:visible');
  for (const target of await targets.all()) {
    const box = await target.boundingBox();
    expect(Math.min(box?.width ?? 0, box?.height ?? 0), await target.innerText()).toBeGreaterThanOrEqual(MIN_TARGET_PX);
  }

  await why(page).getByRole('button', { name: '2 more causes' }).click();
  await expect(chips.filter({ visible: true })).toHaveCount(CAUSES.length);
  await why(page).getByRole('button', { name: 'Fewer' }).click();
  await expect(chips.filter({ visible: true })).toHaveCount(1);
  await chips.first().click();
  await expect(page.getByText(/^4 of 2,000 lines$/)).toBeVisible();
});
