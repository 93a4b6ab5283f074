import { randomUUID } from 'node:crypto';
import { expect, test, type Locator, type Page } from '../fixtures/test';
import { callApi } from '../fixtures/gateway';
import { logRow } from '../fixtures/log-table';
import { atEachWidth, expectAccessible, expectNothingBeside } from '../fixtures/looks';
import { signIn } from '../fixtures/sign-in';

type Line = { level: string; message: string; device?: string; component?: string };

const DEVICES = ['cmp-sw-1', 'cmp-sw-2', 'cmp-sw-3', 'cmp-sw-4', 'cmp-sw-5', 'cmp-sw-6'];
const BAD = ['cmp-sw-2', 'cmp-sw-5'];
const SLOW = 'cmp-sw-6';
const GOOD_LINES = [
  'connecting to 10.0.0.7:22',
  'session open after 31 ms',
  'received 7100 bytes',
  'configuration unchanged',
];

const lineOf = (device: string, message: string, level = 'INFO'): Line => ({
  device,
  message,
  level,
  component: 'gateway',
});
const goodCourse = (device: string): Line[] => GOOD_LINES.map((message) => lineOf(device, message));
const badCourse = (device: string): Line[] => [
  lineOf(device, 'connecting to 10.0.0.9:22'),
  lineOf(device, `${device} does not answer, try 2`, 'WARNING'),
  lineOf(device, `login to ${device} refused after 3 s`, 'ERROR'),
];

async function sendRun(job: string, number: number, badDevices: readonly string[]): Promise<string> {
  const runId = `${job}-${number}`;
  const startMs = Date.now() - (10 - number) * 3_600_000;
  const at = (ms: number) => new Date(startMs + ms).toISOString();
  await callApi('POST', '/api/v1/runs', {
    jobId: job,
    jobName: job,
    runId,
    startedAt: at(0),
    devices: DEVICES.map((device) => ({ device, site: 'cmp' })),
  });
  const isBad = (device: string) => badDevices.includes(device);
  const lines = DEVICES.flatMap((device) => (isBad(device) ? badCourse(device) : goodCourse(device)));
  await callApi(
    'POST',
    '/api/v1/logs',
    lines.map((line, index) => ({ job_id: job, run_id: runId, timestamp: at(index * 100), ...line })),
  );
  for (const device of DEVICES) {
    const fetchMs = device === SLOW && badDevices.length > 0 ? 40_000 : 2000;
    await callApi('PUT', `/api/v1/runs/${runId}/devices/${device}`, {
      status: isBad(device) ? 'failed' : 'unchanged',
      startedAt: at(0),
      finishedAt: at(1000 + fetchMs),
      phases: [
        { phase: 'connect', startedAt: at(0), finishedAt: at(1000) },
        ...(isBad(device) ? [] : [{ phase: 'fetch', startedAt: at(1000), finishedAt: at(1000 + fetchMs) }]),
      ],
    });
  }
  const status = badDevices.length > 0 ? 'failed' : 'succeeded';
  await callApi('PATCH', `/api/v1/runs/${runId}`, { status, finishedAt: at(60_000) });
  return runId;
}

/** Two good runs, then one in which two devices are refused and one is slow. */
async function sendPair(): Promise<{ job: string; oldest: string; good: string; bad: string }> {
  const job = `compare-${randomUUID().slice(0, 8)}`;
  const oldest = await sendRun(job, 1, []);
  return { job, oldest, good: await sendRun(job, 2, []), bad: await sendRun(job, 3, BAD) };
}

const part = (page: Page, name: string): Locator => page.getByRole('region', { name, exact: true });

