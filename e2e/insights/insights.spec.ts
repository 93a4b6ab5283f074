import { randomUUID } from 'node:crypto';
import { expect, test, type Page } from '../fixtures/test';
import { callApi, gateway } from '../fixtures/gateway';
import { atEachWidth, expectAccessible, expectNothingBeside } from '../fixtures/looks';
import { signIn } from '../fixtures/sign-in';

const HOUR_MS = 3_600_000;
const DAY_MS = 24 * HOUR_MS;

/** Two jobs of this test's own, whose runs are found by their name: one fails now and then, the other is well. */
async function makeNights(): Promise<string> {
  const name = `Insight ${randomUUID().slice(0, 8)}`;
  const hour = Math.floor(Date.now() / HOUR_MS) * HOUR_MS;
  const nights = [
    { job: 'a', startedAtMs: hour - 3 * HOUR_MS, status: 'failed', errors: 3 },
    { job: 'a', startedAtMs: hour - 5 * HOUR_MS, status: 'succeeded', errors: 0 },
    { job: 'b', startedAtMs: hour - 5 * HOUR_MS, status: 'partial', errors: 1 },
    { job: 'a', startedAtMs: hour - 5 * HOUR_MS - 7 * DAY_MS, status: 'succeeded', errors: 1 },
    { job: 'b', startedAtMs: Date.now(), status: 'running', errors: 1 },
  ];
  for (const { job, startedAtMs, status, errors } of nights) await makeRun({ name, job, startedAtMs, status, errors });
  return name;
}

type Night = { name: string; job: string; startedAtMs: number; status: string; errors: number };

async function makeRun({ name, job, startedAtMs, status, errors }: Night): Promise<void> {
  const runId = randomUUID();
  const jobId = `${name} ${job}`;
  const startedAt = new Date(startedAtMs).toISOString();
  await gateway().openRun({
    ...{ jobId, runId, jobName: `${name} ${job}`, jobType: 'config_backup', trigger: 'schedule', gateway: 'gw-1' },
    ...{ attempt: 1, queuedAt: startedAt, startedAt, devices: [{ device: 'sw-1', site: 'fra', type: 'switch' }] },
  });
  const lines = Array.from({ length: 10 }, (_, n) => ({
    ...{ run_id: runId, job_id: jobId, timestamp: startedAt, component: 'gateway', device: 'sw-1' },
    ...{ level: n < errors ? 'ERROR' : 'INFO', message: 'm' },
  }));
  await callApi('POST', '/api/v1/logs', lines);
  const device = errors > 1 ? 'failed' : 'unchanged';
  await callApi('PUT', `/api/v1/runs/${runId}/devices/sw-1`, { status: device });
  if (status !== 'running') await callApi('PATCH', `/api/v1/runs/${runId}`, { status, finishedAt: startedAt });
}

/** In the order in which the page writes its address. */
const openInsights = (page: Page, name: string, rest = '') =>
  signIn(page, `/insights?q=${name.replace(' ', '+')}&range=24h${rest}`);
const card = (page: Page, title: string) => page.getByRole('region', { name: title, exact: true });
const chart = (page: Page, title: string) => card(page, title).getByRole('application');
const rows = (page: Page) => page.getByRole('table', { name: 'Runs' }).getByRole('row');

test('each chart says in words how it is and how it was, and keeps what is not over out of it', async ({ page }) => {
  const name = await makeNights();
  await openInsights(page, name);
  // 4 errors of 30 lines in hours that are over; the running hour has one more.
  await expect(card(page, 'Errors per 1,000 lines')).toContainText('133 errors per 1,000 lines, 100 before');
  await expect(card(page, 'Failed runs per 100')).toContainText('33.3 failed of 100 runs, 0 before');
  await expect(card(page, 'Failed runs per 100').getByRole('list', { name: 'Legend' })).toContainText('Partial33.3');
  await expect(card(page, 'Failed devices per 100')).toContainText('33.3 failed of 100 devices, 0 before');
  await expect(card(page, 'Errors per 1,000 lines')).toContainText('Lines count at the start of their run.');
  await expect(card(page, 'Errors per 1,000 lines')).toContainText('of 60 min; in no sum');
});

test('the keyboard walks the points over gaps, and Enter opens the runs behind one', async ({ page }) => {
  const name = await makeNights();
  await openInsights(page, name);
  const errors = chart(page, 'Errors per 1,000 lines');
  const said = card(page, 'Errors per 1,000 lines').getByRole('status');
  await errors.focus();
  await page.keyboard.press('ArrowLeft');
  await expect(said).toContainText(/so far: \d+ of 60 min/);
  await expect(said).toContainText('All: 100 per 1,000 lines · 1 of 10 lines · nothing before to compare with');
  await page.keyboard.press('ArrowLeft');
  await expect(said).toContainText('3 of 10 lines');
  await page.keyboard.press('ArrowLeft');
  await expect(said).toContainText('1 of 20 lines · 100 before');
  await page.keyboard.press('Home');
  await page.keyboard.press('ArrowRight');
  await expect(said).toContainText('3 of 10 lines');
  await page.keyboard.press('Enter');
  await expect(page).toHaveURL(/\/runs\?.*from=.*&to=/);
  await expect(rows(page)).toHaveCount(2);
  await expect(rows(page).nth(1)).toContainText('Failed');
});

