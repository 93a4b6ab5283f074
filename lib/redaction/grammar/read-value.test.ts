import { expect, test } from 'vitest';
import { readArgument } from './read-value';

const valueIn = (text: string, at = 0): string => {
  const { start, end } = readArgument(text, at);
  return text.slice(start, end);
};

test.each([
  ['plain rest', 'plain'],
  ['ab,cd;ef rest', 'ab,cd;ef'],
  ['ab, next', 'ab'],
  ['ab,user=x', 'ab'],
  ['ab&page=2', 'ab'],
  ['ab)', 'ab'],
  ['a)b', 'a)b'],
  ['ab</password>', 'ab'],
  [String.raw`ab\",\"x\":1`, 'ab'],
  ['"a b" rest', 'a b'],
  ["'it''s", 'it'],
  [String.raw`"a\"b" rest`, String.raw`a\"b`],
  [String.raw`"ends in backslash\\" rest`, String.raw`ends in backslash\\`],
  [String.raw`\"a\\\"b\" rest`, String.raw`a\\\"b`],
  ["u'abc', 1", 'abc'],
  ['"never closed', 'never closed'],
  ['"never closed\nnext line"', 'never closed'],
])('%s', (text, value) => expect(valueIn(text)).toBe(value));

test('the quote that closes the text around holds nothing', () => {
  const text = "waiting for 'password: ' on the line";
  expect(valueIn(text, text.indexOf("' on"))).toBe('');
});
