import { describe, expect, test } from 'vitest';
import { redactText } from './redact-text';
import { fillLeaked, LEAKED_FORMS, LEAKED_NEAR_MISSES } from './testing/leaked-forms';

const isLeaking = (template: string): boolean =>
  fillLeaked(template).some(({ text, secrets }) => {
    const clean = redactText(text);
    return secrets.some((secret) => clean.includes(secret));
  });

describe('forms of secrets that once passed', () => {
  test.each(Object.entries(LEAKED_FORMS))('%s', (_group, forms) => {
    const templates = forms.map(([, template]) => template);
    expect(templates.filter(isLeaking)).toEqual([]);
  });

  test('the second time changes nothing', () => {
    const texts = Object.values(LEAKED_FORMS).flatMap((forms) => forms.flatMap(([, template]) => fillLeaked(template)));
    for (const { text } of texts) {
      const once = redactText(text);
      expect(redactText(once)).toBe(once);
    }
  });
});

test.each(LEAKED_NEAR_MISSES)('left alone: %s', (line) => expect(redactText(line)).toBe(line));
