import { expect, test, type Locator, type Page } from '../fixtures/test';
import { buildNight, DAY_MS, lastMidnight } from '../../simulator/scenario/build-night';
import { buildFleet } from '../../simulator/scenario/fleet';
import type { SimulatedRun } from '../../simulator/scenario/simulated-run';
import { sendRun } from '../../simulator/send-run';
import { describeRun } from '../../simulator/truth';
import { callApi, gateway } from '../fixtures/gateway';
import { logGrid, logRow } from '../fixtures/log-table';
import { atEachWidth, expectAccessible, expectNothingBeside } from '../fixtures/looks';
import { signIn } from '../fixtures/sign-in';

const NIGHTS = 6;

/** The nightly backups of some nights, last night's last, under a job of their own. */
function nightlyRuns(name: string, nights: number): SimulatedRun[] {
  const fleet = buildFleet(40);
  return Array.from({ length: nights }, (_, index) => nights - 1 - index)
    .flatMap((nightsAgo) =>
      buildNight({ seed: name, fleet, midnightMs: lastMidnight(Date.now()) - nightsAgo * DAY_MS, nightsAgo }),
    )
    .filter(({ open }) => open.jobName === 'Nightly backup')
    .map((run) => ({
      ...run,
      open: { ...run.open, jobId: name, jobName: name },
      events: run.events.map((event) =>
        event.kind === 'line' ? { ...event, record: { ...event.record, job_id: name } } : event,
      ),
    }));
}

async function sendNights(name: string, nights = NIGHTS): Promise<SimulatedRun> {
  const runs = nightlyRuns(name, nights);
  for (const run of runs) await sendRun(gateway(), run);
  const last = runs.at(-1);
  if (!last) throw new Error('no night was built');
  return last;
}

const why = (page: Page): Locator => page.getByRole('region', { name: 'Why' });
const cause = (page: Page, text: string | RegExp): Locator => why(page).getByRole('button', { name: text });

test('last night’s causes are those of its truth, each with its lines one click away', async ({ page }) => {
  const run = await sendNights(`why-${Date.now()}`);
  const { causes } = describeRun(run);
  const bySize = Object.entries(causes).sort((a, b) => b[1].length - a[1].length);
  expect(bySize.length).toBe(2);
  await signIn(page, `/runs/${run.open.runId}`);
  const chips = why(page).locator('button[aria-pressed]');
  await expect(chips).toHaveCount(bySize.length);
  for (const [index, [text, devices]] of bySize.entries()) {
    await expect(chips.nth(index)).toContainText(text);
    await expect(chips.nth(index)).toContainText(`${devices.length}×`);
  }
  const tacacs = cause(page, /TACACS/);
  const pair = cause(page, /no route to host/);
  await expect(tacacs).toContainText('site fra');
  await expect(tacacs).toContainText('new');
  await expect(pair).toContainText('known, 5th run in a row');

  const shownLines = async (chip: Locator) => Number(/(\d+) lines?$/.exec((await chip.textContent()) ?? '')?.[1]);
  const total = await shownLines(tacacs);
  await tacacs.click();
  await expect(tacacs).toHaveAttribute('aria-pressed', 'true');
  await expect(page.getByText(new RegExp(`^${total} of [\\d,]+ lines$`))).toBeVisible();
  await expect(logGrid(page).getByText('no route to host')).toHaveCount(0);
  await page.reload();
  await expect(tacacs).toHaveAttribute('aria-pressed', 'true');

  const both = total + (await shownLines(pair));
  await pair.click({ modifiers: ['Shift'] });
  await expect(page.getByText(new RegExp(`^${both} of [\\d,]+ lines$`))).toBeVisible();
  await pair.click();
  await pair.click();
  await expect(page).not.toHaveURL(/device=/);

  await why(page)
    .getByRole('button', { name: /^Show line \d/ })
    .first()
    .click();
  await expect(page).toHaveURL(/line=\d+/);
  const seq = Number(new URL(page.url()).searchParams.get('line'));
  await expect(logRow(page, seq)).toContainText('TACACS');
});

test('the run after tells what recovered, and its own errors', async ({ page }) => {
  const job = `mended-${Date.now()}`;
  const send = async (runId: string, status: string, lines: object[], devices: Record<string, object>) => {
    await callApi('POST', '/api/v1/runs', { jobId: job, runId });
    await callApi(
      'POST',
      '/api/v1/logs',
      lines.map((line) => ({ job_id: job, run_id: runId, ...line })),
    );
    for (const [device, result] of Object.entries(devices)) {
      await callApi('PUT', `/api/v1/runs/${runId}/devices/${device}`, result);
    }
    await callApi('PATCH', `/api/v1/runs/${runId}`, { status });
  };
  const refused = { level: 'ERROR', device: 'sw-1', message: 'login to 10.0.0.1:22 refused after 3 s' };
  await send(`${job}-1`, 'failed', [refused], { 'sw-1': { status: 'failed' } });
  const own = { level: 'CRITICAL', component: 'git', message: 'the disk of the repository is full' };
  await send(`${job}-2`, 'failed', [{ ...refused, level: 'INFO' }, own], { 'sw-1': { status: 'unchanged' } });
  await signIn(page, `/runs/${job}-2`);
  await expect(cause(page, /login to .* refused/)).toContainText('recovered');
  await cause(page, /the disk of the repository is full/).click();
  await expect(page.getByText(/^1 of 2 lines$/)).toBeVisible();
  await expect(logGrid(page)).toContainText('the disk of the repository is full');
});

test('a cause is told while the run is open, and a slow run is marked', async ({ page }) => {
  const job = `slow-${Date.now()}`;
  const at = (minutesAgo: number) => new Date(Date.now() - minutesAgo * 60_000).toISOString();
  for (const [index, minutes] of [7, 7, 8].entries()) {
    const startedAt = at(600 - index * 60);
    await callApi('POST', '/api/v1/runs', { jobId: job, runId: `${job}-${index}`, startedAt });
    const finishedAt = at(600 - index * 60 - minutes);
    await callApi('PATCH', `/api/v1/runs/${job}-${index}`, { status: 'succeeded', finishedAt });
  }
  await callApi('POST', '/api/v1/runs', { jobId: job, runId: `${job}-now`, startedAt: at(5) });
  await signIn(page, `/runs/${job}-now`);
  await expect(page.getByText('usual 7–8m')).toBeVisible();
  await expect(page.getByText('in 1m')).toBeVisible();
  await callApi('PUT', `/api/v1/runs/${job}-now/devices/sw-9`, { status: 'failed', cause: 'no space on flash' });
  await expect(cause(page, /no space on flash/)).toBeVisible();
  await callApi('POST', '/api/v1/runs', { jobId: job, runId: `${job}-slow`, startedAt: at(20) });
  await callApi('PATCH', `/api/v1/runs/${job}-slow`, { status: 'failed', finishedAt: at(0) });
  await page.goto(`/runs/${job}-slow`);
  await expect(page.getByText('slower than usual')).toBeAttached();
});

test('causes at each width, in both themes: axe finds nothing', async ({ page }) => {
  const run = await sendNights(`look-${Date.now()}`, 2);
  await atEachWidth(page, { widths: [1440, 390] }, async () => {
    await signIn(page, `/runs/${run.open.runId}`);
    await expect(cause(page, /TACACS/)).toBeVisible();
    await expect(page.getByText('COMPLETE', { exact: true })).toBeVisible();
    await expectAccessible(page);
    await expectNothingBeside(page);
  });
});
