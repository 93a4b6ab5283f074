import { randomUUID } from 'node:crypto';
import { expect, test, type Page } from '../fixtures/test';
import { callApi, gateway } from '../fixtures/gateway';
import { atEachWidth, expectAccessible, expectNothingBeside } from '../fixtures/looks';
import { signIn } from '../fixtures/sign-in';

type Made = { minutesAgo: number; seconds: number; status: string; site?: string; trigger?: string };

/** Runs of a job of this test's own, oldest first; answers its name and the runs' ids. */
async function makeJob(runs: Made[]): Promise<{ name: string; runIds: string[] }> {
  const jobId = randomUUID();
  const name = `List ${jobId.slice(0, 8)}`;
  const runIds: string[] = [];
  for (const { minutesAgo, seconds, status, site = 'fra', trigger = 'schedule' } of runs) {
    const runId = randomUUID();
    const startedAtMs = Date.now() - minutesAgo * 60_000;
    await gateway().openRun({
      jobId,
      runId,
      jobName: name,
      jobType: 'config_backup',
      trigger,
      gateway: 'gw-list',
      attempt: 1,
      queuedAt: new Date(startedAtMs).toISOString(),
      startedAt: new Date(startedAtMs).toISOString(),
      devices: [{ device: 'sw-1', site, type: 'switch' }],
    });
    await callApi('PATCH', `/api/v1/runs/${runId}`, {
      status,
      finishedAt: new Date(startedAtMs + seconds * 1000).toISOString(),
    });
    runIds.push(runId);
  }
  return { name, runIds };
}

const FIVE: Made[] = [
  { minutesAgo: 50, seconds: 60, status: 'succeeded' },
  { minutesAgo: 40, seconds: 60, status: 'succeeded', site: 'ber' },
  { minutesAgo: 30, seconds: 70, status: 'failed', trigger: 'manual' },
  { minutesAgo: 20, seconds: 60, status: 'succeeded', site: 'ber' },
  { minutesAgo: 10, seconds: 400, status: 'partial', trigger: 'manual' },
];

const facet = (page: Page, name: string) => page.getByRole('region', { name, exact: true });
const rows = (page: Page) => page.getByRole('table', { name: 'Runs' }).getByRole('row');

test('a row shows what is usual for the job, its last runs and the warnings of a success', async ({ page }) => {
  const { name, runIds } = await makeJob(FIVE);
  const line = { run_id: runIds[3], level: 'WARNING', message: 'slow answer', component: 'gateway', device: 'sw-1' };
  await callApi('POST', '/api/v1/logs', line);
  await signIn(page, `/runs?q=${encodeURIComponent(name)}`);
  const longRow = rows(page).nth(1);
  await expect(longRow).toContainText('6m 40s, longer than usual (1m 00s to 4m 28s)');
  await expect(longRow).toContainText('Last 5 runs: 3 succeeded, 1 partial, 1 failed');
  await expect(rows(page).nth(2)).toContainText('Succeeded');
  await expect(rows(page).nth(2)).toContainText('1 warning');
  await expect(rows(page).nth(2)).not.toContainText('longer than usual');
  const bars = longRow.getByRole('list', { name: 'Last runs of the job' }).getByRole('link');
  await expect(bars).toHaveCount(5);
  await expect(bars.last()).toHaveAttribute('aria-current', 'true');
  await bars.last().focus();
  await page.keyboard.press('ArrowLeft');
  await page.keyboard.press('ArrowLeft');
  await expect(bars.nth(2)).toBeFocused();
  await expect(bars.nth(2)).toHaveAccessibleName('#3 failed, 1m 10s');
  await page.keyboard.press('Enter');
  await expect(page).toHaveURL(`/runs/${runIds[2]}`);
});

test('facets count, add by box, mean only this by text, and keep what is ticked', async ({ page }) => {
  const { name, runIds } = await makeJob(FIVE);
  await signIn(page, `/runs?q=${encodeURIComponent(name)}`);
  await expect(facet(page, 'Status').getByRole('button')).toHaveText([/Succeeded.*3/, /Partial.*1/, /Failed.*1/]);
  await expect(facet(page, 'Gateway')).toContainText('gw-list');
  await facet(page, 'Site')
    .getByRole('button', { name: /Only ber/ })
    .click();
  await expect(page).toHaveURL(/site=ber/);
  await expect(rows(page)).toHaveCount(3);
  // The other facets are counted over what is left, the own one as if it were not ticked.
  await expect(facet(page, 'Status').getByRole('listitem')).toHaveCount(1);
  await facet(page, 'Site').getByRole('checkbox', { name: 'Add fra' }).click();
  await expect(page).toHaveURL(/site=ber,fra/);
  await expect(rows(page)).toHaveCount(6);
  await facet(page, 'Status')
    .getByRole('button', { name: /Only Failed/ })
    .click();
  await expect(rows(page)).toHaveCount(2);
  // Live: the only failed run changes, its ticked value stays with none.
  await callApi('PATCH', `/api/v1/runs/${runIds[2]}`, { status: 'cancelled' });
  await expect(facet(page, 'Status').getByRole('button', { name: 'Only Failed, 0 runs' })).toBeVisible();
  await expect(facet(page, 'Status').getByRole('button', { name: 'Only Cancelled, 1 run' })).toBeVisible();
  await facet(page, 'Status')
    .getByRole('button', { name: /Only Failed/ })
    .click();
  await expect(page).not.toHaveURL(/status=/);
  await expect(rows(page)).toHaveCount(6);
});

