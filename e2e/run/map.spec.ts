import { expect, test, type Locator, type Page } from '../fixtures/test';
import { sendRun } from '../../simulator/send-run';
import type { SimulatedRun } from '../../simulator/scenario/simulated-run';
import { callApi, failedRun, gateway } from '../fixtures/gateway';
import { logGrid, logRow } from '../fixtures/log-table';
import { atEachWidth, expectAccessible, expectNothingBeside } from '../fixtures/looks';
import { signIn } from '../fixtures/sign-in';

const map = (page: Page): Locator => page.getByRole('region', { name: 'Devices and timeline' });
const row = (page: Page, device: string): Locator => map(page).getByRole('listitem').filter({ hasText: device });
const label = (page: Page, device: string): Locator =>
  row(page, device).getByRole('button', { name: new RegExp(`^\\w+ ?${device}`) });
const params = (page: Page) => new URL(page.url()).searchParams;

async function openFailedRun(page: Page, deviceCount = 40): Promise<{ run: SimulatedRun; failed: string[] }> {
  const run = failedRun(deviceCount, Date.now() - 600_000);
  await sendRun(gateway(), run);
  const failed = run.events.flatMap((event) =>
    event.kind === 'device' && event.result.status === 'failed' ? [event.device] : [],
  );
  await signIn(page, `/runs/${run.open.runId}`);
  await expect(map(page).getByRole('list', { name: 'Devices' })).toBeVisible();
  return { run, failed: [...new Set(failed)].sort() };
}

/** Where a moment of the run stands in the lanes, and the middle of a row. */
async function laneBox(page: Page, device: string) {
  const box = await row(page, device).boundingBox();
  const canvas = await map(page).getByRole('img').boundingBox();
  if (!box || !canvas) throw new Error('the lanes are not drawn');
  return { y: box.y + box.height / 2, left: canvas.x, width: canvas.width };
}

test('a device, a phase and a group filter the log; shift adds, Escape clears', async ({ page }) => {
  const { failed } = await openFailedRun(page);
  const [first = '', second = ''] = failed;
  await label(page, first).click();
  await expect(page).toHaveURL(new RegExp(`device=${first}(&|$)`));
  await expect(label(page, first)).toHaveAttribute('aria-pressed', 'true');
  await expect(logGrid(page).getByText(first, { exact: true }).first()).toBeVisible();
  await expect(logGrid(page).getByText(second, { exact: true })).toHaveCount(0);

  await label(page, second).click({ modifiers: ['Shift'] });
  await expect(page).toHaveURL(new RegExp(`device=${first},${second}(&|$)`));
  await label(page, first).click({ modifiers: ['Shift'] });
  await expect(page).toHaveURL(new RegExp(`device=${second}(&|$)`));
  await page.keyboard.press('Escape');
  await expect(page).not.toHaveURL(/device=/);

  await row(page, first)
    .getByRole('button', { name: new RegExp(`^authenticate of ${first}: failed`) })
    .click();
  await expect.poll(() => [params(page).get('device'), params(page).get('phase')]).toEqual([first, 'authenticate']);
  await page.keyboard.press('Escape');
  await map(page).getByRole('group', { name: 'Phases' }).getByRole('button', { name: 'connect' }).click();
  await expect(page).toHaveURL(/[?&]phase=connect(&|$)/);
  await page.keyboard.press('Escape');
  await map(page).getByRole('button', { name: 'Only these: Failed' }).click();
  await expect.poll(() => params(page).get('device')?.split(',').sort()).toEqual(failed);
});

test('success is folded, says what it hides, and stays open when opened', async ({ page }) => {
  await openFailedRun(page);
  const unchanged = map(page).getByRole('button', { name: /^Unchanged ?\d+/ });
  await expect(unchanged).toHaveAttribute('aria-expanded', 'false');
  await expect(unchanged).toContainText(/\+[\d,]+ lines/);
  await unchanged.click();
  await expect(unchanged).toHaveAttribute('aria-expanded', 'true');
  await expect(unchanged).not.toContainText('lines');
});

