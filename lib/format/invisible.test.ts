import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { markedText, markInvisible, markName, nameInText } from './invisible';

describe('marks for what cannot be seen', () => {
  it.each([
    ['safe\u202etxt.exe', 'safe<U+202E>txt.exe'],
    ['a\u200bb\u00adc\ufeff', 'a<U+200B>b<U+00AD>c<U+FEFF>'],
    ['\u001b\u0000', '<␛><␀>'],
    ['a\u034fb\u180bc\u115f\u3164\uffa0\u2800', 'a<U+034F>b<U+180B>c<U+115F><U+3164><U+FFA0><U+2800>'],
    ['tag\u{e0061}', 'tag<U+E0061>'],
    ['plain\ufe0f', 'plain<U+FE0F>'],
    ['⚠\ufe0f caution', '⚠\ufe0f caution'],
    ['a\tb\nc  d', 'a\tb\nc  d'],
    ['naïve 東京 🙂', 'naïve 東京 🙂'],
  ])('%j is %j', (text, marked) => {
    expect(markedText(text)).toBe(marked);
  });

  it('leaves nothing out and nothing unmarked', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (text) => {
        const shown = markInvisible(text).filter(({ isMark }) => !isMark);
        expect(shown.map((part) => part.text).join('')).not.toMatch(/(?![\t\n])[\p{Cc}\p{Cf}\u2028\u2029]/u);
      }),
    );
  });
});

describe('names', () => {
  it.each([
    ['fra-sw-12', 'fra-sw-12'],
    ['core, left "a" \\b', 'core, left "a" \\b'],
    ['fra\u202e-sw', 'fra<U+202E>-sw'],
    [' a b ', '<␣>a b<␣>'],
    ['a  b', 'a<␣␣>b'],
    ['a\u00a0b\u3000', 'a<U+00A0>b<U+3000>'],
    ['a\tb\nc', 'a<␉>b<␊>c'],
    ['', ''],
  ])('%j is told as %j', (name, told) => {
    expect(nameInText(name)).toBe(told);
  });

  it('that run from right to left stay among themselves', () => {
    expect(nameInText('מתג-12')).toBe('\u2068מתג-12\u2069');
    expect(nameInText('موجه')).toBe('\u2068موجه\u2069');
  });

  it('that differ are told differently, save those that are written like a mark', () => {
    fc.assert(
      fc.property(fc.string({ unit: fc.constantFrom('a', ' ', '\u200b', '\u00a0', '\u202e', '\t') }), (name) => {
        const back = markName(name)
          .map(({ text, isMark }) => (isMark ? unmark(text) : text))
          .join('');
        expect(back).toBe(name);
      }),
    );
  });
});

function unmark(mark: string): string {
  if (mark.startsWith('␣')) return ' '.repeat(mark.length);
  return mark.startsWith('U+')
    ? String.fromCodePoint(Number.parseInt(mark.slice(2), 16))
    : String.fromCodePoint((mark.codePointAt(0) ?? 0) - 0x2400);
}
