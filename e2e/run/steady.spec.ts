import { expect, test, type Page } from '../fixtures/test';
import { sendRun } from '../../simulator/send-run';
import { failedRun, gateway } from '../fixtures/gateway';
import { logGrid } from '../fixtures/log-table';
import { signIn } from '../fixtures/sign-in';

test.use({ isPageNew: true });

/** Each shift of the layout as the browser reports it: its score (1 is the whole page) and what moved. */
const watchShifts = (page: Page) =>
  page.addInitScript(() => {
    const shifts: string[] = [];
    Object.assign(window, { shifts });
    new PerformanceObserver((list) => {
      for (const entry of list.getEntries() as (PerformanceEntry & { value: number; sources: { node?: Node }[] })[]) {
        const moved = entry.sources.map(({ node }) => (node?.textContent ?? '').slice(0, 40)).join(' | ');
        if (entry.value > 0.01) shifts.push(`${entry.value.toFixed(3)} ${moved}`);
      }
    }).observe({ type: 'layout-shift', buffered: true });
  });
const readShifts = (page: Page) => page.evaluate(() => (window as unknown as { shifts: string[] }).shifts);

for (const width of [1440, 390]) {
  test(`nothing moves while a page comes to life at ${width} px`, async ({ page }) => {
    const run = failedRun(30, Date.now() - 600_000);
    await sendRun(gateway(), run);
    await page.setViewportSize({ width, height: 900 });
    await watchShifts(page);
    await signIn(page, `/runs/${run.open.runId}`);
    await expect(logGrid(page)).toBeVisible();
    expect(await readShifts(page)).toEqual([]);

    await page.goto(`/runs?job=${run.open.jobId}`);
    await expect(page.getByRole('row')).toHaveCount(2);
    expect(await readShifts(page)).toEqual([]);
  });
}
