import { expect, test, type Locator, type Page } from '../fixtures/test';
import { callApi } from '../fixtures/gateway';
import { logGrid, logRow } from '../fixtures/log-table';
import { atEachWidth, expectAccessible, LOG, expectNothingBeside } from '../fixtures/looks';
import { signIn } from '../fixtures/sign-in';

const COUNT = 3000;
const HOSTILE = [
  '<img src=x onerror="document.title=\'owned\'">',
  '\u001b]0;owned\u0007\u001b[31mred',
  'safe\u202etxt.exe',
  '```\n# owned @everyone',
];

type Extra = { message?: string; level?: string; device?: string };

/** A run whose lines are told apart by their number; `extra` by seq. */
async function sendLines(name: string, extra: Readonly<Record<number, Extra>> = {}, jobName = name): Promise<string> {
  const runId = `${name}-${Date.now()}`;
  await callApi('POST', '/api/v1/runs', { jobId: runId, runId, jobName });
  const start = Date.UTC(2026, 10, 22, 2);
  const lines = Array.from({ length: COUNT }, (_, i) => ({
    run_id: runId,
    timestamp: new Date(start + i * 1000).toISOString(),
    component: 'gateway',
    device: `sw-${i % 5}`,
    message: `line number ${i + 1}`,
    ...extra[i + 1],
  }));
  await callApi('POST', '/api/v1/logs', lines);
  await callApi('PATCH', `/api/v1/runs/${runId}`, { status: 'succeeded', declaredLineCount: COUNT });
  return runId;
}

const box = (page: Page): Locator => page.getByRole('textbox', { name: 'Search the log' });
const mode = (page: Page, name: string): Locator =>
  page.getByRole('group', { name: 'Search modes' }).getByRole('button', { name });
const matchText = (page: Page): Locator => page.getByRole('status', { name: 'Match' });
const active = (page: Page): Locator => page.locator('[role="row"]:focus');
const shown = (page: Page, text: string): Locator => page.getByText(text, { exact: true });

test.use({ permissions: ['clipboard-read', 'clipboard-write'] });
const clipboard = (page: Page): Promise<string> => page.evaluate(() => navigator.clipboard.readText());

test('search modes: regular expression, case, by button and by key, and what cannot be searched', async ({ page }) => {
  const runId = await sendLines('modes', { 70: { message: 'Needle 1' }, 80: { message: 'needle 22' } });
  await signIn(page, `/runs/${runId}`);
  await box(page).fill('needle');
  await expect(shown(page, '2 of 3,000 lines')).toBeVisible();
  await mode(page, 'Match case').click();
  await expect(page).toHaveURL(/q=needle&case=1/);
  await expect(shown(page, '1 of 3,000 lines')).toBeVisible();
  await expect(logRow(page, 80)).toBeVisible();

  await box(page).fill('Needle \\d$');
  await page.keyboard.press('Alt+r');
  await expect(mode(page, 'Regular expression')).toHaveAttribute('aria-pressed', 'true');
  await expect(shown(page, '1 of 3,000 lines')).toBeVisible();
  await expect(logRow(page, 70)).toBeVisible();
  await page.keyboard.press('Alt+c');
  await expect(mode(page, 'Match case')).toHaveAttribute('aria-pressed', 'false');
  await box(page).fill('NEEDLE \\d');
  await expect(shown(page, '2 of 3,000 lines')).toBeVisible();
  await page.reload();
  await expect(box(page)).toHaveValue('NEEDLE \\d');
  await expect(mode(page, 'Regular expression')).toHaveAttribute('aria-pressed', 'true');

  const problem = page
    .getByRole('search')
    .filter({ has: box(page) })
    .getByRole('alert');
  await box(page).fill('needle (');
  await expect(problem).toHaveText('The regular expression is not valid: parentheses () not balanced.');
  await box(page).fill('needle\\');
  await expect(problem).toContainText('ends in a backslash');
  await box(page).fill('(n+)+$');
  await expect(page.getByText('No line matches')).toBeVisible();
  await expect(page.getByText('Searched 3,000 lines')).toBeVisible();
  await box(page).fill('(needle|line) number (\\d)\\2\\2$');
  await expect(problem).toContainText('has a back-reference');
  await expect(page.getByRole('status', { name: 'Problems in the address' })).toHaveCount(0);
});

