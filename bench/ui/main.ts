import { writeFileSync } from 'node:fs';
import type { Page } from '@playwright/test';
import { ServerProcess } from '../../lib/testing/real-server/server-process';
import { ADMIN_EMAIL, ADMIN_PASSWORD } from '../../lib/testing/real-server/credentials';
import { loadFailedNights } from '../failed-nights';
import { untilSealed } from '../fleet';
import { printFigures, type Figure } from '../figure';
import { launchBrowser, openTab } from './browser';
import { benchFailedRun } from './failed-run';
import { benchFirstLine } from './first-line';
import { benchLiveRun } from './live-run';
import { benchLongRun, loadLongRun } from './long-run';
import { benchWideRun, loadWideRun } from './wide-run';

const LONG_LINES = 1_000_000;
const WIDE_DEVICES = 5000;

/** The run page in a real browser, at a tenth of the size and in full, each on a server of its own. */
async function benchSize(part: number): Promise<Figure[]> {
  const [lineCount, deviceCount] = [LONG_LINES * part, WIDE_DEVICES * part];
  const server = await ServerProcess.create({ ADMIN_EMAIL, ADMIN_PASSWORD });
  const browser = await launchBrowser();
  try {
    await server.start();
    await loadLongRun(server, lineCount);
    const wideRunId = await loadWideRun(server, deviceCount);
    const named = (prefix: string, figures: Figure[]) =>
      figures.map((figure) => ({ ...figure, name: `${prefix}: ${figure.name}` }));
    // A tab each: what one leaves behind is not the other's.
    const inTab = async (bench: (page: Page) => Promise<Figure[]>) => {
      const page = await openTab(browser, server.url);
      const figures = await bench(page);
      await page.context().close();
      return figures;
    };
    const long = await inTab((page) => benchLongRun(page, server.url, lineCount));
    const wide = await inTab((page) => benchWideRun(page, server.url, wideRunId));
    const failed: Figure[] = [];
    for (const kindCount of [6, (2 * deviceCount) / 5]) {
      const nights = { name: `failed-${kindCount}`, deviceCount, kindCount };
      await loadFailedNights(server, nights);
      await untilSealed(server);
      const figures = await inTab((page) => benchFailedRun(page, server, nights));
      failed.push(...named(`${deviceCount} failed devices of ${kindCount} kinds`, figures));
    }
    const first = await inTab((page) => benchFirstLine(page, server));
    const live = part === 1 ? await inTab((page) => benchLiveRun(page, server)) : [];
    return [
      ...named(`run of ${lineCount} lines`, long),
      ...named(`run of ${deviceCount} devices`, wide),
      ...failed,
      ...named('live run', first),
      ...named('live run, 500 lines/s', live),
    ];
  } finally {
    await browser.close();
    await server.remove();
  }
}

async function main(): Promise<void> {
  const figures = [...(await benchSize(0.1)), ...(await benchSize(1))];
  printFigures(figures);
  writeFileSync('bench/ui-results.json', `${JSON.stringify(figures, null, 2)}\n`);
}

void main();
