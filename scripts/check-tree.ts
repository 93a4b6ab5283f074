import { existsSync, readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { measureSizes } from './tree/file-sizes';
import { houseFigures } from './tree/house-figures';
import { readSource, type SourceFile } from './tree/source-file';

// Part of `npm run lint`: prints what the tree is like, each figure with its limit, and fails when one is missed.

const ROOT = fileURLToPath(new URL('..', import.meta.url));
/** Not ours, not written by hand, or wrong on purpose. Folders that begin with a dot are left out too. */
const LEFT_OUT = new Set([
  'node_modules',
  'lib/generated',
  'eslint/samples',
  'data',
  'playwright-report',
  'test-results',
]);
const ENDINGS = ['', '.ts', '.tsx', '.mts', '.d.ts'];

function resolve(source: string, from: string): string | null {
  if (!/^(?:@\/|\.)/.test(source)) return null;
  const base = source.startsWith('@/') ? source.slice(2) : path.posix.join(path.posix.dirname(from), source);
  const found = ENDINGS.map((ending) => base + ending).find((file) => existsSync(path.join(ROOT, file)));
  return found ?? null;
}

function findSources(folder: string): SourceFile[] {
  return readdirSync(path.join(ROOT, folder), { withFileTypes: true }).flatMap((entry) => {
    const name = path.posix.join(folder, entry.name);
    if (entry.isDirectory()) return LEFT_OUT.has(name) || entry.name.startsWith('.') ? [] : findSources(name);
    if (!/(?<!\.d)\.tsx?$/.test(name)) return [];
    return [readSource(name, readFileSync(path.join(ROOT, name), 'utf8'), resolve)];
  });
}

const files = findSources('');
const { fileCount, median, p90, problems } = measureSizes(files);
console.log(`${fileCount} source files: median ${median} lines, 90 % within ${p90}`);
for (const problem of problems) console.error(`too long: ${problem}`);
const missed = houseFigures(files).filter(({ name, value, limit, isMet, offenders }) => {
  console.log(`${name}: ${value}, ${limit}`);
  if (!isMet) for (const offender of offenders) console.error(`  ${offender}`);
  return !isMet;
});
if (problems.length > 0 || missed.length > 0) process.exitCode = 1;
