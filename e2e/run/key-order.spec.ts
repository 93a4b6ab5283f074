import { expect, test, type Locator, type Page } from '../fixtures/test';
import { callApi } from '../fixtures/gateway';
import { holdRequests } from '../fixtures/hold-requests';
import { logRow } from '../fixtures/log-table';
import { signIn } from '../fixtures/sign-in';

const ERRORS = [100, 200, 300, 400];

/** A failed run of 1,000 lines with errors at `ERRORS`; its page opens at the first. */
async function openFailedRun(page: Page, query = ''): Promise<void> {
  const runId = `order-${Date.now()}`;
  await callApi('POST', '/api/v1/runs', { jobId: runId, runId });
  const lines = Array.from({ length: 1000 }, (_, at) => ({
    run_id: runId,
    level: ERRORS.includes(at + 1) ? 'ERROR' : 'INFO',
    component: 'gateway',
    message: `line number ${at + 1}`,
  }));
  await callApi('POST', '/api/v1/logs', lines);
  await callApi('PATCH', `/api/v1/runs/${runId}`, { status: 'failed' });
  await signIn(page, `/runs/${runId}${query}`);
  await expect(cursor(page)).toHaveAttribute('data-seq', '100');
}

const cursor = (page: Page): Locator => page.locator('[role="row"]:focus');
const notice = (page: Page): Locator => page.getByRole('status', { name: 'About the log' });
const pressAll = async (page: Page, keys: readonly string[]): Promise<void> => {
  for (const key of keys) await page.keyboard.press(key);
};

/** What `g` asks the server. */
const isFirstError = ({ pathname, searchParams }: URL): boolean =>
  pathname.endsWith('/lines') && searchParams.get('from') === '1' && searchParams.get('level') === 'ERROR,CRITICAL';

test.use({ permissions: ['clipboard-read', 'clipboard-write'] });

test('keys are carried out in their order, though the first one is answered after the last was pressed', async ({
  page,
}) => {
  await openFailedRun(page);
  const held = await holdRequests(page, isFirstError);
  await pressAll(page, ['g', 'f', 'f', 'J', 't']);
  await expect(notice(page)).toHaveText('Looking it up …');
  await expect(cursor(page)).toHaveAttribute('data-seq', '100');
  held.release();
  await expect(notice(page)).toHaveText('Ticket copied');
  await expect(cursor(page)).toHaveAttribute('data-seq', '301');
  await expect(page).toHaveURL(/\?lines=300-301$/);
  expect(await page.evaluate(() => navigator.clipboard.readText())).toContain('line number 301');
});

for (const { keys, seq } of [
  { keys: ['g', 'f'], seq: 200 },
  { keys: ['g', 'f', 'f', 'F', 'j', 'j', 'k'], seq: 201 },
  { keys: ['g', 'End', 'k', 'F'], seq: 400 },
  { keys: ['g', 'ArrowDown', 'PageDown', 'Home', 'ArrowDown', 'ArrowDown'], seq: 3 },
]) {
  test(`${keys.join(' ')} leads to line ${seq}`, async ({ page }) => {
    await openFailedRun(page);
    const held = await holdRequests(page, isFirstError);
    await pressAll(page, keys);
    await expect(notice(page)).toHaveText('Looking it up …');
    held.release();
    await expect(cursor(page)).toHaveAttribute('data-seq', String(seq));
    await expect(notice(page)).toBeEmpty();
  });
}

test('Enter behind a jump opens the line that the jump led to', async ({ page }) => {
  await openFailedRun(page);
  await page.keyboard.press('Home');
  const held = await holdRequests(page, isFirstError);
  await pressAll(page, ['g', 'f', 'Enter', 'j']);
  held.release();
  await expect(page).toHaveURL(/\?line=201$/);
  await expect(page.getByRole('region', { name: 'Line 201' })).toBeVisible();
  await expect(cursor(page)).toHaveAttribute('data-seq', '201');
});

test('a jump whose answer fails is told, and the keys behind it are carried out', async ({ page }) => {
  await openFailedRun(page);
  let fail: () => void = () => {};
  const failed = new Promise<void>((resolve) => (fail = resolve));
  await page.route(isFirstError, async (route) => {
    await failed;
    await route.abort();
  });
  await pressAll(page, ['g', 'J']);
  await expect(page).not.toHaveURL(/lines=/);
  fail();
  await expect(notice(page)).toHaveText('The server cannot be reached.');
  await expect(page).toHaveURL(/\?lines=100-101$/);
});

test('a click on a line is carried out at once, and what waits before it never', async ({ page }) => {
  await openFailedRun(page);
  const held = await holdRequests(page, isFirstError);
  await pressAll(page, ['g', 'f', 'J']);
  await logRow(page, 103).getByRole('gridcell').last().click();
  await expect(page).toHaveURL(/\?line=103$/);
  await page.keyboard.press('j');
  await expect(cursor(page)).toHaveAttribute('data-seq', '104');
  const answered = page.waitForResponse((response) => isFirstError(new URL(response.url())));
  held.release();
  await answered;
  await page.keyboard.press('f');
  await expect(cursor(page)).toHaveAttribute('data-seq', '200');
  await expect(page).toHaveURL(/\?line=200$/);
});

test('matches are found in the order of the keys, buttons included', async ({ page }) => {
  await openFailedRun(page, '?q=%2F00%24%2F&find=1');
  await expect(page.getByRole('status', { name: 'Match' })).toHaveText('10 matches');
  const held = await holdRequests(page, isFirstError);
  await pressAll(page, ['g', 'n', 'n', 'N', 'n']);
  await page.getByRole('button', { name: 'Next match' }).click();
  held.release();
  await expect(page.getByRole('status', { name: 'Match' })).toHaveText('match 4 of 10');
  await expect(logRow(page, 400)).toBeInViewport();
});
