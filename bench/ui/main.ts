import { writeFileSync } from 'node:fs';
import { ServerProcess } from '../../faults/server-process';
import { printFigures, type Figure } from '../figure';
import { ADMIN_EMAIL, ADMIN_PASSWORD, launchBrowser, openTab } from './browser';
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
    const long = await benchLongRun(await openTab(browser, server.url), server.url, lineCount);
    const wide = await benchWideRun(await openTab(browser, server.url), server.url, wideRunId);
    const live = part === 1 ? await benchLiveRun(await openTab(browser, server.url), server) : [];
    return [
      ...named(`run of ${lineCount} lines`, long),
      ...named(`run of ${deviceCount} devices`, wide),
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
