import fc from 'fast-check';
import { expect, test } from 'vitest';
import { buildCueFilter } from './cue-filter';
import { CUE_WORDS, mayHoldSecret } from '../find-secrets';

const escapeRegExp = (text: string): string => text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');
/** The expected result, computed in another way: longer cues first, so that none is hidden by its own prefix. */
const pattern = new RegExp(
  [...CUE_WORDS]
    .sort((a, b) => b.length - a.length)
    .map(escapeRegExp)
    .join('|'),
  'gi',
);
const filter = buildCueFilter(CUE_WORDS);
const anyCase = (text: string, flags: boolean[]): string =>
  [...text].map((char, index) => (flags[index % flags.length] ? char.toUpperCase() : char)).join('');
const ascii = CUE_WORDS.filter((cue) => /^[ -~\t]*$/.test(cue));

test('every cue is seen, in any case and amid any text', () => {
  fc.assert(
    fc.property(
      fc.constantFrom(...ascii),
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

test('the cues of a text come in order, as one pattern made of all would find them', () => {
  const part = fc.oneof(
    fc.constantFrom(...ascii).map((cue) => cue.slice(0, 3)),
    fc.constantFrom(...ascii),
    fc.string({ unit: 'binary', maxLength: 5 }),
  );
  fc.assert(
    fc.property(fc.array(part, { maxLength: 6 }), (parts) => {
      const text = parts.join('');
      const expected = [...text.matchAll(pattern)].map(({ 0: cue, index }) => ({ cue: cue.toLowerCase(), index }));
      const found = [];
      for (let next = filter.next(text, 0); next !== null; next = filter.next(text, next.index + next.cue.length)) {
        found.push(next);
      }
      expect(found).toEqual(expected);
      expect(filter.isIn(text)).toBe(expected.length > 0);
    }),
    { numRuns: 5000 },
  );
});
