// `npm test`: everything that must hold, cheapest first; stops after the first step that fails.
// The last line is always "N passed, N failed", alone: the tests of vitest and Playwright together.
import { existsSync, readFileSync, rmSync } from 'node:fs';
import path from 'node:path';
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { fileURLToPath } from 'node:url';
import { findChromium } from './find-chromium.mjs';
import { findNginx } from './find-nginx.mjs';
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

/** Stages one after the other; each is of lanes, which run beside each other: lint and the compiler keep one core each. */
const STAGES = [
  [
    [{ name: 'lint', command: ['npm', 'run', '--silent', 'lint'] }],
    [
      { name: 'types', command: ['npm', 'run', '--silent', 'typecheck'] },
      { name: 'build', command: ['npm', 'run', '--silent', 'build'], isNeeded: () => isBuildNeeded(ROOT) },
    ],
  ],
  [
    [
      { name: 'unit and database tests', command: vitest(['unit', 'db'], VITEST_REPORT), report: VITEST_REPORT },
      {
        // They repeat those above on another server, for minutes: what a change breaks shows there as well.
        name: 'database tests on an outside PostgreSQL',
        command: vitest(['db-outside'], OUTSIDE_REPORT),
        report: OUTSIDE_REPORT,
        isNeeded: () => isCi,
      },
    ],
    // Most of what they do is wait for servers to come back.
    [{ name: 'fault tests', command: vitest(['faults'], FAULTS_REPORT), report: FAULTS_REPORT }],
  ],
  [[{ name: 'browser tests', command: ['npx', 'playwright', 'test'], report: PLAYWRIGHT_REPORT }]],
];

async function hasChromium() {
  const found = findChromium();
  if (found) return existsSync(found);
  const { chromium } = await import('@playwright/test');
  return existsSync(chromium.executablePath());
}

/** Runs a step; the output of one that has another beside it is held back until it ends. */
async function run({ name, command: [program, ...args] }, isAlone) {
  if (isAlone) console.log(`\n== ${name}`);
  const startedAt = performance.now();
  const stdio = isAlone ? 'inherit' : ['ignore', 'pipe', 'pipe'];
  const child = spawn(program, args, { cwd: ROOT, stdio, shell: process.platform === 'win32' });
  const output = [];
  for (const stream of [child.stdout, child.stderr]) stream?.on('data', (part) => output.push(part));
  const [status] = await once(child, 'close');
  if (!isAlone) process.stdout.write(`\n== ${name}\n${Buffer.concat(output)}`);
  const seconds = ((performance.now() - startedAt) / 1000).toFixed(1);
  console.log(`== ${name}: ${status === 0 ? 'ok' : 'FAILED'} after ${seconds} s`);
  return status === 0;
}

function readCounts(report) {
  const file = path.join(ROOT, report);
  return existsSync(file) ? countTests(JSON.parse(readFileSync(file, 'utf8'))) : { passed: 0, failed: 0 };
}

/** The tests of a lane's steps; goes no further than the first step that fails. */
async function runLane(steps, isAlone) {
  const total = { passed: 0, failed: 0 };
  for (const step of steps) {
    if (step.isNeeded && !step.isNeeded()) continue;
    // The report of an earlier run must not count for this one.
    if (step.report) rmSync(path.join(ROOT, step.report), { force: true });
    const isOk = await run(step, isAlone);
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

async function runStages() {
  const total = { passed: 0, failed: 0 };
  for (const lanes of STAGES) {
    for (const { passed, failed } of await Promise.all(lanes.map((steps) => runLane(steps, lanes.length === 1)))) {
      total.passed += passed;
      total.failed += failed;
    }
    if (total.failed > 0) break;
  }
  return total;
}

const isDebian = process.platform === 'linux' && existsSync('/usr/bin/apt-get') && process.getuid?.() === 0;

/** What only a part of the tests needs; in CI nothing may be left out. */
const PROGRAMS = [
  {
    find: findOutsidePostgres,
    missing: 'No outside PostgreSQL is tested',
    advice: isDebian ? 'apt-get install -y postgresql' : 'install PostgreSQL 15 or newer, or set OUTSIDE_POSTGRES_BIN',
  },
  {
    find: findNginx,
    missing: 'Nothing is tested behind nginx',
    advice: isDebian ? 'apt-get install -y nginx-light' : 'install nginx, or set NGINX_PATH',
  },
];

function mayGoOnWithoutPrograms() {
  const missing = PROGRAMS.filter(({ find }) => !find());
  for (const program of missing) console.error(`${program.missing}, for want of one: ${program.advice}`);
  return missing.length === 0 || !isCi;
}

if (!(await hasChromium())) {
  console.error('The browser tests need a Chromium. This gets one:');
  console.error(
    isDebian ? '  apt-get install -y chromium-headless-shell' : '  npx playwright install --with-deps chromium',
  );
  process.exitCode = 1;
} else if (!mayGoOnWithoutPrograms()) {
  process.exitCode = 1;
} else {
  const { passed, failed } = await runStages();
  console.log(`\n${passed} passed, ${failed} failed`);
  process.exitCode = failed === 0 ? 0 : 1;
}
