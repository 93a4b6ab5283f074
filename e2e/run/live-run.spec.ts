import { expect, test } from '../fixtures/test';
import { sendEvents, sendRun } from '../../simulator/send-run';
import { openTcpProxy } from '../../lib/testing/tcp-proxy';
import { callApi, failedRun, gateway, sentMessages } from '../fixtures/gateway';
import { logGrid, logRow, readWholeLog } from '../fixtures/log-table';
import { SERVER_PORT } from '../fixtures/server-url';
import { signIn } from '../fixtures/sign-in';

test('a run that is posted while the page is open: seen, filtered, its failed device found, reloaded', async ({
  page,
}) => {
  const client = gateway();
  const run = failedRun(12);
  const { runId, jobName } = run.open;
  const earlier = failedRun(1);
  await sendRun(client, earlier);
  await signIn(page);
  await expect(page.getByRole('link', { name: new RegExp(earlier.open.jobName ?? '') })).toBeVisible();
  await client.openRun(run.open);
  await page.getByRole('button', { name: /new run/ }).click();
  await page.getByRole('link', { name: new RegExp(jobName ?? '') }).click();
  await expect(page.getByText('LIVE', { exact: true })).toBeVisible();

  const first = {
    run_id: runId,
    job_id: run.open.jobId,
    message: 'the first line of all',
    level: 'INFO',
    component: 'scheduler',
  };
  await callApi('POST', '/api/v1/logs', first);
  await expect(page.getByText('the first line of all')).toBeVisible();

  await sendEvents(client, run, { pace: 'burst' });
  await expect(page.getByText(/^(COMPLETE|ENDED)$/)).toBeVisible();

  const devices = page.getByRole('region', { name: 'Devices and timeline' });
  const failed = devices.getByRole('button', { name: /failed/i }).first();
  await expect(failed).toBeVisible();

  await page.getByRole('group', { name: 'Levels' }).getByRole('button', { name: /^INFO/ }).click();
  await page
    .getByRole('group', { name: 'Levels' })
    .getByRole('button', { name: /^DEBUG/ })
    .click();
  await expect(page).toHaveURL(/level=/);
  await page.getByRole('button', { name: /Component/ }).click();
  await page.getByRole('checkbox', { name: /netmiko_driver/ }).click();
  await page.keyboard.press('Escape');
  await expect(page).toHaveURL(/component=netmiko_driver/);
  await expect(logGrid(page).getByText('netmiko_driver').first()).toBeVisible();
  await expect(logGrid(page).getByText('worker.executor')).toHaveCount(0);
  const shown = await page.getByText(/^[\d,]+ of [\d,]+ lines$/).textContent();
  const url = page.url();
  await page.reload();
  await expect(page.getByText(shown ?? '')).toBeVisible();
  expect(page.url()).toBe(url);
});

test('the connection is cut while lines arrive: none is missing, none is doubled', async ({ page }) => {
  const client = gateway();
  const run = failedRun(30);
  const proxy = await openTcpProxy(SERVER_PORT);
  await signIn(page);
  await client.openRun(run.open);
  await page.goto(`${proxy.url}/runs/${encodeURIComponent(run.open.runId)}`);
  await expect(page.getByText('LIVE', { exact: true })).toBeVisible();
  const lines = run.events.filter((event) => event.kind === 'line').map(({ record }) => record);
  const send = (from: number, to: number) => client.postLines(lines.slice(from, to), `${run.open.runId}/${from}`);

  await send(0, 100);
  await expect(logRow(page, 100)).toBeVisible();
  proxy.cut();
  await expect(page.getByText('RECONNECTING', { exact: true })).toBeVisible();
  await send(100, 300);
  proxy.mend();
  await expect(logRow(page, 300)).toBeVisible();
  for (let from = 300; from < lines.length; from += 50) {
    await send(from, Math.min(from + 50, lines.length));
    if (from === 400) proxy.cut();
    if (from === 500) proxy.mend();
  }
  await callApi('PATCH', `/api/v1/runs/${run.open.runId}`, { status: 'failed', declaredLineCount: lines.length });
  await expect(page.getByText('COMPLETE', { exact: true })).toBeVisible();
  const messages = await readWholeLog(page, lines.length);
  expect([...messages.keys()].sort((a, b) => a - b)).toEqual(lines.map((_line, index) => index + 1));
  for (const [index, message] of sentMessages(run).entries()) {
    if (message === null || /[\n\u001b]/.test(message)) continue;
    expect(messages.get(index + 1)).toContain(message.slice(0, 80));
  }
  await proxy.close();
});

