import { expect, test, type Page } from '../fixtures/test';
import { callApi, sendLines } from '../fixtures/gateway';
import { logRow } from '../fixtures/log-table';
import { expectAccessible, LOG } from '../fixtures/looks';
import { signIn } from '../fixtures/sign-in';

/** 60 lines of three patterns and two levels; the two warnings are lines 20 and 40. */
const lines = Array.from({ length: 60 }, (_, at) => at + 1).map((n) => {
  const device = `sw-${n % 3}`;
  if (n % 20 === 0 && n < 60) return { device, level: 'WARNING', message: `${device}: slow, ${n * 40} ms` };
  return { device, message: n % 2 ? `10.0.0.${n} answered` : `retry ${n} of 57` };
});

const table = (page: Page) => page.getByRole('table', { name: 'Patterns' });
const texts = (page: Page) => table(page).getByRole('row').allInnerTexts();

test('patterns: what a log says in three rows, and each row’s lines one key away', async ({ page }) => {
  const runId = `patterns-${Date.now()}`;
  await sendLines(runId, lines);
  await callApi('PATCH', `/api/v1/runs/${runId}`, { status: 'succeeded' });
  await signIn(page, `/runs/${runId}`);
  await expect(logRow(page, 1)).toBeVisible();
  await page.keyboard.press('p');
  await expect(page).toHaveURL(/patterns=1/);
  await expect(page.getByText('3 patterns in 60 lines')).toBeVisible();
  await expect.poll(async () => (await texts(page)).length).toBe(4);
  const [, first, second, third] = await texts(page);
  expect(first).toMatch(/^W[\s\S]*\b2\b[\s\S]*<device>: slow, # ms[\s\S]*\b20$/);
  expect(second).toMatch(/\b30\b[\s\S]*<ip> answered[\s\S]*\b1$/);
  expect(third).toMatch(/\b28\b[\s\S]*retry # of #[\s\S]*\b2$/);
  await expectAccessible(page, LOG);

  await page.getByRole('button', { name: 'First line' }).click();
  await expect.poll(async () => (await texts(page))[1]).toContain('<ip> answered');
  await page.reload();
  await expect(table(page)).toBeVisible();

  await page.getByRole('button', { name: /^retry # of #/ }).press('Enter');
  await expect(page).not.toHaveURL(/patterns=1/);
  await expect(page.getByText('28 of 60 lines')).toBeVisible();
  await expect(logRow(page, 2)).toContainText('retry 2 of 57');
  await page.goBack();
  await expect(table(page)).toBeVisible();
  await page.getByRole('button', { name: 'Open line 20' }).click();
  await expect(page.getByRole('region', { name: 'Line 20' })).toContainText('sw-2: slow, 800 ms');
});

test('patterns of a filter, of no line, and of lines that came meanwhile', async ({ page }) => {
  const runId = `patterns-live-${Date.now()}`;
  await sendLines(runId, lines);
  await signIn(page, `/runs/${runId}?patterns=1&level=WARNING`);
  await expect(page.getByText('1 pattern in 2 lines')).toBeVisible();
  await sendLines(runId, [{ device: 'sw-1', level: 'WARNING', message: 'sw-1: slow, 9 ms' }]);
  await page.getByRole('button', { name: 'Read again' }).click();
  await expect(page.getByText('1 pattern in 3 lines')).toBeVisible();
  await page.getByPlaceholder(/^Search/).fill('nowhere');
  await expect(page.getByText('No line matches')).toBeVisible();
  await page.getByRole('button', { name: 'Clear filters' }).last().click();
  await expect(page.getByText('3 patterns in 61 lines')).toBeVisible();
});

test('lines like an open one', async ({ page }) => {
  const runId = `patterns-like-${Date.now()}`;
  await sendLines(runId, lines);
  await signIn(page, `/runs/${runId}?line=20`);
  await page.getByRole('button', { name: 'Lines like this' }).click();
  await expect(page.getByText('2 of 60 lines')).toBeVisible();
  await expect(logRow(page, 40)).toBeVisible();
});

test('Back that comes before the page has followed a change undoes the change', async ({ page }) => {
  const runId = `patterns-back-${Date.now()}`;
  await sendLines(runId, lines);
  await signIn(page, `/runs/${runId}`);
  const level = (name: RegExp) => page.getByRole('group', { name: 'Levels' }).getByRole('button', { name });
  await level(/^DEBUG/).click();
  await expect(page).toHaveURL(/level=/);
  const address = page.url();
  await level(/^WARNING/).evaluate((button: HTMLElement) => {
    button.click();
    history.back();
  });
  await expect(page).toHaveURL(address);
  await expect(level(/^WARNING/)).toHaveAttribute('aria-pressed', 'true');
  await expect(level(/^DEBUG/)).toHaveAttribute('aria-pressed', 'false');
});
