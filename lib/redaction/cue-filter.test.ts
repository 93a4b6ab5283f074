import fc from 'fast-check';
import { expect, test } from 'vitest';
import { buildCueFilter } from './cue-filter';
import { CUE_WORDS, mayHoldSecret, TEXT_CUES } from './find-secrets';

const pattern = new RegExp(TEXT_CUES, 'i');
const anyCase = (text: string, flags: boolean[]): string =>
  [...text].map((char, index) => (flags[index % flags.length] ? char.toUpperCase() : char)).join('');

test('every cue is seen, in any case and amid any text', () => {
  fc.assert(
    fc.property(
      fc.constantFrom(...CUE_WORDS),
      fc.array(fc.boolean(), { minLength: 1, maxLength: 8 }),
      fc.string({ unit: 'binary' }),
      fc.string({ unit: 'binary' }),
      (cue, flags, before, after) => {
        expect(mayHoldSecret(before + anyCase(cue, flags) + after)).toBe(true);
      },
    ),
    { numRuns: 5000 },
  );
});

test('it says what the pattern alone would say', () => {
  const part = fc.oneof(
    fc.constantFrom(...CUE_WORDS).map((cue) => cue.slice(0, 3)),
    fc.constantFrom(...CUE_WORDS),
    fc.string({ unit: 'binary', maxLength: 5 }),
  );
  fc.assert(
    fc.property(fc.array(part, { maxLength: 6 }), (parts) => {
      const text = parts.join('');
      expect(mayHoldSecret(text)).toBe(pattern.test(text));
    }),
    { numRuns: 5000 },
  );
});

test('the pattern is not asked about a text without the cues', () => {
  const asked: string[] = [];
  class Watched extends RegExp {
    override test(text: string): boolean {
      asked.push(text);
      return super.test(text);
    }
  }
  const mayHold = buildCueFilter(['password'], new Watched('password', 'i'));
  expect([mayHold('connected to fra-sw-12'), mayHold('no Password given')]).toEqual([false, true]);
  expect(asked).toEqual(['no Password given']);
});
