import fc from 'fast-check';
import { expect, test } from 'vitest';
import { redactText } from '../redact-text';
import { narrowBlanks } from './narrow-blanks';

test('what is narrowed is blanks alone, and every other character is found again', () => {
  const part = fc.oneof(
    fc.string({ maxLength: 4 }),
    fc.integer({ min: 1, max: 60 }).map((count) => ' '.repeat(count)),
  );
  fc.assert(
    fc.property(fc.array(part, { maxLength: 12 }), (parts) => {
      const source = parts.join('');
      const narrow = narrowBlanks(source);
      fc.pre(narrow !== null);
      expect(narrow?.text).toBe(source.replace(/[ \t]{17,}/g, (run) => run.slice(0, 16)));
      for (const [at, char] of [...(narrow?.text ?? '')].entries()) {
        if (char === ' ' || char === '\t' || char > '\u00ff') continue;
        expect(source[narrow?.toSource({ start: at, end: at + 1 }).start ?? -1]).toBe(narrow?.text[at]);
      }
    }),
  );
});

test('a value behind many blanks is taken where it stands', () => {
  expect(redactText(`enable secret${' '.repeat(70)}Tr0ub4dor${' '.repeat(40)}x`)).toBe(
    `enable secret${' '.repeat(70)}[REDACTED:secret]${' '.repeat(40)}x`,
  );
});
