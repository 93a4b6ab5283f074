// `npm test`: everything that must hold, cheapest first; stops at the first step that fails.
// The last line is always "N passed, N failed", alone: the tests of vitest and Playwright together.
import { existsSync, readFileSync, rmSync } from 'node:fs';
import path from 'node:path';
import { spawnSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { findChromium } from './find-chromium.mjs';
import { findOutsidePostgres } from './find-outside-postgres.mjs';
import { isBuildNeeded } from './start/is-build-needed.mjs';
import { countTests } from './test/count-tests.mjs';

const ROOT = fileURLToPath(new URL('..', import.meta.url));
const isCi = process.env.CI === 'true';
const VITEST_REPORT = 'test-results/vitest.json';
const OUTSIDE_REPORT = 'test-results/vitest-outside.json';
const FAULTS_REPORT = 'test-results/faults.json';
const PLAYWRIGHT_REPORT = 'test-results/playwright.json';

const vitest = (projects, report) => [
  'npx',
  'vitest',
  'run',
  ...projects.map((name) => `--project=${name}`),
  '--reporter=default',
  '--reporter=json',
  `--outputFile.json=${report}`,
];

const STEPS = [
  { name: 'lint', command: ['npm', 'run', '--silent', 'lint'] },
  { name: 'types', command: ['npm', 'run', '--silent', 'typecheck'] },
  {
    name: 'unit and database tests',
    command: vitest(['unit', 'db'], VITEST_REPORT),
    report: VITEST_REPORT,
  },
  {
    // They repeat those above on another server, for minutes: what a change breaks shows there as well.
    name: 'database tests on an outside PostgreSQL',
    command: vitest(['db-outside'], OUTSIDE_REPORT),
    report: OUTSIDE_REPORT,
    isNeeded: () => isCi,
  },
  { name: 'build', command: ['npm', 'run', '--silent', 'build'], isNeeded: () => isBuildNeeded(ROOT) },
  { name: 'fault tests', command: vitest(['faults'], FAULTS_REPORT), report: FAULTS_REPORT },
  { name: 'browser tests', command: ['npx', 'playwright', 'test'], report: PLAYWRIGHT_REPORT },
];

async function hasChromium() {
  const found = findChromium();
  if (found) return existsSync(found);
  const { chromium } = await import('@playwright/test');
  return existsSync(chromium.executablePath());
}

function run({ name, command: [program, ...args] }) {
  console.log(`\n== ${name}`);
  const startedAt = performance.now();
  const { status } = spawnSync(program, args, { cwd: ROOT, stdio: 'inherit', shell: process.platform === 'win32' });
  console.log(
    `== ${name}: ${status === 0 ? 'ok' : 'FAILED'} after ${((performance.now() - startedAt) / 1000).toFixed(1)} s`,
  );
  return status === 0;
}

function readCounts(report) {
  const file = path.join(ROOT, report);
  return existsSync(file) ? countTests(JSON.parse(readFileSync(file, 'utf8'))) : { passed: 0, failed: 0 };
}

function runSteps() {
  const total = { passed: 0, failed: 0 };
  for (const step of STEPS) {
    if (step.isNeeded && !step.isNeeded()) continue;
    // The report of an earlier run must not count for this one.
    if (step.report) rmSync(path.join(ROOT, step.report), { force: true });
    const isOk = run(step);
    const { passed, failed } = step.report ? readCounts(step.report) : { passed: 0, failed: 0 };
    total.passed += passed;
    // A step may fail without a failing test: lint, or a test file that does not load.
    total.failed += isOk ? failed : Math.max(1, failed);
    if (!isOk) {
      console.log(`\nStopped at: ${step.name}`);
      break;
    }
  }
  return total;
}

const isDebian = process.platform === 'linux' && existsSync('/usr/bin/apt-get') && process.getuid?.() === 0;

/** Fault tests use an outside PostgreSQL where there is one; CI tests everything on it. */
function mayGoOnWithoutOutside() {
  if (findOutsidePostgres()) return true;
  const advice = isDebian
    ? 'apt-get install -y postgresql'
    : 'install PostgreSQL 15 or newer, or set OUTSIDE_POSTGRES_BIN';
  console.error(`No outside PostgreSQL is tested, for want of one: ${advice}`);
  return !isCi;
}

if (!(await hasChromium())) {
  console.error('The browser tests need a Chromium. This gets one:');
  console.error(isDebian ? '  apt-get install -y chromium' : '  npx playwright install --with-deps chromium');
  process.exitCode = 1;
} else if (!mayGoOnWithoutOutside()) {
  process.exitCode = 1;
} else {
  const { passed, failed } = runSteps();
  console.log(`\n${passed} passed, ${failed} failed`);
  process.exitCode = failed === 0 ? 0 : 1;
}
