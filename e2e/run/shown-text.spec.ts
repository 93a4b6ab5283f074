import { expect, test, type Locator, type Page } from '../fixtures/test';
import { callApi } from '../fixtures/gateway';
import { logGrid, logRow } from '../fixtures/log-table';
import { expectAccessible, LOG } from '../fixtures/looks';
import { signIn } from '../fixtures/sign-in';

type Line = { message: string; device?: string; component?: string; level?: string; timestamp?: string };

const START_MS = Date.UTC(2026, 9, 25, 0, 0);

/** A run of those lines, a minute apart, in the night in which Berlin's clocks were put back. */
async function sendRun(name: string, lines: readonly Line[]): Promise<string> {
  const runId = `${name.replaceAll(/\W/g, '')}-${Date.now()}`;
  const startedAt = new Date(START_MS).toISOString();
  await callApi('POST', '/api/v1/runs', { jobId: runId, runId, jobName: name, startedAt });
  await callApi(
    'POST',
    '/api/v1/logs',
    lines.map((line, at) => ({
      ...{ run_id: runId, job_id: runId, component: 'gateway', level: 'INFO', device: 'sw-1' },
      timestamp: new Date(START_MS + at * 60_000).toISOString(),
      ...line,
    })),
  );
  await callApi('PATCH', `/api/v1/runs/${runId}`, {
    status: 'failed',
    finishedAt: new Date(START_MS + 3 * 3_600_000).toISOString(),
  });
  return runId;
}

const cell = (page: Page, seq: number, at: number): Locator => logRow(page, seq).getByRole('gridcell').nth(at);
const TIME = 1;
const DEVICE = 4;
const MESSAGE = 5;

test.use({ isPageNew: true, timezoneId: 'Europe/Berlin', permissions: ['clipboard-read', 'clipboard-write'] });

test('a message is shown as a terminal would, and as it was sent one click away', async ({ page }) => {
  const pager = ` --More-- ${'\b'.repeat(10)}${' '.repeat(10)}${'\b'.repeat(10)}`;
  const runId = await sendRun('terminal', [
    { message: 'windows\r\nline end\r\n' },
    { message: ' 10%\r 50%\r\u001b[32m100%\u001b[0m done' },
    { message: `interface Gi0/1\n${pager}interface Gi0/2` },
  ]);
  await signIn(page, `/runs/${runId}`);
  await expect(cell(page, 1, MESSAGE)).toHaveText('windows ⏎ line end');
  await expect(cell(page, 2, MESSAGE)).toHaveText('100% done');
  await expect(cell(page, 3, MESSAGE)).toHaveText('interface Gi0/1 ⏎ interface Gi0/2');
  await cell(page, 2, MESSAGE).click();
  const message = page.getByLabel('Message', { exact: true });
  const form = page.getByRole('group', { name: 'Form of the message' });
  await expect(message).toHaveText('100% done');
  await expect(form.getByRole('button', { name: 'As shown' })).toHaveAttribute('aria-pressed', 'true');
  await form.getByRole('button', { name: 'Raw' }).click();
  await expect(message).toHaveText(' 10%␍ 50%␍␛[32m100%␛[0m done');
  await expectAccessible(page, LOG);
});

test('names show what cannot be seen in them, and do not reorder their neighbours', async ({ page }) => {
  const runId = await sendRun('names \u202egnp', [
    { message: 'first', device: 'fra\u200b-sw-1', component: 'gate\u202eway', level: 'ERROR' },
    { message: 'second', device: 'מתג-12' },
  ]);
  await callApi('PUT', `/api/v1/runs/${runId}/devices/${encodeURIComponent('fra\u200b-sw-1')}`, { status: 'failed' });
  await signIn(page, `/runs/${runId}`);
  await expect(cell(page, 1, DEVICE)).toHaveText('fraU+200B-sw-1');
  await expect(cell(page, 1, 3)).toHaveText('gateU+202Eway');
  await expect(cell(page, 2, DEVICE).locator('bdi')).toHaveText('מתג-12');
  await expect(page.getByRole('heading', { level: 1 })).toContainText('names U+202Egnp');
  const lane = page.getByRole('listitem').filter({ hasText: 'U+200B' });
  await expect(lane.locator('button').first()).toHaveAttribute('title', /^fra<U\+200B>-sw-1\n/);
  await page.getByRole('button', { name: 'Device', exact: true }).click();
  await expect(page.getByRole('checkbox', { name: /fraU\+200B-sw-1/ })).toBeVisible();
  await page.goto(`/runs?q=${encodeURIComponent('gnp')}`);
  await expect(page.getByRole('row').filter({ hasText: 'names U+202Egnp' }).first()).toBeVisible();
});

