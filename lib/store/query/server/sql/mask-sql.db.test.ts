import fc from 'fast-check';
import { expect, test } from 'vitest';
import { OTHER_CAUSE, SAME_CAUSE } from '@/lib/analysis/causes/testing/message-pairs';
import { patternOf } from '@/lib/analysis/patterns/mask-message';
import { textArray } from '@/lib/db/binary-array';
import { db } from '@/lib/db/client';
import { Prisma } from '@/lib/generated/prisma/client';
import { searchText } from '@/lib/store/chunks/search-text';
import { useTestDatabase } from '@/lib/testing/test-database';
import { MAX_MASKED, withoutDigits } from '../../mask-grammar';
import { maskedPart, withoutDigitsSql } from './mask-sql';

useTestDatabase();

const NAMES = new Set(['ber-rt-01', 'ber-rt-02', 'fra-sw-12']);
/** Digits of other scripts, signs that PostgreSQL's patterns know, and characters of several units around the cut. */
const NASTY = [
  '',
  '0123456789',
  '٣ of ٤, ４ and ५, ² and Ⅷ',
  '100% of _ and \\ and $1 and \' and "',
  'a1b2c3 Grüße 7 größer 🧯12🧯',
  '🧯'.repeat(MAX_MASKED) + '1',
  'x'.repeat(MAX_MASKED - 1) + '12',
  'fra-sw-12 '.repeat(150),
  'code '.repeat(199) + 'code 42',
  `Traceback (most recent call last):\n${'  File "a.py", line 1\n'.repeat(60)}TimeoutError: after 9 s`,
];
const CORPUS = [...SAME_CAUSE.flatMap(([one, other]) => [one, other]), ...OTHER_CAUSE.flat(), ...NASTY].map((text) =>
  searchText(text),
);
const message = fc
  .array(fc.oneof(fc.constantFrom(...CORPUS), fc.nat().map(String), fc.string({ unit: 'grapheme' })), { maxLength: 5 })
  .map((parts) => parts.join(' ').replaceAll('\0', ''));

/** Each text as PostgreSQL writes it by `expression` of `t.text`. */
async function writeAll(texts: readonly string[], expression: Prisma.Sql): Promise<string[]> {
  const rows = await db().$queryRaw<{ written: string }[]>`
    SELECT ${expression} AS written FROM unnest(${textArray(texts)}::text[]) WITH ORDINALITY AS t(text, i) ORDER BY t.i`;
  return rows.map(({ written }) => written);
}

const TEXT = Prisma.sql`t.text`;

test('PostgreSQL leaves out the digits that JavaScript does', async () => {
  expect(await writeAll(CORPUS, withoutDigitsSql(TEXT))).toEqual(CORPUS.map(withoutDigits));
  await fc.assert(
    fc.asyncProperty(fc.array(message, { maxLength: 20 }), async (texts) => {
      expect(await writeAll(texts, withoutDigitsSql(TEXT))).toEqual(texts.map(withoutDigits));
    }),
    { numRuns: 40 },
  );
});

test('the part of a message that PostgreSQL hands over has the pattern of the whole', async () => {
  const expectSame = async (texts: readonly string[]) => {
    const parts = await writeAll(texts, maskedPart(TEXT));
    expect(parts.map((part) => patternOf(part, NAMES))).toEqual(texts.map((text) => patternOf(text, NAMES)));
  };
  await expectSame(CORPUS);
  await fc.assert(fc.asyncProperty(fc.array(message, { maxLength: 20 }), expectSame), { numRuns: 40 });
});