test('views are saved, opened, renamed and deleted; no two have one name', async ({ page }) => {
  const { name } = await makeJob(FIVE);
  const first = `V ${randomUUID().slice(0, 8)}`;
  const second = `W ${randomUUID().slice(0, 8)}`;
  const views = page.getByRole('navigation', { name: 'Views' });
  await signIn(page, `/runs?status=failed&q=${encodeURIComponent(name)}`);
  await expect(views.locator('[aria-current]')).toHaveCount(0);
  await page.getByRole('button', { name: 'Save view' }).click();
  await page.getByLabel('Name of the view').fill('failed');
  await page.keyboard.press('Enter');
  await expect(page.getByText('There is a view named failed.')).toBeVisible();
  await page.getByLabel('Name of the view').fill(first);
  await page.keyboard.press('Enter');
  await expect(views.locator('[aria-current]')).toHaveText(first);

  await views.getByRole('link', { name: 'Failed' }).click();
  await expect(page).toHaveURL('/runs?status=partial,failed');
  await expect(views.locator('[aria-current]')).toHaveText('Failed');
  await views.getByRole('link', { name: first }).click();
  await expect(rows(page)).toHaveCount(2);

  await page.getByRole('button', { name: `Rename or delete the view ${first}` }).click();
  await page.getByLabel('Name of the view').fill(second);
  await page.getByRole('button', { name: 'Rename', exact: true }).click();
  await expect(views.getByRole('link', { name: second })).toBeVisible();
  await page.reload();
  await page.getByRole('button', { name: `Rename or delete the view ${second}` }).click();
  await page.getByRole('button', { name: 'Delete the view', exact: true }).click();
  await expect(views.getByRole('link', { name: second })).toHaveCount(0);
  await expect(page.getByRole('button', { name: 'Save view' })).toBeVisible();
});

test('views and facets are reached by Tab alone', async ({ page }) => {
  const { name } = await makeJob(FIVE);
  await signIn(page, `/runs?q=${encodeURIComponent(name)}`);
  await expect(rows(page)).toHaveCount(6);
  await page.getByRole('navigation', { name: 'Views' }).getByRole('link', { name: 'All' }).focus();
  const names: string[] = [];
  for (let step = 0; step < 40; step += 1) {
    await page.keyboard.press('Tab');
    names.push(
      await page.evaluate(
        () => document.activeElement?.getAttribute('aria-label') ?? document.activeElement?.textContent ?? '',
      ),
    );
  }
  for (const wanted of ['Failed', 'Running', 'Save view', 'Add Failed']) expect(names).toContain(wanted);
  expect(names.some((text) => text.startsWith('Only Succeeded'))).toBe(true);
});

test('another site cannot make a view with a person’s session', async ({ page }) => {
  const { name } = await makeJob(FIVE.slice(0, 1));
  await signIn(page, `/runs?q=${encodeURIComponent(name)}`);
  await page.getByRole('button', { name: 'Save view' }).click();
  await page.getByLabel('Name of the view').fill('From the page');
  const sent = page.waitForRequest((request) => request.method() === 'POST' && request.url().includes('/runs'));
  await page.keyboard.press('Enter');
  const request = await sent;
  const { 'content-length': _, ...headers } = await request.allHeaders();
  const answer = await page.request.post(request.url(), {
    headers: { ...headers, 'sec-fetch-site': 'cross-site' },
    data: request.postData()?.replace('From the page', 'From elsewhere'),
  });
  expect(await answer.text()).toContain('only from the console itself');
  await page.reload();
  const views = page.getByRole('navigation', { name: 'Views' });
  await expect(views.getByRole('link', { name: 'From the page' })).toBeVisible();
  await expect(views.getByRole('link', { name: 'From elsewhere' })).toHaveCount(0);
});

test('at each width, in both themes, filters open, axe finds nothing', async ({ page }) => {
  const { name } = await makeJob(FIVE);
  await atEachWidth(page, { widths: [1440, 1024, 390] }, async (width) => {
    await page.emulateMedia({ reducedMotion: 'reduce' });
    await signIn(page, `/runs?site=ber,fra,nowhere&q=${encodeURIComponent(name)}`);
    await expect(rows(page)).toHaveCount(6);
    if (width !== 1024) await expectAccessible(page);
    await expectNothingBeside(page);
    if (width >= 1280) return;
    await page.getByRole('button', { name: /^Filters/ }).click();
    const sheet = page.getByRole('dialog', { name: 'Filters' });
    await expect(sheet.getByRole('button', { name: 'Only nowhere, 0 runs' })).toBeVisible();
    await expectAccessible(page, '[role="dialog"]');
    await sheet.getByRole('button', { name: /Only Failed/ }).click();
    await page.keyboard.press('Escape');
    await expect(rows(page)).toHaveCount(2);
  });
});
