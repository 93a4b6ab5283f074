import { randomUUID } from 'node:crypto';
import { expect, test, type Locator, type Page } from '../fixtures/test';
import { callApi } from '../fixtures/gateway';
import { atEachWidth, expectAccessible, expectNothingBeside } from '../fixtures/looks';
import { signIn } from '../fixtures/sign-in';

const MINUTE_MS = 60_000;

type Night = { status: string; failed?: Record<string, string> };

/** A job that ran once an hour, its last run `agoMinutes` ago. */
async function sendJob(name: string, nights: readonly Night[], agoMinutes = 5): Promise<string> {
  const jobId = `${name}-${randomUUID()}`;
  for (const [index, { status, failed = {} }] of nights.entries()) {
    const startedMs = Date.now() - (agoMinutes + 60 * (nights.length - 1 - index)) * MINUTE_MS;
    const runId = `${jobId}-${index + 1}`;
    const [startedAt, finishedAt] = [startedMs, startedMs + 90_000].map((ms) => new Date(ms).toISOString());
    await callApi('POST', '/api/v1/runs', {
      jobId,
      runId,
      jobName: jobId,
      jobType: name,
      trigger: 'schedule',
      startedAt,
    });
    for (const [device, cause] of Object.entries(failed)) {
      await callApi('PUT', `/api/v1/runs/${runId}/devices/${device}`, { status: 'failed', cause });
    }
    await callApi('PATCH', `/api/v1/runs/${runId}`, { status, finishedAt });
  }
  return jobId;
}

const GOOD: Night = { status: 'succeeded' };
const row = (page: Page, jobId: string): Locator => page.getByRole('row').filter({ hasText: jobId });

test('what fails comes first, then what is late, each with its reason, one step from its run', async ({ page }) => {
  const type = `urgent-${Date.now()}`;
  const good = await sendJob(type, Array<Night>(12).fill(GOOD));
  const late = await sendJob(type, Array<Night>(12).fill(GOOD), 200);
  const cause = { a: 'no route to host 192.0.2.1', b: 'no route to host 192.0.2.2', c: 'login refused' };
  const bad = await sendJob(type, [
    ...Array<Night>(9).fill(GOOD),
    ...Array<Night>(3).fill({ status: 'failed', failed: cause }),
  ]);
  await signIn(page, `/jobs?type=${type}`);
  await expect(page.getByRole('rowheader')).toHaveText([bad, late, good].map((jobId) => new RegExp(jobId)));
  await expect(row(page, bad)).toContainText('3rd failure in a row');
  await expect(row(page, bad)).toContainText('75 %');
  await expect(row(page, bad)).toContainText('no route to host');
  await expect(row(page, late)).toContainText(/Late, due .* ago/);
  await expect(row(page, good)).toContainText(/every hour|every 60 min/i);
  await row(page, bad)
    .getByRole('link', { name: /no route to host/ })
    .click();
  await expect(page).toHaveURL(new RegExp(`/runs/${bad}-12`));
});

test('by keyboard: a job’s row, its runs, and along the bars to one of them', async ({ page }) => {
  const type = `keys-${Date.now()}`;
  const jobId = await sendJob(type, [GOOD, { status: 'partial' }, GOOD]);
  await signIn(page, `/jobs?type=${type}`);
  await expect(row(page, jobId)).toBeVisible();
  await page.keyboard.press('j');
  await page.keyboard.press('Enter');
  await expect(page).toHaveURL(new RegExp(`/runs\\?job=${jobId}`));
  await page.goBack();
  await row(page, jobId)
    .getByRole('link', { name: /#3 succeeded/ })
    .focus();
  await page.keyboard.press('ArrowLeft');
  await expect(page.locator(':focus')).toHaveAccessibleName('#2 partial, 1m 30s');
  await page.keyboard.press('Enter');
  await expect(page).toHaveURL(new RegExp(`/runs/${jobId}-2`));
});

test('filters are those of the run list, kept in the address, for the last run', async ({ page }) => {
  const type = `filter-${Date.now()}`;
  await sendJob(type, [GOOD, { status: 'failed' }]);
  await sendJob(type, [{ status: 'failed' }, GOOD]);
  await signIn(page, `/jobs?type=${type}`);
  await expect(page.getByRole('rowheader')).toHaveCount(2);
  await page.getByRole('button', { name: 'Last run' }).click();
  await page.getByRole('checkbox', { name: 'Failed' }).click();
  await expect(page).toHaveURL(/status=failed/);
  await expect(page.getByRole('rowheader')).toHaveCount(1);
  await page.keyboard.press('Escape');
  await page.getByRole('button', { name: /^Remove filter Status/ }).click();
  await expect(page.getByRole('rowheader')).toHaveCount(2);
  await page.keyboard.press('/');
  await page.keyboard.type('no such job');
  await expect(page.getByText('No job’s last run fits the filters')).toBeVisible();
});

test('jobs at each width, in both themes: axe finds nothing', async ({ page }) => {
  const type = `look-${Date.now()}`;
  await sendJob(type, [...Array<Night>(6).fill(GOOD), { status: 'failed', failed: { a: 'no route to host' } }]);
  await sendJob(type, Array<Night>(8).fill(GOOD), 200);
  await atEachWidth(page, { widths: [1440, 390] }, async () => {
    await signIn(page, `/jobs?type=${type}`);
    await expect(page.getByRole('rowheader')).toHaveCount(2);
    await expectAccessible(page);
    await expectNothingBeside(page);
  });
});