test('rows on both sides of a change of the clock say their own offset, and of another day their date', async ({
  page,
}) => {
  const at = (iso: string) => ({ message: iso, timestamp: iso });
  const runId = await sendRun('clock', [
    at('2026-10-24T23:30:00.120Z'),
    at('2026-10-25T00:30:00.120Z'),
    at('2026-10-25T01:30:00.120Z'),
    at('2026-10-25T23:30:00.120Z'),
    at('2025-10-25T01:30:00.120Z'),
  ]);
  await signIn(page, `/runs/${runId}`);
  await expect(logGrid(page).getByRole('columnheader', { name: 'Time' })).toContainText('Europe/Berlin (GMT+2)');
  await expect(cell(page, 1, TIME)).toHaveText('01:30:00.120');
  await expect(cell(page, 2, TIME)).toHaveText('02:30:00.120 GMT+2');
  await expect(cell(page, 3, TIME)).toHaveText('02:30:00.120 GMT+1');
  await expect(cell(page, 4, TIME)).toHaveText('2026-10-26 00:30:00.120 GMT+1');
  await expect(cell(page, 5, TIME)).toHaveText('2025-10-25 03:30:00.120');
  const box = await cell(page, 4, TIME).evaluate(({ scrollWidth, clientWidth }) => scrollWidth <= clientWidth);
  expect(box, 'the whole time is to be seen').toBe(true);
});

test('a device with a comma in its name is chosen in the map', async ({ page }) => {
  const device = 'core, left "\\1"';
  const runId = await sendRun('comma', [{ message: 'one', device }, { message: 'two' }]);
  for (const name of [device, 'sw-1']) {
    await callApi('PUT', `/api/v1/runs/${runId}/devices/${encodeURIComponent(name)}`, { status: 'failed' });
  }
  await signIn(page, `/runs/${runId}`);
  await page.getByRole('listitem').filter({ hasText: device }).getByRole('button').first().click();
  await expect(page.getByText('1 of 2 lines', { exact: true })).toBeVisible();
  await expect(cell(page, 1, DEVICE)).toHaveText(device);
  await page.goto(page.url());
  await expect(page.getByText('1 of 2 lines', { exact: true })).toBeVisible();
});

test('lines selected with the mouse are copied as one line each, without their numbers', async ({ page }) => {
  const lines = Array.from({ length: 60 }, (_, at) => ({
    message: `message ${at + 1}`,
    device: at === 2 ? '' : 'sw-1',
  }));
  const runId = await sendRun('copy', lines);
  await signIn(page, `/runs/${runId}`);
  // In the viewer's zone, nothing moves any more.
  await expect(cell(page, 1, TIME)).toHaveText('02:00:00.000 GMT+2');
  const drag = async (fromSeq: number, fromCell: number, toSeq: number) => {
    const from = await cell(page, fromSeq, fromCell).boundingBox();
    const to = await cell(page, toSeq, MESSAGE).locator('bdi').first().boundingBox();
    if (!from || !to) throw new Error('the rows are not drawn');
    await page.mouse.move(from.x + 1, from.y + from.height / 2);
    await page.mouse.down();
    await page.mouse.move(to.x + to.width + 4, to.y + to.height / 2, { steps: 8 });
    await page.mouse.up();
    await page.keyboard.press('ControlOrMeta+c');
    return page.evaluate(() => navigator.clipboard.readText());
  };
  expect((await drag(1, TIME, 4)).split('\n').map((line) => line.trimEnd())).toEqual(
    [
      '02:00:00.000\tINFO\tgateway\tsw-1\tmessage 1',
      '02:01:00.000\tINFO\tgateway\tsw-1\tmessage 2',
      '02:02:00.000\tINFO\tgateway\t\tmessage 3',
      '02:03:00.000\tINFO\tgateway\tsw-1\tmessage 4',
    ].map((line) => line.replace('.000', '.000 GMT+2')),
  );
  await page.mouse.click(5, 5);
  const inside = await drag(2, MESSAGE, 2);
  expect(inside.trim()).toBe('message 2');
});

test('an empty log says what each filter hides, and each has its way out', async ({ page }) => {
  const runId = await sendRun('hidden', [
    { message: 'needle', device: 'a' },
    { message: 'needle', device: 'b', level: 'ERROR' },
    { message: 'hay', device: 'a' },
  ]);
  await signIn(page, `/runs/${runId}?q=needle&level=ERROR&device=a`);
  const losses = page.getByRole('list', { name: 'What each filter hides' });
  await expect(losses.getByRole('button')).toHaveText([
    'Without Search: needle',
    'Without Level: ERROR',
    'Without Device: a',
  ]);
  await expect(losses.getByRole('listitem')).toHaveText([/still no line$/, /1 line$/, /1 line$/]);
  await losses.getByRole('button', { name: 'Remove Device: a, 1 line' }).click();
  await expect(page).toHaveURL(/q=needle/);
  await expect(page.getByText('1 of 3 lines', { exact: true })).toBeVisible();
});

test('an empty list of runs says the same, and on a phone a run takes little height', async ({ page }) => {
  const runId = await sendRun('listed', [{ message: 'one' }]);
  await signIn(page, `/runs?q=${runId}&status=succeeded,running&trigger=nobody`);
  const losses = page.getByRole('list', { name: 'What each filter hides' });
  await expect(losses.getByRole('button', { name: /Status: Succeeded or Running, still no run$/ })).toBeVisible();
  await losses.getByRole('button', { name: /Trigger: nobody/ }).click();
  await losses.getByRole('button', { name: 'Remove Status: Succeeded or Running, 1 run' }).click();
  const row = page.getByRole('row').filter({ hasText: 'listed' });
  await expect(row).toHaveCount(1);
  await page.setViewportSize({ width: 390, height: 844 });
  expect((await row.boundingBox())?.height).toBeLessThanOrEqual(64);
  await expectAccessible(page);
});