test('search, grouping and sorting arrange the rows, and are remembered', async ({ page }) => {
  const { failed } = await openFailedRun(page);
  const rows = map(page).getByRole('listitem');
  await map(page)
    .getByRole('textbox', { name: 'Search devices' })
    .fill(failed[0] ?? '');
  await expect(rows).toHaveCount(2);
  await map(page).getByRole('textbox', { name: 'Search devices' }).fill('nowhere');
  await expect(map(page).getByText(/^None of \d+ devices matches “nowhere”\./)).toBeVisible();
  await map(page).getByRole('button', { name: 'Clear search devices' }).click();
  await map(page).getByRole('button', { name: 'Group by: Result' }).click();
  await page.getByRole('menuitemradio', { name: 'No groups' }).click();
  await map(page).getByRole('button', { name: 'Sort by: Name' }).click();
  await page.getByRole('menuitemradio', { name: 'Errors' }).click();
  await expect(rows.first()).toContainText(/E \d/);
  await page.reload();
  await expect(map(page).getByRole('button', { name: 'Group by: No groups' })).toBeVisible();
  await expect(rows.first()).toContainText(/E \d/);
});

test('a mark opens its line, and hovering a lane draws a time cursor', async ({ page }) => {
  const run = `marks-${Date.now()}`;
  await sendMinute(run, true);
  await signIn(page, `/runs/${run}`);
  await expect(row(page, 'sw-1')).toBeVisible();
  const { y, left, width } = await laneBox(page, 'sw-1');
  // The error stands half a minute into the minute that the run took.
  await page.mouse.move(left + width / 2 + 1, y);
  await expect(page.getByText(/^ERROR at .*: opens line 31$/)).toBeVisible();
  await expect(page.locator('[data-time-cursor]').first()).toBeVisible();
  await page.mouse.click(left + width / 2 + 1, y);
  await expect(page).toHaveURL(/line=31(&|$)/);
  await expect(logRow(page, 31)).toContainText('half time');
  await page.mouse.move(left, 0);
  await expect(page.locator('[data-time-cursor]')).toHaveCount(0);
});

test('a line under the pointer is marked in the timeline, and a moment of the timeline in the log', async ({
  page,
}) => {
  const run = `pointed-${Date.now()}`;
  await sendMinute(run, true);
  await signIn(page, `/runs/${run}?line=31`);
  await expect(row(page, 'sw-1')).toBeVisible();
  await expect(logRow(page, 31)).toBeVisible();
  await logRow(page, 30).hover();
  await expect(page.locator('[data-time-cursor]').first()).toBeVisible();
  await expect(page.locator('[data-pointed]')).toHaveCount(0);
  const { y, left, width } = await laneBox(page, 'sw-1');
  await page.mouse.move(left + width / 2 + 1, y);
  await expect(page.locator('[data-pointed][data-seq="31"]')).toBeVisible();
  await page.mouse.move(left, 0);
  await expect(page.locator('[data-pointed]')).toHaveCount(0);
});

test('drawing over the histogram sets the time range; the buttons move it and Escape resets it', async ({ page }) => {
  const run = `brush-${Date.now()}`;
  const startMs = await sendMinute(run, true);
  await signIn(page, `/runs/${run}`);
  const box = await map(page).getByRole('img').boundingBox();
  if (!box) throw new Error('no histogram');
  await page.mouse.move(box.x + box.width * 0.25, box.y + 10);
  await page.mouse.down();
  await page.mouse.move(box.x + box.width * 0.75, box.y + 10, { steps: 8 });
  await page.mouse.up();
  await expect.poll(() => Math.abs(Date.parse(params(page).get('since') ?? '') - startMs - 15_000)).toBeLessThan(300);
  await expect.poll(() => Math.abs(Date.parse(params(page).get('until') ?? '') - startMs - 45_000)).toBeLessThan(300);
  await expect(page.getByText(/^3[01] of 61 lines$/)).toBeVisible();
  await expect(logGrid(page)).toContainText('half time');
  await page.reload();
  await expect(page.getByText(/^3[01] of 61 lines$/)).toBeVisible();
  await map(page).getByRole('button', { name: 'Later' }).click();
  await expect.poll(() => Math.abs(Date.parse(params(page).get('since') ?? '') - startMs - 30_000)).toBeLessThan(300);
  await page.keyboard.press('-');
  await expect(page).not.toHaveURL(/since=/);
  await page.keyboard.press('+');
  await expect(page).toHaveURL(/since=/);
  await map(page).getByRole('button', { name: 'Reset zoom' }).click();
  await expect(page).not.toHaveURL(/since=/);
  await page.keyboard.press('+');
  await expect(page).toHaveURL(/since=/);
  await page.keyboard.press('Escape');
  await expect(page).not.toHaveURL(/since=/);
});

