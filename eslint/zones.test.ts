import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { ESLint, type Linter } from 'eslint';
import { describe, expect, it } from 'vitest';
import { importZones } from './zones.mjs';

const ROOT = fileURLToPath(new URL('..', import.meta.url));
const SAMPLES = path.join(ROOT, 'eslint/samples');
/** The samples are kept out of the normal lint; `ignore: false` lets them in here. */
const eslint = new ESLint({ cwd: ROOT, ignore: false });

/** Errors only: that a comment cannot switch a rule off is told as a warning. */
async function findErrors(text: string, as: string): Promise<Linter.LintMessage[]> {
  const [result] = await eslint.lintText(text, { filePath: path.join(ROOT, as) });
  return result?.messages.filter((message) => message.severity === 2) ?? [];
}

async function findBrokenRules(text: string, as: string): Promise<string[]> {
  const errors = await findErrors(text, as);
  return [...new Set(errors.map((error) => error.ruleId ?? error.message))];
}

/** First line of a sample: the path that it pretends to have, and the rule that it breaks, or none. */
function readSample(name: string): { as: string; rule: string; text: string } {
  const text = readFileSync(path.join(SAMPLES, name), 'utf8');
  const [, as, rule] = /^\/\/ As (.+): (\S+)\n/.exec(text) ?? [];
  if (!as || !rule) throw new Error(`${name} does not say what it is a sample of`);
  return { as, rule, text };
}

const lines = (count: number): string => '// a line\n'.repeat(count);
const longFunction = (count: number): string => `export function run(): void {\n${'  void 0;\n'.repeat(count - 2)}}\n`;

describe('lint rules', () => {
  const samples = readdirSync(SAMPLES);

  it.each(samples)('%s breaks the rule it names and no other', async (name) => {
    const { as, rule, text } = readSample(name);
    expect(await findBrokenRules(text, as)).toEqual(rule === 'none' ? [] : [rule]);
  });

  it('are shown by a sample for each zone, and by one that passes', async () => {
    const found: string[] = [];
    for (const { as, text } of samples.map(readSample)) {
      found.push(...(await findErrors(text, as)).map((error) => error.message));
    }
    const isShown = (zone: string) => found.some((message) => message.includes(zone));
    const isOtherFeature = (zone: string) => zone.startsWith('components/') && !/^components\/(ui|shell):/.test(zone);
    const zones = importZones.map((zone) => zone.name).filter((zone) => !isOtherFeature(zone));
    expect(zones.filter((zone) => !isShown(zone))).toEqual([]);
    expect(samples.map((name) => readSample(name).rule)).toContain('none');
  });

  it.each([
    { as: 'lib/runs/sample.ts', limit: 300 },
    { as: 'lib/runs/sample.test.ts', limit: 400 },
    { as: 'app/api/v1/sample/route.ts', limit: 50 },
    { as: 'app/(console)/sample/page.tsx', limit: 50 },
  ])('limit $as to $limit lines', async ({ as, limit }) => {
    expect(await findBrokenRules(lines(limit), as)).toEqual([]);
    expect(await findBrokenRules(lines(limit + 1), as)).toEqual(['max-lines']);
  });

  it.each([
    { as: 'lib/runs/sample.ts', limit: 60 },
    { as: 'components/ui/sample.tsx', limit: 60 },
  ])('limit functions of $as to $limit lines', async ({ as, limit }) => {
    expect(await findBrokenRules(longFunction(limit), as)).toEqual([]);
    expect(await findBrokenRules(longFunction(limit + 1), as)).toEqual(['max-lines-per-function']);
  });
});
