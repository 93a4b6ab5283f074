import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { measureSizes, type SourceFile } from './file-sizes';

// Part of `npm run lint`: prints how long the files are, and fails when they are too long.

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

function findSources(folder: string): SourceFile[] {
  return readdirSync(path.join(ROOT, folder), { withFileTypes: true }).flatMap((entry) => {
    const name = path.posix.join(folder, entry.name);
    if (entry.isDirectory()) return LEFT_OUT.has(name) || entry.name.startsWith('.') ? [] : findSources(name);
    if (!/(?<!\.d)\.tsx?$/.test(name)) return [];
    return [{ path: name, lineCount: readFileSync(path.join(ROOT, name), 'utf8').trimEnd().split('\n').length }];
  });
}

const { fileCount, median, p90, problems } = measureSizes(findSources(''));
console.log(`${fileCount} source files: median ${median} lines, 90 % within ${p90}`);
for (const problem of problems) console.error(`too long: ${problem}`);
if (problems.length > 0) process.exitCode = 1;