test('an idle stretch is folded and opens on a click', async ({ page }) => {
  const run = `idle-${Date.now()}`;
  await sendMinute(run, false);
  await signIn(page, `/runs/${run}`);
  const fold = map(page)
    .getByRole('button', { name: /^idle \d/ })
    .first();
  await expect(fold).toBeVisible();
  expect((await fold.boundingBox())?.width).toBeCloseTo(48, 0);
  const count = await map(page).getByRole('button', { name: /^idle/ }).count();
  await fold.click();
  await expect(map(page).getByRole('button', { name: /^idle/ })).toHaveCount(count - 1);
});

test('the table says what the lanes show, and lanes can be components or phases', async ({ page }) => {
  const { failed } = await openFailedRun(page);
  await map(page).getByRole('button', { name: 'Table' }).click();
  const table = map(page).getByRole('table');
  await expect(table.getByRole('columnheader')).toHaveText([
    'Device',
    'Result',
    'Site',
    /^Start /,
    'Duration',
    'Phases',
    'Errors',
  ]);
  const cells = table.getByRole('row').filter({ hasText: failed[0] ?? '' });
  await expect(cells).toContainText(/Failed.*connect succeeded, .*authenticate failed/);
  await expect(table.getByRole('row')).toHaveCount(41);
  await cells.getByRole('button').click();
  await expect(page).toHaveURL(new RegExp(`device=${failed[0]}`));
  await map(page).getByRole('button', { name: 'Table' }).click();

  await map(page).getByRole('button', { name: 'Lanes: Devices' }).click();
  await page.getByRole('menuitemradio', { name: 'Phases' }).click();
  await expect(map(page).getByRole('list', { name: 'Phases over time' })).toContainText('authenticate');
  await map(page).getByRole('button', { name: 'Lanes: Phases' }).click();
  await page.getByRole('menuitemradio', { name: 'Components' }).click();
  await map(page)
    .getByRole('button', { name: /^netmiko_driver/ })
    .click();
  await expect(page).toHaveURL(/component=netmiko_driver/);
});

test('by keyboard alone: from the list to a phase, and back', async ({ page }) => {
  const { failed } = await openFailedRun(page);
  const [first = '', second = ''] = failed;
  await label(page, first).focus();
  await page.keyboard.press('Enter');
  await expect(page).toHaveURL(new RegExp(`device=${first}(&|$)`));
  await page.keyboard.press('ArrowDown');
  await expect(label(page, second)).toBeFocused();
  await page.keyboard.press('Shift+Enter');
  await expect(page).toHaveURL(new RegExp(`device=${first},${second}(&|$)`));
  await page.keyboard.press('ArrowRight');
  await page.keyboard.press('ArrowRight');
  await page.keyboard.press('ArrowRight');
  await expect(row(page, second).getByRole('button', { name: /^authenticate of/ })).toBeFocused();
  await page.keyboard.press('Space');
  await expect.poll(() => [params(page).get('device'), params(page).get('phase')]).toEqual([second, 'authenticate']);
  await page.keyboard.press('Escape');
  await expect(page).not.toHaveURL(/device=/);
  await page.keyboard.press('End');
  await expect(map(page).getByRole('listitem').last().getByRole('button').last()).toBeFocused();
  // Each row is left with one press of the key.
  await page.keyboard.press('Tab');
  await expect(page.getByRole('separator', { name: 'Height of devices and timeline' })).toBeFocused();
  const before = Number(await page.getByRole('separator').getAttribute('aria-valuenow'));
  await page.keyboard.press('ArrowDown');
  await expect(page.getByRole('separator')).toHaveAttribute('aria-valuenow', `${before + 3}`);
  await page.keyboard.press('m');
  await expect(map(page)).toBeHidden();
  await page.reload();
  await expect(page.getByRole('button', { name: 'Show devices and timeline' })).toBeVisible();
  await expect(map(page)).toBeHidden();
  await page.keyboard.press('m');
  await expect(map(page)).toBeVisible();
});

