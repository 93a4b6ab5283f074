import { mkdirSync, mkdtempSync, rmSync, utimesSync, writeFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { isBuildNeeded } from './is-build-needed.mjs';

const [BEFORE, BUILT, AFTER] = [new Date(1000), new Date(2000), new Date(3000)];
let root: string;

function write(name: string, time: Date): void {
  const file = path.join(root, name);
  mkdirSync(path.dirname(file), { recursive: true });
  writeFileSync(file, '');
  for (let at = file; at !== root; at = path.dirname(at)) utimesSync(at, time, time);
}

beforeEach(() => {
  root = mkdtempSync(path.join(os.tmpdir(), 'netraven-build-'));
  write('app/page.tsx', BEFORE);
  write('lib/generated/prisma/client.ts', BEFORE);
  write('lib/runs/status.ts', BEFORE);
  write('next.config.js', BEFORE);
  write('.next/BUILD_ID', BUILT);
});
afterEach(() => rmSync(root, { recursive: true }));

const touch = (name: string) => utimesSync(path.join(root, name), AFTER, AFTER);

it('is not needed while nothing changed', () => {
  expect(isBuildNeeded(root)).toBe(false);
});

it.each(['app/page.tsx', 'lib/runs/status.ts', 'lib/runs', 'next.config.js'])('is needed when %s changed', (name) => {
  touch(name);
  expect(isBuildNeeded(root)).toBe(true);
});

it.each(['.next/BUILD_ID', 'lib/generated/prisma/client.ts'])('is needed when %s is missing', (name) => {
  rmSync(path.join(root, name));
  expect(isBuildNeeded(root)).toBe(true);
});

it.each(['lib/generated', 'lib/runs/status.test.ts', 'lib/testing/factory.ts', 'next-env.d.ts', 'README.md'])(
  'is not needed for %s',
  (name) => {
    write(name === 'lib/generated' ? 'lib/generated/prisma/new.ts' : name, BEFORE);
    touch(name);
    expect(isBuildNeeded(root)).toBe(false);
  },
);
