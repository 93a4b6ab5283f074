import { chmodSync, mkdtempSync, rmSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { defineConfig, devices } from '@playwright/test';
import { ADMIN_EMAIL, ADMIN_PASSWORD, INGEST_TOKEN, READ_TOKEN } from './e2e/fixtures/credentials';
import { SERVER_PORT, SERVER_URL } from './e2e/fixtures/server-url';
import { findChromium } from './scripts/find-chromium.mjs';

const DATA_DIR = path.join(makeFolder(), 'data');
// Chromium's sandbox does not start as root; containers often have a small /dev/shm.
const isRoot = process.getuid?.() === 0;
const launchArgs = [...(isRoot ? ['--no-sandbox'] : []), '--disable-dev-shm-usage', '--disable-gpu'];

export default defineConfig({
  testDir: 'e2e',
  // Both only end a test that would never pass: what a slow or busy machine takes must not decide.
  timeout: 300_000,
  expect: { timeout: 60_000 },
  // Every test has runs of its own, and asks of the list only what is theirs.
  workers: 2,
  forbidOnly: Boolean(process.env.CI),
  reporter: [['list'], ['json', { outputFile: 'test-results/playwright.json' }]],
  // A trace costs a seventh of the whole: `npx playwright test --trace on FILE` makes one of what failed.
  use: { baseURL: SERVER_URL, screenshot: 'only-on-failure' },
  projects: [
    {
      name: 'chromium',
      use: {
        ...devices['Desktop Chrome'],
        viewport: { width: 1440, height: 900 },
        launchOptions: { executablePath: findChromium(), args: launchArgs },
      },
    },
  ],
  webServer: {
    command: 'exec node scripts/start.mjs',
    url: `${SERVER_URL}/api/health/ready`,
    timeout: 180_000,
    reuseExistingServer: false,
    stdout: 'pipe',
    // Anything harder would leave the database behind.
    gracefulShutdown: { signal: 'SIGTERM', timeout: 10_000 },
    env: {
      PORT: String(SERVER_PORT),
      NEXTAUTH_URL: SERVER_URL,
      DATABASE_URL: process.env.E2E_DATABASE_URL ?? '',
      DATA_DIR,
      ADMIN_EMAIL,
      ADMIN_PASSWORD,
      INGEST_TOKEN,
      READ_TOKEN,
    },
  },
});

/** Fresh for each run. The main process makes it and removes it at its end; its workers read this file again. */
function makeFolder(): string {
  const known = process.env.NETRAVEN_E2E_FOLDER;
  if (known) return known;
  const folder = mkdtempSync(path.join(os.tmpdir(), 'netraven-e2e-'));
  chmodSync(folder, 0o711); // as root the database runs as another user, who must pass through
  process.env.NETRAVEN_E2E_FOLDER = folder;
  process.on('exit', () => rmSync(folder, { recursive: true, force: true }));
  return folder;
}
