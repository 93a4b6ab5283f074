import { readdirSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { redactText } from './redact-text';
import { fillTemplate } from './testing/expand-template';
import type { RuleExamples } from './testing/rule-examples';

const folder = new URL('./rules/', import.meta.url);
const files = readdirSync(folder)
  .filter((file) => !file.endsWith('.examples.ts') && file !== 'all-rules.ts')
  .map((file) => file.replace(/\.ts$/, ''));

const isExamples = (value: unknown): value is RuleExamples =>
  typeof value === 'object' && value !== null && 'takes' in value && 'leaves' in value;

/** The one export of the file beside a rule's. */
async function examplesOf(file: string): Promise<RuleExamples> {
  const loaded: object = await import(new URL(`${file}.examples.ts`, folder).href);
  const [examples] = Object.values(loaded).filter(isExamples);
  if (!examples) throw new Error(`${file}.examples.ts exports no examples`);
  return examples;
}

const shown = (text: string): string => text.replace(/\[REDACTED:[a-z0-9-]+\]/g, '[…]');
const expected = (template: string): string => fillTemplate(template, 1, { wrap: () => '[…]' }).text;

describe.each(files)('%s', (file) => {
  test('takes what it must and leaves what it must', async () => {
    const { takes, leaves } = await examplesOf(file);
    expect([takes.length, leaves.length].every((count) => count > 0)).toBe(true);
    for (const seed of [1, 2, 3]) {
      const clean = takes.map((template) => shown(redactText(fillTemplate(template, seed).text)));
      expect(clean).toEqual(takes.map(expected));
    }
    expect(leaves.map((text) => redactText(text))).toEqual(leaves);
  });
});
