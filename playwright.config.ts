import { defineConfig, devices } from '@playwright/test';
import { SERVER_URL } from './e2e/fixtures/server-url';
import { findChromium } from './scripts/find-chromium.mjs';

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
  globalSetup: './e2e/fixtures/start-server.ts',
});
