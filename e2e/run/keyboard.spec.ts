import { expect, test } from '../fixtures/test';
import { ADMIN_EMAIL, ADMIN_PASSWORD } from '../../lib/testing/real-server/credentials';
import { sendRun } from '../../simulator/send-run';
import { failedRun, gateway } from '../fixtures/gateway';
import { signIn } from '../fixtures/sign-in';

test.use({ permissions: ['clipboard-read', 'clipboard-write'] });

test('from the list to a ticket on the clipboard by keyboard alone', async ({ page }) => {
  const run = failedRun(20, Date.now() - 60_000);
  await sendRun(gateway(), run);
  await signIn(page, `/runs?job=${run.open.jobId}`);
  await expect(page.getByRole('row')).toHaveCount(2);
  const row = page.locator('[role="row"]:focus, tr:focus, a:focus');
  await page.keyboard.press('j');
  await expect(row).toContainText(run.open.jobName ?? '');
  await page.keyboard.press('Enter');
  await expect(page).toHaveURL(new RegExp(`/runs/${run.open.runId}`));

  const active = page.locator('[role="row"]:focus');
  await expect(page.locator('[role="row"][data-seq]').filter({ hasText: 'ERROR' }).first()).toBeVisible();
  await page.keyboard.press('g');
  await expect(active).toContainText('ERROR');
  const first = Number(await active.getAttribute('data-seq'));
  await page.keyboard.press('J');
  await expect(page).toHaveURL(new RegExp(`lines=${first}-${first + 1}`));
  await page.keyboard.press('t');
  await expect(page.getByText(/ticket copied/i).first()).toBeVisible();
  const ticket = await page.evaluate(() => navigator.clipboard.readText());
  expect(ticket).toContain(run.open.jobName ?? '');
  expect(ticket).toContain(`/runs/${run.open.runId}`);
  expect(ticket).toContain('TACACS');
});

test('from sign-in to the failed device’s error by keyboard alone', async ({ page }) => {
  const run = failedRun(20, Date.now() - 60_000);
  await sendRun(gateway(), run);
  await page.goto('/runs');
  await page.getByLabel('E-mail').focus();
  await page.keyboard.type(ADMIN_EMAIL);
  await page.keyboard.press('Tab');
  await page.keyboard.type(ADMIN_PASSWORD);
  await page.keyboard.press('Enter');
  await expect(page).toHaveURL(/\/runs/);

  await expect(page.getByRole('heading', { name: 'Runs' })).toBeVisible();
  const search = page.getByPlaceholder(/Job, #number/);
  await page.keyboard.press('/');
  await expect(search).toBeFocused();
  await page.keyboard.type(run.open.jobName ?? '');
  await expect(page).toHaveURL(/q=/);
  await expect(page.getByRole('row')).toHaveCount(2);
  await page.keyboard.press('Enter');
  await page.keyboard.press('j');
  await page.keyboard.press('Enter');
  await expect(page).toHaveURL(new RegExp(`/runs/${run.open.runId}`));

  const active = page.locator('[role="row"]:focus');
  await page.keyboard.press('g');
  await expect(active).toContainText('ERROR');
  const first = await active.getAttribute('data-seq');
  await page.keyboard.press('f');
  await expect(active).not.toHaveAttribute('data-seq', first ?? '');
  await expect(active).toContainText('ERROR');
  await page.keyboard.press('k');
  await page.keyboard.press('Enter');
  await expect(page).toHaveURL(/line=\d+/);
  await page.keyboard.press('Escape');
  await page.keyboard.press('?');
  await expect(page.getByRole('dialog')).toContainText('Next error');
  await page.keyboard.press('Escape');
  // A key that comes before the dialog is gone is the dialog's.
  await expect(page.getByRole('dialog')).toBeHidden();
  await page.keyboard.press('/');
  await expect(page.getByRole('textbox', { name: 'Search the log' })).toBeFocused();
  await page.keyboard.type('"timed out"');
  await expect(page.getByText(/^[\d,]+ of [\d,]+ lines$/)).toBeVisible();
  await expect(page).toHaveURL(/q=/);
});