test('finding beside filtering: Enter, n and N from where one is, around the ends', async ({ page }) => {
  const hits = [10, 1500, 2990];
  const runId = await sendLines(
    'find',
    Object.fromEntries(hits.map((seq) => [seq, { message: `a needle at ${seq}` }])),
  );
  await signIn(page, `/runs/${runId}`);
  await mode(page, 'Only matches').click();
  await expect(page).toHaveURL(/find=1/);
  await box(page).fill('needle');
  await page.keyboard.press('Enter');
  await expect(matchText(page)).toHaveText('match 1 of 3');
  await expect(logRow(page, 10)).toBeInViewport();
  await expect(logRow(page, 9)).toBeVisible();
  await expect(logRow(page, 10).locator('mark')).toHaveText('needle');
  await expect(shown(page, '3,000 lines')).toBeVisible();
  await expect(box(page)).toBeFocused();
  await page.keyboard.press('Enter');
  await expect(matchText(page)).toHaveText('match 2 of 3');
  await page.keyboard.press('Shift+Enter');
  await expect(matchText(page)).toHaveText('match 1 of 3');
  await page.keyboard.press('Shift+Enter');
  await expect(matchText(page)).toHaveText(/^match 3 of 3\s*from the end$/);
  await expect(logRow(page, 2990)).toBeInViewport();

  await logRow(page, 2991).getByRole('gridcell').last().click();
  await page.keyboard.press('n');
  await expect(matchText(page)).toHaveText(/^match 1 of 3\s*from the top$/);
  await page.keyboard.press('j');
  await expect(matchText(page)).toHaveText('3 matches');
  await page.keyboard.press('n');
  await expect(matchText(page)).toHaveText('match 2 of 3');
  await expect(logRow(page, 1500)).toBeInViewport();
  await page.keyboard.press('N');
  await expect(matchText(page)).toHaveText('match 1 of 3');

  await mode(page, 'Only matches').click();
  await expect(shown(page, '3 of 3,000 lines')).toBeVisible();
  await page.getByRole('button', { name: 'Close the line' }).click();
  await page.keyboard.press('n');
  await expect(matchText(page)).toHaveText('match 2 of 3');
  await page.keyboard.press('n');
  await page.keyboard.press('n');
  await expect(matchText(page)).toHaveText(/^match 1 of 3\s*from the top$/);

  await page.goto(`/runs/${runId}?q=needle&find=1&device=sw-3`);
  await expect(page.getByText('no match for “needle”')).toBeVisible();
  await page.getByRole('button', { name: 'Clear the other filters' }).click();
  await expect(matchText(page)).toHaveText('3 matches');
});

test('a regular expression that is only found marks its lines', async ({ page }) => {
  const runId = await sendLines('regex-find', { 20: { message: 'needle 5' } });
  await signIn(page, `/runs/${runId}?q=%2Fneedle+[5]%2F&find=1`);
  await expect(matchText(page)).toHaveText('1 match');
  await expect(logRow(page, 20)).toHaveAttribute('data-found', 'true');
  await expect(logRow(page, 21)).not.toHaveAttribute('data-found', 'true');
});

test('the minimap tells of levels and matches, and a click goes there', async ({ page }) => {
  const runId = await sendLines('minimap', { 1500: { level: 'ERROR' }, 2900: { message: 'needle' } });
  await signIn(page, `/runs/${runId}?q=needle&find=1`);
  const map = page.getByRole('img', { name: /Minimap of levels: 1 ERROR; 1 match$/ });
  await expect(map).toBeVisible();
  const height = (await map.boundingBox())?.height ?? 0;
  await map.click({ position: { x: 6, y: height / 2 } });
  await expect(logRow(page, 1500)).toBeInViewport();
  const start = await map.boundingBox();
  if (!start) throw new Error('the minimap has no box');
  await page.mouse.move(start.x + 6, start.y + height / 2);
  await page.mouse.down();
  await page.mouse.move(start.x + 6, start.y + height + 50);
  await page.mouse.up();
  await expect(logRow(page, COUNT)).toBeInViewport();
  // A pixel where the error stands has the error's colour, whatever the theme is.
  const isRed = await map.locator('canvas').evaluate((canvas: HTMLCanvasElement) => {
    const { data } = canvas.getContext('2d')?.getImageData(8, canvas.height / 2 - 3, 1, 6) ?? { data: [] };
    return Array.from({ length: 6 }, (_, row) => [data[row * 4] ?? 0, data[row * 4 + 1] ?? 0]).some(
      ([red = 0, green = 0]) => red > green + 60,
    );
  });
  expect(isRed).toBe(true);
});