test('a click on a point of a split chart opens the runs of its value', async ({ page }) => {
  const name = await makeNights();
  await openInsights(page, name);
  await page.getByRole('button', { name: 'Charts: Not split' }).click();
  await page.getByRole('menuitemradio', { name: 'By job' }).click();
  await expect(page).toHaveURL(/by=job/);
  const devices = chart(page, 'Failed devices per 100');
  const legend = card(page, 'Failed devices per 100').getByRole('list', { name: 'Legend' });
  await expect(legend).toContainText(`${name} a`);
  await expect(legend).toContainText(`${name} b`);
  await expect(devices.locator('svg').first()).toBeVisible();
  const box = await devices.boundingBox();
  // Three hours ago, of 24 buckets: high up is the job that failed.
  await devices.click({ position: { x: 48 + (((box?.width ?? 0) - 60) * 20.5) / 24, y: 20 } });
  await expect(page).toHaveURL((url) => url.pathname === '/runs' && url.searchParams.get('job') === `${name} a`);
  await expect(rows(page)).toHaveCount(2);
});

test('the table has the figures of the API, and filters stay when the split changes', async ({ page }) => {
  const name = await makeNights();
  await openInsights(page, name, '&by=level');
  await card(page, 'Errors per 1,000 lines')
    .getByRole('button', { name: /as a table/ })
    .click();
  const table = page.getByRole('table', { name: 'Errors per 1,000 lines' });
  const { series, previous } = await answerOf(page, name);
  const sum = (buckets: { time: string; lines: number }[], time: string) =>
    buckets.filter((bucket) => bucket.time === time).reduce((total, { lines }) => total + lines, 0);
  const errors = series.find(({ value }) => value === 'ERROR')?.buckets ?? [];
  expect(errors).toHaveLength(3);
  for (const { time, errors: count } of errors) {
    const lines = sum(
      series.flatMap(({ buckets }) => buckets),
      time,
    );
    await expect(table.getByRole('cell', { name: `(${count} of ${lines})` }).first()).toBeVisible();
  }
  const before = previous.series.flatMap(({ buckets }) => buckets).reduce((total, { lines }) => total + lines, 0);
  await expect(table.getByRole('cell', { name: `(1 of ${before})` }).last()).toBeVisible();
  await expect(table.getByRole('row')).toHaveCount(25);
  await expect(card(page, 'Failed runs per 100')).toContainText('Not split: a run has no level.');
  await page.getByRole('button', { name: /^Remove filter Text/ }).click();
  await expect(page).toHaveURL((url) => url.searchParams.get('by') === 'level' && !url.searchParams.has('q'));
});

type Answer = { series: { value: string; buckets: { time: string; lines: number; errors: number }[] }[] };

/** What the page's own session is answered for the same hours. */
async function answerOf(page: Page, name: string): Promise<Answer & { previous: Answer }> {
  const from = new Date(Math.floor(Date.now() / HOUR_MS) * HOUR_MS - 23 * HOUR_MS).toISOString();
  const query = new URLSearchParams({ q: name, by: 'level', from, bucketSeconds: '3600' });
  const response = await page.request.get(`/api/v1/insights/errors?${query}`);
  expect(response.status()).toBe(200);
  return (await response.json()) as Answer & { previous: Answer };
}

test('is accessible and fits at every width, drawn, as a table and with nothing to draw', async ({ page }) => {
  const name = await makeNights();
  await atEachWidth(page, { widths: [1440, 1024, 390] }, async () => {
    await openInsights(page, name, '&by=job');
    await expect(chart(page, 'Failed devices per 100').locator('svg').first()).toBeVisible();
    await expectNothingBeside(page);
    await expectAccessible(page);
    for (const button of await page.getByRole('button', { name: /as a table/ }).all()) await button.click();
    await expect(page.getByRole('table')).toHaveCount(3);
    await expectNothingBeside(page);
    await expectAccessible(page);
  });
  await signIn(page, `/insights?q=${randomUUID()}`);
  await expect(card(page, 'Errors per 1,000 lines')).toContainText('No lines in this span');
  await expectAccessible(page);
});

test('an answer that does not come is said, with a way to ask again', async ({ page }) => {
  const name = await makeNights();
  await openInsights(page, name);
  await page.route('**/api/v1/insights/runs*', (route) => route.fulfill({ status: 503, json: {} }));
  await page.getByRole('button', { name: 'Charts: Not split' }).click();
  await page.getByRole('menuitemradio', { name: 'By Gateway' }).click();
  const alert = page.getByRole('alert').filter({ hasText: 'The charts of runs cannot be shown' });
  await expect(alert).toBeVisible();
  await page.unroute('**/api/v1/insights/runs*');
  await alert.getByRole('button', { name: 'Try again' }).click();
  await expect(card(page, 'Failed runs per 100')).toContainText('33.3 failed of 100 runs');
});