test('a run that goes on fills the rows without moving what is looked at', async ({ page }) => {
  const run = `growing-${Date.now()}`;
  const device = (at: number) => `sw-${String(at).padStart(3, '0')}`;
  const put = (at: number, result: object) => callApi('PUT', `/api/v1/runs/${run}/devices/${device(at)}`, result);
  const devices = Array.from({ length: 60 }, (_, at) => ({ device: device(at), site: 'ber', type: 'switch' }));
  await callApi('POST', '/api/v1/runs', { jobId: run, runId: run, devices });
  for (let at = 0; at < 15; at += 1) await put(at, { status: 'running', startedAt: new Date().toISOString() });
  await signIn(page, `/runs/${run}`);
  await map(page)
    .getByRole('button', { name: /^Pending/ })
    .click();
  const last = row(page, device(45));
  // The causes above may get taller meanwhile.
  const topOf = async () => ((await last.boundingBox())?.y ?? NaN) - ((await map(page).boundingBox())?.y ?? NaN);
  await label(page, device(14)).focus();
  for (let press = 0; press < 32; press += 1) await page.keyboard.press('ArrowDown');
  await expect(last).toBeInViewport();
  const before = await topOf();
  await put(0, { status: 'failed', cause: 'no space on flash', finishedAt: new Date().toISOString() });
  await put(20, { status: 'running', startedAt: new Date().toISOString() });
  await expect(page.getByText('1 failed').first()).toBeVisible();
  await expect(last).toHaveAttribute('aria-setsize', '63');
  expect(await topOf()).toBe(before);
});

/** A run of a minute with an error in its middle, and a line each second or none beside it. Answers its start. */
async function sendMinute(run: string, isBusy: boolean): Promise<number> {
  const startMs = Math.floor(Date.now() / 1000) * 1000 - 600_000;
  const at = (seconds: number) => new Date(startMs + seconds * 1000).toISOString();
  const seconds = isBusy ? Array.from({ length: 61 }, (_, second) => second) : [0, 30, 60];
  await callApi('POST', '/api/v1/runs', { jobId: run, runId: run, startedAt: at(0) });
  const line = { run_id: run, job_id: run, device: 'sw-1', component: 'gateway' };
  await callApi(
    'POST',
    '/api/v1/logs',
    seconds.map((second) => ({
      ...line,
      timestamp: at(second),
      level: second === 30 ? 'ERROR' : 'INFO',
      message: second === 30 ? 'half time' : 'still there',
    })),
  );
  await callApi('PUT', `/api/v1/runs/${run}/devices/sw-1`, { status: 'failed', startedAt: at(0), finishedAt: at(60) });
  await callApi('PATCH', `/api/v1/runs/${run}`, { status: 'failed', finishedAt: at(60) });
  return startMs;
}

test('devices and timeline at each width, in both themes: axe finds nothing', async ({ page }) => {
  const run = failedRun(30, Date.now() - 600_000);
  await sendRun(gateway(), run);
  const section = 'section[aria-label="Devices and timeline"]';
  await atEachWidth(page, { widths: [1440, 390] }, async (width) => {
    await signIn(page, `/runs/${run.open.runId}`);
    if (width < 768) await page.getByRole('button', { name: 'Map', exact: true }).click();
    await expect(map(page).getByRole('list', { name: 'Devices' })).toBeVisible();
    await expectAccessible(page, section);
    await map(page).getByRole('button', { name: 'Table' }).click();
    await expect(map(page).getByRole('table')).toBeVisible();
    await expectAccessible(page, section);
    await expectNothingBeside(page);
    await map(page).getByRole('button', { name: 'Table' }).click();
    await expect(map(page).getByRole('list', { name: 'Devices' })).toBeVisible();
  });
});