test('the minimap of a run that goes on follows its lines', async ({ page }) => {
  const runId = `live-map-${Date.now()}`;
  const post = (level: string, count: number) =>
    callApi(
      'POST',
      '/api/v1/logs',
      Array.from({ length: count }, (_, i) => ({ run_id: runId, job_id: runId, level, message: `${level} ${i}` })),
    );
  await post('INFO', 400);
  await signIn(page, `/runs/${runId}`);
  await expect(page.getByText('LIVE', { exact: true })).toBeVisible();
  await expect(page.getByRole('img', { name: 'Minimap of levels: no warnings or errors' })).toBeVisible();
  const asked: string[] = [];
  page.on('request', (request) => request.url().includes('/minimap') && asked.push(request.url()));
  for (let batch = 0; batch < 20; batch += 1) await post('ERROR', 2);
  await expect(page.getByRole('img', { name: 'Minimap of levels: 40 ERROR' })).toBeVisible();
  expect(asked.length).toBeLessThan(5);
});

test('lines are selected, linked to and copied, by mouse and by keyboard', async ({ page }) => {
  const runId = await sendLines('range', { 41: { level: 'ERROR', device: 'fra-sw-12', message: 'login refused' } });
  await signIn(page, `/runs/${runId}?line=40`);
  const bar = page.getByRole('group', { name: 'Selected lines' });
  await page.getByRole('button', { name: 'Select line 40', exact: true }).click();
  await page.getByRole('button', { name: 'Select line 42', exact: true }).click({ modifiers: ['Shift'] });
  await expect(bar).toContainText('3 lines selected');
  await expect(page).toHaveURL(/lines=40-42&line=40/);
  await bar.getByRole('button', { name: 'Copy text' }).click();
  await expect(page.getByText('3 lines copied')).toBeVisible();
  expect(await clipboard(page)).toBe(
    [
      '2026-11-22T02:00:39.000Z INFO     gateway sw-4 line number 40',
      '2026-11-22T02:00:40.000Z ERROR    gateway fra-sw-12 login refused',
      '2026-11-22T02:00:41.000Z INFO     gateway sw-1 line number 42',
    ].join('\n'),
  );
  await bar.getByRole('button', { name: 'Copy JSON' }).click();
  await expect.poll(() => clipboard(page)).toMatch(/^\[/);
  expect(JSON.parse(await clipboard(page))).toMatchObject([{ seq: 40 }, { seq: 41, level: 'ERROR' }, { seq: 42 }]);

  await page.goto(`/runs/${runId}?lines=2000-2300&device=sw-1`);
  await expect(bar).toContainText('60 lines selected');
  await expect(logRow(page, 2002)).toBeInViewport();
  await expect(logRow(page, 2002)).toHaveAttribute('aria-selected', 'true');
  await page.goto(`/runs/${runId}?lines=1-${COUNT}&device=sw-1,sw-2`);
  await page.keyboard.press('y');
  await expect.poll(async () => (await clipboard(page)).split('\n').length).toBe(1200);

  await page.goto(`/runs/${runId}?lines=300-301`);
  await expect(logRow(page, 300)).toBeInViewport();
  await expect(active(page)).toHaveAttribute('data-seq', '300');
  await page.keyboard.press('Escape');
  await expect(bar).toHaveCount(0);
  await page.keyboard.press('J');
  await page.keyboard.press('J');
  await expect(bar).toContainText('3 lines selected');
  await page.keyboard.press('K');
  await expect(page).toHaveURL(/lines=300-301/);
  await page.keyboard.press('t');
  await expect(page.getByText('Ticket copied')).toBeVisible();
  const ticket = await clipboard(page);
  expect(ticket).toContain('#1: succeeded');
  expect(ticket).toContain(`- Link: <${new URL(page.url()).origin}/runs/${runId}?lines=300-301>`);
  expect(ticket).toContain('```text\n2026-11-22T02:04:59.000Z INFO     gateway sw-4 line number 300\n');
});

test('full screen by key, and Escape leaves it', async ({ page }) => {
  const runId = await sendLines('full');
  await signIn(page, `/runs/${runId}`);
  const heading = page.getByRole('heading', { level: 1 });
  await page.keyboard.press('.');
  await expect(page.getByRole('button', { name: 'Full screen of the log' })).toHaveAttribute('aria-pressed', 'true');
  expect(
    await logGrid(page).evaluate((grid) => grid.getBoundingClientRect().height / window.innerHeight),
  ).toBeGreaterThan(0.8);
  await page.keyboard.press('Escape');
  await expect(heading).toBeInViewport();
  expect(await logGrid(page).evaluate((grid) => grid.getBoundingClientRect().height / window.innerHeight)).toBeLessThan(
    0.8,
  );
});

test.describe('with a script that watches', () => {
  test.use({ isPageNew: true });

  test('hostile text in job, device, message, search and highlight does nothing', async ({ page }) => {
    const extra = Object.fromEntries(HOSTILE.map((text, at) => [at + 1, { message: text, device: text.slice(0, 60) }]));
    const runId = await sendLines('hostile', extra, HOSTILE[0]);
    await page.addInitScript(() => {
      window.addEventListener('error', () => (document.title = 'owned'));
    });
    await signIn(page, `/runs/${runId}?lines=1-4`);
    for (const q of ['*<img*', '"img src"', '/<img.*onerror/', '<script>alert(1)</script>', '\u202e', '*```*']) {
      await box(page).fill(q);
      await expect(page).toHaveURL(new RegExp(`[?&]q=`));
      await expect(page.getByText(/^[\d,]+ of 3,000 lines$|No line matches/).first()).toBeVisible();
    }
    await box(page).fill('*<img*');
    await expect(logRow(page, 1).locator('mark')).toContainText('<img');
    expect(await page.locator('img').count()).toBe(0);
    expect(await page.title()).not.toContain('owned');
    await box(page).fill('');
    await expect(logRow(page, 3)).toContainText('safeU+202Etxt.exe');
    await page.getByRole('button', { name: 'Copy ticket' }).click();
    await expect(page.getByText('Ticket copied')).toBeVisible();
    const ticket = await clipboard(page);
    expect(ticket).not.toMatch(/[\u001b\u202e\u0007]/);
    expect(ticket).toMatch(/\n````text\n(.+\n){4}````\n$/);
    expect(ticket.split('\n')[0]).toBe(`**\`${HOSTILE[0]}\` #1: succeeded**`);
  });
});

test('on a phone lines are selected from one open line to another', async ({ page }) => {
  const runId = await sendLines('touch', {});
  await page.setViewportSize({ width: 390, height: 844 });
  await signIn(page, `/runs/${runId}`);
  const open = (seq: number) => page.getByRole('region', { name: `Line ${seq}` });
  await logRow(page, 3).click();
  await open(3).getByRole('button', { name: 'Select from here' }).click();
  await logRow(page, 5).click();
  await open(5).getByRole('button', { name: 'Select to here' }).click();
  await expect(page).toHaveURL(/lines=3-5/);
  await page.getByRole('button', { name: 'Close the line' }).click();
  await expect(page.getByText('3 lines selected')).toBeVisible();
  await page.getByRole('button', { name: 'Copy ticket' }).click();
  await expect(page.getByText('Ticket copied')).toBeVisible();
});

test('tools at each width, in both themes: axe finds nothing, and the log has its room', async ({ page }) => {
  const runId = await sendLines('look', { 12: { level: 'ERROR' }, 14: { level: 'WARNING' } });
  await atEachWidth(page, { widths: [1440, 1024, 390], height: 844 }, async (width) => {
    await signIn(page, `/runs/${runId}?q=number&find=1&lines=10-12`);
    await expect(page.getByRole('group', { name: 'Selected lines' })).toBeVisible();
    await expect(page.getByRole('img', { name: /Minimap of levels: 1 ERROR/ })).toBeVisible();
    if (width !== 1024) await expectAccessible(page, LOG);
    await expectNothingBeside(page);
    if (width > 390) return;
    const toolbar = await page.getByRole('group', { name: 'Log filters' }).boundingBox();
    expect(toolbar?.height).toBeLessThan(48);
    await page.getByRole('button', { name: /^Filters/ }).click();
    const sheet = page.getByRole('dialog', { name: 'Filters' });
    await sheet.getByRole('button', { name: /^INFO/ }).click();
    await page.keyboard.press('Escape');
    await expect(page).toHaveURL(/level=/);
    await expect(page.getByRole('button', { name: 'Filters 1' })).toBeVisible();
  });
});
