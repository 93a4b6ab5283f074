import { expect, it } from 'vitest';
import { readSource } from './source-file';

const TEXT = `import 'server-only';
import type { Run } from '@/lib/runs/run';
import { db } from './client';
export * from './other';
const later = () => import('./later');
export type Kind = 'a' | 'b';
export const [first, second] = [1, 2];
export async function findRun(): Promise<Run> {
  return db().find(later);
}
function hidden() {}
`;

it('reads what a file imports, types and late ones too, what it exports, and how long its functions are', () => {
  const known = new Map([
    ['@/lib/runs/run', 'lib/runs/run.ts'],
    ['./client', 'lib/db/client.ts'],
    ['./other', 'lib/db/other.ts'],
    ['./later', 'lib/db/later.ts'],
  ]);
  const file = readSource('lib/db/sample.ts', TEXT, (source) => known.get(source) ?? null);
  expect(file.imports).toEqual([...known.values()]);
  expect(file.exports).toEqual(['Kind', '[first, second]', 'findRun']);
  expect(file.functions).toEqual([
    { name: 'later', lineCount: 1 },
    { name: 'findRun', lineCount: 3 },
    { name: 'hidden', lineCount: 1 },
  ]);
  expect(file.lineCount).toBe(11);
});
