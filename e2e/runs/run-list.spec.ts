import { expect, test } from '../fixtures/test';
import { sendRun } from '../../simulator/send-run';
import { callApi, failedRun, gateway } from '../fixtures/gateway';
import { signIn } from '../fixtures/sign-in';

test('filters live in the address, are shown as pills and survive a reload', async ({ page }) => {
  const run = failedRun(8);
  await sendRun(gateway(), run);
  await signIn(page);
  await page.getByRole('checkbox', { name: 'Add Failed' }).click();
  await expect(page).toHaveURL(/status=failed/);
  await page.getByPlaceholder(/Job, #number/).fill(run.open.jobName ?? '');
  await expect(page.getByRole('row')).toHaveCount(2);
  await page.reload();
  await expect(page.getByRole('row')).toHaveCount(2);
  await expect(page.getByRole('row').last()).toContainText('Failed');
});

test('a search that fits nothing says so and offers to clear it', async ({ page }) => {
  await signIn(page, '/runs?q=there-is-no-such-run');
  await page.getByRole('button', { name: /clear/i }).first().click();
  await expect(page).not.toHaveURL(/q=/);
});

test('a running row changes where it is', async ({ page }) => {
  const run = failedRun(5);
  await gateway().openRun(run.open);
  await signIn(page, `/runs?q=${encodeURIComponent(run.open.jobName ?? '')}`);
  const row = page.getByRole('row').last();
  await expect(row).toContainText('Running');
  await callApi('PATCH', `/api/v1/runs/${run.open.runId}`, { status: 'succeeded' });
  await expect(row).toContainText('Succeeded');
});

test('new runs wait above the list until they are asked for', async ({ page }) => {
  const run = failedRun(5);
  const another = { jobId: run.open.jobId, jobName: run.open.jobName };
  await gateway().openRun(run.open);
  await signIn(page, `/runs?q=${encodeURIComponent(run.open.jobName ?? '')}`);
  await expect(page.getByRole('row')).toHaveCount(2);
  for (let n = 0; n < 3; n += 1) await callApi('POST', '/api/v1/runs', another);
  const button = page.getByRole('button', { name: '3 new runs' });
  await expect(button).toBeVisible();
  await expect(page.getByRole('row')).toHaveCount(2);
  await button.click();
  await expect(page.getByRole('row')).toHaveCount(5);
});
