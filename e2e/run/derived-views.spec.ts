import { expect, test, type Page } from '../fixtures/test';
import { callApi, sendLines } from '../fixtures/gateway';
import { logGrid, logRow } from '../fixtures/log-table';
import { expectAccessible, LOG } from '../fixtures/looks';
import { signIn } from '../fixtures/sign-in';

const nameOf = (what: string): string => `${what}-${Date.now()}`;

const shownSeqs = (page: Page) =>
  page
    .locator('[role="row"][data-seq]')
    .evaluateAll((rows) => rows.map((row) => Number(row.getAttribute('data-seq'))).sort((one, other) => one - other));

/** Three devices in turns: line n is of device n mod 3. Errors of device 0 at 30 and of device 1 at 91. */
const interleaved = Array.from({ length: 120 }, (_, at) => at + 1).map((n) => ({
  device: `sw-${n % 3}`,
  level: n === 30 || n === 91 ? 'ERROR' : 'INFO',
  message: `step ${n} of sw-${n % 3}`,
}));

test('errors with the lines of the same device around them', async ({ page }) => {
  const runId = nameOf('around');
  await sendLines(runId, interleaved);
  await callApi('PATCH', `/api/v1/runs/${runId}`, { status: 'succeeded' });
  await signIn(page, `/runs/${runId}`);
  await expect(logRow(page, 1)).toBeVisible();
  await page.keyboard.press('e');
  await expect(page).toHaveURL(/level=ERROR,CRITICAL&around=3/);
  await expect(page.getByText('14 of 120 lines')).toBeVisible();
  const around = (seq: number, lines: number) =>
    Array.from({ length: 2 * lines + 1 }, (_, at) => seq + 3 * (at - lines));
  await expect.poll(() => shownSeqs(page)).toEqual([...around(30, 3), ...around(91, 3)]);
  await expect(page.getByText('Lines left out')).toHaveCount(1);
  await expect(logRow(page, 27)).toContainText('beside a match');
  await expect(logRow(page, 30)).not.toContainText('beside a match');
  await expectAccessible(page, LOG);

  await page.getByLabel('Lines around each match').fill('1');
  await expect(page).toHaveURL(/around=1/);
  await expect.poll(() => shownSeqs(page)).toEqual([...around(30, 1), ...around(91, 1)]);
  await page.reload();
  await expect.poll(() => shownSeqs(page)).toEqual([...around(30, 1), ...around(91, 1)]);

  await page.getByRole('button', { name: 'Show: Errors ± 1' }).click();
  await page.getByRole('menuitemradio', { name: 'All lines' }).click();
  await expect(page.getByText('120 lines', { exact: true })).toBeVisible();
  await expect(page).toHaveURL(new RegExp(`/runs/${runId}$`));
});

test('repeats are one row, which lists them when it is opened', async ({ page }) => {
  const runId = nameOf('fold');
  const retries = Array.from({ length: 57 }, (_, at) => ({ message: `retry ${at + 1} of 57 after ${at * 40} ms` }));
  await sendLines(runId, [{ message: 'connecting' }, ...retries, { message: 'connected' }]);
  await callApi('PATCH', `/api/v1/runs/${runId}`, { status: 'succeeded' });
  await signIn(page, `/runs/${runId}`);
  await expect(logRow(page, 1)).toBeVisible();
  await page.keyboard.press('r');
  await expect(page).toHaveURL(/fold=1/);
  await expect(page.getByText('3 rows, repeats folded')).toBeVisible();
  await expect.poll(() => shownSeqs(page)).toEqual([1, 2, 59]);
  await expect(logRow(page, 2)).toContainText('×57');
  await logRow(page, 2).click();
  const folded = page.getByRole('region', { name: 'Folded lines' });
  await expect(folded.getByRole('listitem')).toHaveCount(57);
  await expectAccessible(page, '[aria-label="Folded lines"]');

  await folded.getByRole('button', { name: /retry 20 of 57/ }).click();
  await expect(page).toHaveURL(/fold=1&line=21/);
  await expect(page.getByRole('region', { name: 'Line 21' })).toContainText('retry 20 of 57 after 760 ms');
  await page.reload();
  await expect(folded.getByRole('listitem')).toHaveCount(57);
  await expect(page.getByText('is not there')).toHaveCount(0);
  await folded.getByRole('button', { name: 'Unfold all' }).click();
  await expect(logRow(page, 21)).toBeVisible();
  await expect(page.getByText('59 lines', { exact: true })).toBeVisible();
});

test('lines that arrive stand behind the folded ones until they are read again: none lost, none twice', async ({
  page,
}) => {
  const runId = nameOf('live');
  const tries = (from: number, count: number) =>
    Array.from({ length: count }, (_, at) => ({ message: `try ${from + at}`, level: 'ERROR' }));
  await sendLines(runId, tries(1, 10));
  await signIn(page, `/runs/${runId}?fold=1`);
  await expect(logRow(page, 1)).toContainText('×10');
  await expect(page.getByText('LIVE', { exact: true })).toBeVisible();
  await sendLines(runId, tries(11, 5));
  await expect(page.getByText('5 newer lines, not folded')).toBeVisible();
  expect(await shownSeqs(page)).toEqual([1, 11, 12, 13, 14, 15]);
  await page.getByRole('button', { name: 'Read again' }).click();
  await expect(logRow(page, 1)).toContainText('×15');
  expect(await shownSeqs(page)).toEqual([1]);
  await sendLines(runId, tries(16, 1));
  await expect.poll(() => shownSeqs(page)).toEqual([1, 16]);
  await expect(logGrid(page)).toHaveAttribute('aria-rowcount', '2');
});
