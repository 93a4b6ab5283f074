import fc from 'fast-check';
import { describe, expect, it, test } from 'vitest';
import { OTHER_CAUSE, SAME_CAUSE } from '@/lib/analysis/causes/testing/message-pairs';
import { patternOf } from '@/lib/analysis/patterns/mask-message';
import { DEVICE_SIGN, MASK, maskKey, NUMBER_SIGN, regexOfSign, SIGN, signOf, withoutDigits } from './mask-grammar';

const signsOf = (text: string) =>
  [...text.matchAll(MASK)].filter(({ groups }) => !groups?.word && !groups?.kept).map(({ groups }) => signOf(groups));

describe('MASK', () => {
  it.each([
    ['3f2504e0-4f89-11d3-9a0c-0305e82c3301', '<id>'],
    ['fe80::1/64', '<ip>'],
    ['10.0.0.7:22', '<ip>'],
    ['00:1b:54:aa:02:ff', '<mac>'],
    ['001b.54aa.0300', '<mac>'],
    ['2026-11-22 02:14:07.120Z', '<time>'],
    ['02:14:07', '<time>'],
    ['1,024.5', NUMBER_SIGN],
    ['0xDEADBEEF', NUMBER_SIGN],
    ['1a2b3c4d5e', NUMBER_SIGN],
  ])('has one sign for %j', (text, sign) => {
    expect(signsOf(`at ${text} it`)).toEqual([sign]);
    expect(text).toMatch(new RegExp(`^${regexOfSign(sign)}$`));
  });

  it.each(['errno 113', 'HTTP/1.1 200', 'https 503', 'status=404', 'exit code: 1', 'signal #9'])('keeps %j', (text) => {
    expect(signsOf(text)).toEqual([]);
  });
});

it('SIGN finds the signs of a pattern, and nothing else', () => {
  const pattern = `a <id> b <ip> c <mac> d <time> e ${NUMBER_SIGN} f ${DEVICE_SIGN} g <none> h`;
  expect(pattern.match(SIGN)).toEqual(['<id>', '<ip>', '<mac>', '<time>', NUMBER_SIGN, DEVICE_SIGN]);
});

const MESSAGES = [...SAME_CAUSE.flatMap(([one, other]) => [one, other]), ...OTHER_CAUSE.flat()];
/** A text and the same with other digits from 1 to 9, as many of them. */
const twins = fc
  .tuple(fc.constantFrom(...MESSAGES), fc.array(fc.integer({ min: 1, max: 9 }), { minLength: 1 }))
  .map(([text, digits]): [string, string] => {
    let at = 0;
    return [text, text.replaceAll(/[1-9]/g, () => String(digits[at++ % digits.length]))];
  });

test('texts of one key have one pattern', () => {
  fc.assert(
    fc.property(twins, ([one, other]) => {
      fc.pre(maskKey(one) === maskKey(other));
      expect(patternOf(other, new Set())).toBe(patternOf(one, new Set()));
    }),
  );
  expect(maskKey('took 7 s')).toBe(maskKey('took 1200 s'));
  expect(maskKey('exit code 7')).not.toBe(maskKey('exit code 8'));
});

test('texts without digits are equal when nothing but digits differs', () => {
  expect(withoutDigits('took 7 of 10 s')).toBe('took  of  s');
  expect(withoutDigits('٣ of ４')).toBe('٣ of ４');
});
