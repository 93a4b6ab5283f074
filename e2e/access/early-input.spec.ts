import { expect, test, type Page } from '../fixtures/test';
import { ADMIN_EMAIL, ADMIN_PASSWORD } from '../../lib/testing/real-server/credentials';
import { sendRun } from '../../simulator/send-run';
import { failedRun, gateway } from '../fixtures/gateway';
import { holdScripts } from '../fixtures/hold-requests';
import { logGrid } from '../fixtures/log-table';
import { addSession } from '../fixtures/sign-in';

/** Opens a page whose scripts have not come: it is there to be seen, and nothing of it listens yet. */
async function openDeaf(page: Page, path: string): Promise<{ release: () => void }> {
  const held = await holdScripts(page);
  await page.goto(path, { waitUntil: 'commit' });
  return held;
}

async function sendFailedRun() {
  const run = failedRun(12, Date.now() - 600_000);
  await sendRun(gateway(), run);
  return { runId: run.open.runId, jobId: run.open.jobId ?? '', jobName: run.open.jobName ?? '' };
}

test.describe('the list', () => {
  test('a shortcut and the text after it', async ({ page }) => {
    const { jobName } = await sendFailedRun();
    await addSession(page);
    const { release } = await openDeaf(page, '/runs');
    await expect(page.getByRole('heading', { name: 'Runs' })).toBeVisible();
    await expect(page.getByPlaceholder(/Job, #number/)).toBeVisible();
    await page.keyboard.press('/');
    await page.keyboard.type(jobName);
    release();
    await expect(page.getByPlaceholder(/Job, #number/)).toHaveValue(jobName);
    await expect(page).toHaveURL(/q=/);
    await expect(page.getByRole('row')).toHaveCount(2);
  });

  test('a row by j, opened by Enter', async ({ page }) => {
    const { runId, jobId } = await sendFailedRun();
    await addSession(page);
    const { release } = await openDeaf(page, `/runs?job=${jobId}`);
    await expect(page.getByRole('row')).toHaveCount(2);
    await page.keyboard.press('j');
    await page.keyboard.press('Enter');
    release();
    await expect(page).toHaveURL(new RegExp(`/runs/${runId}`));
  });

  test('text that was typed into the search', async ({ page }) => {
    const { jobName } = await sendFailedRun();
    await addSession(page);
    const { release } = await openDeaf(page, '/runs');
    await page.getByPlaceholder(/Job, #number/).fill(jobName);
    release();
    await expect(page).toHaveURL(/q=/);
    await expect(page.getByRole('row')).toHaveCount(2);
    await expect(page.getByPlaceholder(/Job, #number/)).toHaveValue(jobName);
  });

  test('a box, ticked once', async ({ page }) => {
    const { jobId } = await sendFailedRun();
    await addSession(page);
    const { release } = await openDeaf(page, `/runs?job=${jobId}`);
    await page.getByRole('checkbox', { name: 'Add Failed' }).click();
    release();
    await expect(page).toHaveURL(/status=failed/);
    await expect(page.getByRole('checkbox', { name: 'Failed' })).toBeChecked();
  });

  test('a button of the head', async ({ page }) => {
    await addSession(page);
    const { release } = await openDeaf(page, '/runs');
    await page.getByRole('button', { name: 'Keyboard shortcuts' }).click();
    release();
    await expect(page.getByRole('dialog')).toBeVisible();
  });

  test('a link works by itself', async ({ page }) => {
    const { runId, jobId, jobName } = await sendFailedRun();
    await addSession(page);
    const { release } = await openDeaf(page, `/runs?job=${jobId}`);
    await page.getByRole('link', { name: new RegExp(jobName) }).click();
    await expect(page).toHaveURL(new RegExp(`/runs/${runId}`));
    release();
    await expect(page.getByText('COMPLETE', { exact: true })).toBeVisible();
  });
});

test.describe('a run', () => {
  for (const [key, address] of [
    ['e', /around=3/],
    ['p', /patterns=1/],
    ['r', /fold=1/],
    ['4', /level=/],
    ['d', /\/compare$/],
  ] as const) {
    test(`the key ${key}`, async ({ page }) => {
      const { runId } = await sendFailedRun();
      await addSession(page);
      const { release } = await openDeaf(page, `/runs/${runId}`);
      await expect(logGrid(page)).toBeVisible();
      await page.keyboard.press(key);
      release();
      await expect(page).toHaveURL(address);
    });
  }

  test('the first error by g, the one after it by f', async ({ page }) => {
    const { runId } = await sendFailedRun();
    await addSession(page);
    const { release } = await openDeaf(page, `/runs/${runId}`);
    await expect(logGrid(page)).toBeVisible();
    await page.keyboard.press('g');
    release();
    await expect(page.locator('[role="row"]:focus')).toContainText('ERROR');
  });

  test('help by its key, closed by Escape', async ({ page }) => {
    const { runId } = await sendFailedRun();
    await addSession(page);
    const { release } = await openDeaf(page, `/runs/${runId}`);
    await expect(logGrid(page)).toBeVisible();
    await page.keyboard.press('?');
    release();
    await expect(page.getByRole('dialog')).toContainText('Next error');
  });

  test('buttons are pressed in their order, each once', async ({ page }) => {
    const { runId } = await sendFailedRun();
    await addSession(page);
    const { release } = await openDeaf(page, `/runs/${runId}`);
    const levels = page.getByRole('group', { name: 'Levels' });
    await levels.getByRole('button', { name: /^INFO/ }).click();
    await levels.getByRole('button', { name: /^DEBUG/ }).click();
    await levels.getByRole('button', { name: /^INFO/ }).click();
    release();
    await expect(levels.getByRole('button', { name: /^DEBUG/ })).toHaveAttribute('aria-pressed', 'false');
    await expect(levels.getByRole('button', { name: /^INFO/ })).toHaveAttribute('aria-pressed', 'true');
  });

  test('the menu of downloads', async ({ page }) => {
    const { runId } = await sendFailedRun();
    await addSession(page);
    const { release } = await openDeaf(page, `/runs/${runId}`);
    await page.getByRole('button', { name: 'Download' }).click();
    release();
    await expect(page.getByRole('menu')).toBeVisible();
  });
});

for (const send of ['the button', 'Enter'] as const) {
  test(`sign-in by ${send}: the password stays out of the address`, async ({ page }) => {
    const addresses: string[] = [];
    page.on('request', (request) => addresses.push(request.url() + (request.headers().referer ?? '')));
    const { release } = await openDeaf(page, '/login?next=/runs');
    await page.getByLabel('E-mail').fill(ADMIN_EMAIL);
    await page.getByLabel('Password', { exact: true }).fill(ADMIN_PASSWORD);
    if (send === 'Enter') await page.keyboard.press('Enter');
    else await page.getByRole('button', { name: 'Sign in' }).click();
    release();
    await expect(page).toHaveURL('/runs');
    expect(addresses.filter((address) => address.includes(encodeURIComponent(ADMIN_PASSWORD)))).toEqual([]);
  });
}

test('a page that does not come to life says that it keeps what is pressed, and what to do', async ({ page }) => {
  await addSession(page);
  const { release } = await openDeaf(page, '/runs');
  await page.getByRole('button', { name: 'Theme' }).click();
  const notice = page.getByText('This page is still loading');
  await expect(notice).toBeVisible();
  release();
  await expect(page.getByRole('menu')).toBeVisible();
  await expect(notice).toBeHidden();
});

test('a page whose scripts fail says so', async ({ page }) => {
  await addSession(page);
  await page.route('**/_next/static/**/*.js', (route) => route.abort());
  await page.goto('/runs', { waitUntil: 'commit' });
  const notice = page.getByText('This page did not load completely');
  await expect(notice).toBeVisible();
  await page.unrouteAll();
  await page.getByRole('link', { name: 'Load it again' }).click();
  // What is pressed in a document that is on its way out goes with it, and nothing keeps what comes before the next one has its head.
  await expect(notice).toBeHidden();
  await expect(page.getByRole('heading', { name: 'Runs' })).toBeVisible();
  await page.keyboard.press('?');
  await expect(page.getByRole('dialog')).toBeVisible();
});