test('a reader who scrolls up is left alone and told what is new', async ({ page }) => {
  const client = gateway();
  const run = failedRun(10);
  const lines = run.events.filter((event) => event.kind === 'line').map(({ record }) => record);
  await client.openRun(run.open);
  await client.postLines(lines.slice(0, 150), `${run.open.runId}/0`);
  await signIn(page, `/runs/${run.open.runId}`);
  await expect(page.getByText('LIVE', { exact: true })).toBeVisible();
  await expect(logRow(page, 150)).toBeVisible();
  await logGrid(page).hover();
  await page.mouse.wheel(0, -600);
  await expect(page.getByRole('button', { name: /jump to live/i })).toBeVisible();
  const kept = page.locator('[role="row"][data-seq]').nth(15);
  const before = await kept.boundingBox();
  const seq = await kept.getAttribute('data-seq');
  await client.postLines(lines.slice(150), `${run.open.runId}/150`);
  await expect(page.getByRole('button', { name: /\d+ new lines.* — jump to live/ })).toBeVisible();
  expect(await page.locator(`[data-seq="${seq}"]`).boundingBox()).toEqual(before);
  await page.keyboard.press('l');
  await expect(logRow(page, lines.length)).toBeVisible();
});

test('the first error of a run does not move the line that is being read', async ({ page }) => {
  const runId = `first-error-${Date.now()}`;
  const line = { run_id: runId, job_id: runId, device: 'fra-sw-01' };
  const calm = Array.from({ length: 200 }, (_, i) => ({ ...line, level: 'INFO', message: `calm line ${i + 1}` }));
  await callApi('POST', '/api/v1/logs', calm);
  await signIn(page, `/runs/${runId}`);
  await expect(page.getByText('LIVE', { exact: true })).toBeVisible();
  await expect(logRow(page, 200)).toBeVisible();
  await expect(page.getByText('Nothing has failed so far.')).toBeVisible();
  await logGrid(page).hover();
  await page.mouse.wheel(0, -600);
  await expect(page.getByRole('button', { name: /jump to live/i })).toBeVisible();
  const kept = page.locator('[role="row"][data-seq]').nth(15);
  const before = await kept.boundingBox();
  const seq = await kept.getAttribute('data-seq');
  await callApi('POST', '/api/v1/logs', { ...line, level: 'ERROR', message: 'the first of all errors' });
  await expect(page.getByRole('region', { name: 'Why' }).getByText('the first of all errors')).toBeVisible();
  expect(await page.locator(`[data-seq="${seq}"]`).boundingBox()).toEqual(before);
});

test('100,000 lines scroll to the very end', async ({ page }) => {
  const runId = `long-${Date.now()}`;
  for (let from = 0; from < 100_000; from += 5000) {
    const batch = Array.from({ length: 5000 }, (_, i) => ({
      run_id: runId,
      job_id: 'long',
      message: `line number ${from + i + 1}`,
    }));
    await callApi('POST', '/api/v1/logs', batch);
  }
  await callApi('PATCH', `/api/v1/runs/${runId}`, { status: 'succeeded', declaredLineCount: 100_000 });
  await signIn(page, `/runs/${runId}`);
  await expect(page.getByText('COMPLETE', { exact: true })).toBeVisible();
  const scroller = page.locator('[role="rowgroup"]').last();
  await scroller.evaluate((element) => (element.scrollTop = element.scrollHeight / 2));
  await expect(page.getByText(/line number (49|50)\d{3}/).first()).toBeVisible();
  await scroller.evaluate((element) => (element.scrollTop = element.scrollHeight));
  await expect(page.getByText('line number 100000')).toBeVisible();
  await page.goto(`/runs/${runId}?line=77777`);
  await expect(logRow(page, 77_777)).toBeVisible();
});

test('a failed run opens on its first error, with no key pressed', async ({ page }) => {
  const client = gateway();
  const run = failedRun(60);
  await sendRun(client, run);
  await signIn(page, `/runs/${run.open.runId}`);
  const firstError =
    run.events
      .filter((event) => event.kind === 'line')
      .findIndex(({ record }) => /error|critical/i.test(String(record.level))) + 1;
  await expect(logRow(page, firstError)).toBeInViewport();
});