test('a failed run beside its last good one: where it went wrong, who, and what was said', async ({ page }) => {
  const { job, oldest, good, bad } = await sendPair();
  await signIn(page, `/runs/${bad}`);
  await expect(page.getByRole('heading', { name: job })).toBeVisible();
  await page.keyboard.press('d');
  await expect(page).toHaveURL(new RegExp(`/runs/${bad}/compare$`));

  await expect(part(page, 'Before')).toContainText('#2');
  await expect(part(page, 'Before')).toContainText('the last run that succeeded');
  const divergence = part(page, 'First divergence');
  await expect(divergence).toContainText('2 devices turned bad');
  await expect(divergence.getByRole('listitem')).toHaveCount(1);
  const course = divergence.getByRole('table');
  await expect(course.getByRole('row', { name: /= both/ })).toContainText('connecting to 10.0.0.9:22');
  await expect(course.getByRole('row', { name: /before/ })).toContainText('session open after 31 ms');
  await expect(course.getByRole('row', { name: /\+ now/ })).toContainText('cmp-sw-2 does not answer');
  await expect(course.getByRole('row', { name: /! then/ })).toContainText('login to cmp-sw-2 refused');
  await expect(divergence).toContainText('Likewise');

  const devices = part(page, 'Devices');
  const deviceRows = devices.getByRole('row');
  await expect(deviceRows).toHaveCount(1 + BAD.length + 1);
  await expect(devices.getByRole('row', { name: /cmp-sw-2/ })).toContainText('unchanged→ to failed');
  await expect(devices.getByRole('row', { name: /cmp-sw-2/ })).toContainText('fetch not now');
  await expect(devices.getByRole('row', { name: /cmp-sw-6/ })).toContainText('+38s slower');
  await devices.getByRole('button', { name: 'All 6 devices' }).click();
  await expect(deviceRows).toHaveCount(1 + DEVICES.length);
  await expect(page).toHaveURL(/show=all/);

  const messages = part(page, 'Messages').getByRole('row');
  await expect(messages.nth(1)).toContainText('login to <device> refused after # s');
  await expect(messages.nth(1)).toContainText('0 → to 2');
  await expect(messages.nth(2)).toContainText('<device> does not answer, try #');
  await expect(part(page, 'Messages')).toContainText('2 new');
  await expect(part(page, 'Facts').getByRole('row', { name: /Devices failed/ })).toContainText('+2 more');

  await page.getByRole('textbox', { name: 'Search devices and messages' }).fill('cmp-sw-6');
  await expect(deviceRows).toHaveCount(2);
  await page.reload();
  await expect(deviceRows).toHaveCount(2);
  await page.getByRole('button', { name: 'Clear search devices and messages' }).click();

  await page.getByRole('button', { name: 'Compare with' }).click();
  await page.getByRole('menuitem', { name: /#1/ }).click();
  await expect(page).toHaveURL(new RegExp(`with=${oldest}`));
  await expect(part(page, 'Before')).toContainText('#1');
  await page.getByRole('button', { name: 'Compare with' }).click();
  await page.getByRole('menuitem', { name: 'Last good run' }).click();
  await expect(part(page, 'Before').getByRole('link')).toHaveAttribute('href', `/runs/${good}`);

  await course
    .getByRole('row', { name: /! then/ })
    .getByRole('link')
    .click();
  await expect(page).toHaveURL(new RegExp(`/runs/${bad}\\?`));
  const seq = Number(new URL(page.url()).searchParams.get('line'));
  expect(new URL(page.url()).searchParams.get('device')).toBe('cmp-sw-2');
  expect(seq).toBe(GOOD_LINES.length + 3);
  await expect(logRow(page, seq)).toContainText('login to cmp-sw-2 refused');
});

test('without an earlier good run it says what was looked for, and another can be chosen; Escape goes back', async ({
  page,
}) => {
  const job = `compare-${randomUUID().slice(0, 8)}`;
  const first = await sendRun(job, 1, BAD);
  const second = await sendRun(job, 2, BAD);
  await signIn(page, `/runs/${second}/compare`);
  await expect(page.getByText('No earlier good run of this job')).toBeVisible();
  await expect(page.getByText(/Of the 1 earlier run of this job none succeeded/)).toBeVisible();
  await page.getByRole('button', { name: 'Compare with' }).click();
  await page.getByRole('menuitem', { name: /#1/ }).click();
  await expect(part(page, 'First divergence')).toContainText('No device turned bad; 2 went wrong in both runs');
  await expect(part(page, 'Before').getByRole('link')).toHaveAttribute('href', `/runs/${first}`);
  await page.keyboard.press('Escape');
  await expect(page).toHaveURL(new RegExp(`/runs/${second}$`));
});

test('a missing run is reported', async ({ page }) => {
  const { bad } = await sendPair();
  await signIn(page, `/runs/${bad}/compare?with=nobody`);
  await expect(page.getByRole('alert').filter({ hasText: 'The runs could not be compared' })).toContainText(
    'There is no such run',
  );
  await page.goto('/runs/nobody/compare');
  await expect(page.getByText('There is no such run')).toBeVisible();
});

test('at each width, in both themes, axe finds nothing', async ({ page }) => {
  const { bad } = await sendPair();
  await atEachWidth(page, { widths: [1440, 390] }, async () => {
    await signIn(page, `/runs/${bad}/compare?show=all`);
    await expect(part(page, 'Messages').getByRole('row').nth(1)).toBeVisible();
    await expectAccessible(page);
    await expectNothingBeside(page);
  });
});
