import { readFileSync } from 'node:fs';
import { chromium, type Browser, type CDPSession, type Page } from '@playwright/test';
import { ADMIN_EMAIL, ADMIN_PASSWORD } from '../../lib/testing/real-server/credentials';
import { findChromium } from '../../scripts/find-chromium.mjs';
import { atMost, type Figure } from '../figure';

/** Chromium's sandbox does not start as root; precise figures of memory are off by default. */
export function launchBrowser(): Promise<Browser> {
  const isRoot = process.getuid?.() === 0;
  return chromium.launch({
    executablePath: findChromium(),
    args: [
      ...(isRoot ? ['--no-sandbox'] : []),
      '--disable-dev-shm-usage',
      '--disable-gpu',
      '--enable-precise-memory-info',
    ],
  });
}

/** A tab of its own session, signed in and on the job list, where people come from. */
export async function openTab(browser: Browser, url: string): Promise<Page> {
  const context = await browser.newContext({ viewport: { width: 1440, height: 900 } });
  // tsx names functions by a call of its own, which functions that run in the page do not find there.
  await context.addInitScript('globalThis.__name = (fn) => fn');
  const page = await context.newPage();
  await page.goto(`${url}/login?next=/runs`);
  await page.getByLabel('E-mail').fill(ADMIN_EMAIL);
  await page.getByLabel('Password', { exact: true }).fill(ADMIN_PASSWORD);
  await page.getByRole('button', { name: 'Sign in' }).click();
  await page.getByRole('heading', { name: 'Runs' }).waitFor();
  return page;
}

const MB = 1024 * 1024;

/**
 * What the tab's JavaScript and its documents hold after a collection of garbage, as the browser counts it
 * (`performance.measureUserAgentSpecificMemory` needs isolation that the page has no other use for).
 */
async function measureTabMb(page: Page): Promise<number> {
  const cdp = await page.context().newCDPSession(page);
  await cdp.send('HeapProfiler.collectGarbage');
  const {
    usedSize,
    embedderHeapUsedSize = 0,
    backingStorageSize = 0,
  } = (await cdp.send('Runtime.getHeapUsage')) as {
    usedSize: number;
    embedderHeapUsedSize?: number;
    backingStorageSize?: number;
  };
  await cdp.detach();
  return (usedSize + embedderHeapUsedSize + backingStorageSize) / MB;
}

/**
 * Private memory of the largest tab's process, in the browser's task manager its memory footprint: the browser names the
 * process, Linux its memory. Null elsewhere.
 */
async function measureProcessMb(page: Page): Promise<number | null> {
  const browser = page.context().browser();
  if (!browser || process.platform !== 'linux') return null;
  const cdp = await browser.newBrowserCDPSession();
  const { processInfo } = await cdp.send('SystemInfo.getProcessInfo');
  await cdp.detach();
  const tabs = processInfo.filter(({ type }) => type === 'renderer');
  return Math.max(...tabs.map(({ id }) => privateMb(id)));
}

function privateMb(pid: number): number {
  const rollup = readFileSync(`/proc/${pid}/smaps_rollup`, 'utf8');
  const kib = [...rollup.matchAll(/^Private_(?:Clean|Dirty):\s+(\d+) kB$/gm)].map(([, size]) => Number(size));
  return kib.reduce((sum, size) => sum + size, 0) / 1024;
}

/** Figures of what the tab holds, after all that was done in it. */
export async function memoryFigures(page: Page): Promise<Figure[]> {
  const heapMb = await measureTabMb(page);
  const processMb = await measureProcessMb(page);
  return [
    atMost('what JavaScript and documents of the tab hold afterwards', heapMb, { max: 150, unit: 'MB' }),
    ...(processMb === null ? [] : [atMost('memory of the tab’s process', processMb, { max: 150, unit: 'MB' })]),
  ];
}

/** Makes the tab as a browser makes one that nobody has looked at for some time, and back. */
export async function setFrozen(cdp: CDPSession, isFrozen: boolean): Promise<void> {
  await cdp.send('Page.setWebLifecycleState', { state: isFrozen ? 'frozen' : 'active' });
}
