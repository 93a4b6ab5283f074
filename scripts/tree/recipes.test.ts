import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { expect, it } from 'vitest';

const ROOT = path.resolve(import.meta.dirname, '../..');
const recipes = readFileSync(path.join(ROOT, 'docs/recipes.md'), 'utf8');
const named = [...recipes.matchAll(/`((?:app|bench|components|e2e|eslint|faults|lib|prisma|scripts)\/[^`…]*)`/g)];
/** What a recipe tells to make. */
const TO_COME = new Set(['lib/notify/']);

it.each([...new Set(named.map(([, file = '']) => file))])('docs/recipes.md names %s, which is there', (file) => {
  expect(existsSync(path.join(ROOT, file))).toBe(!TO_COME.has(file));
});
