import { existsSync } from 'node:fs';

const SYSTEM = [
  // What headless tests need and no more: two thirds of the time of the whole browser.
  '/usr/bin/chromium-headless-shell',
  '/usr/bin/chromium',
  '/usr/bin/chromium-browser',
  '/usr/bin/google-chrome',
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
];

/** The browser of the browser tests: CHROMIUM_PATH, else the system's; undefined leaves it to Playwright's own. */
export function findChromium() {
  return process.env.CHROMIUM_PATH || SYSTEM.find((path) => existsSync(path));
}
