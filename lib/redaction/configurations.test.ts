import { describe, expect, test } from 'vitest';
import { redactText } from './redact-text';
import { redactValue } from './redact-value';
import { buildConfigurations } from './testing/configurations';
import { redactInTurn } from './redact-in-turn';
import { buildUnseenConfigurations } from './testing/unseen-configurations';

const configurations = [...buildConfigurations(), ...buildUnseenConfigurations()];
const leftIn = (text: string, secrets: string[]): string[] => secrets.filter((secret) => text.includes(secret));

test('there are enough of them', () => expect(configurations.length).toBeGreaterThanOrEqual(20));

describe.each(configurations)('$name', ({ text, secrets, harmless }) => {
  test('as one text: no secret left, every other line unchanged, and the same the second time', () => {
    const clean = redactText(text);
    expect(leftIn(clean, secrets)).toEqual([]);
    const lines = new Set(clean.split('\n'));
    expect(harmless.filter((line) => !lines.has(line))).toEqual([]);
    expect(redactText(clean)).toBe(clean);
  });

  test('as a value in JSON, and as JSON in a text', () => {
    const value = { result: { config: text } };
    expect(leftIn(JSON.stringify(redactValue(value)), secrets)).toEqual([]);
    expect(leftIn(redactText(JSON.stringify(value)), secrets)).toEqual([]);
  });

  test('line by line', () => {
    const clean = redactInTurn(text.split('\n'));
    expect(leftIn(clean.join('\n'), secrets)).toEqual([]);
  });
});
