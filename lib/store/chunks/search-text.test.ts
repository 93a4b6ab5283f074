import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { searchFields, searchText } from './search-text';

const ESC = '\u001b';

/** Text without control characters that move or erase; what a sender writes before it is coloured. */
const plain = fc
  .array(fc.oneof(fc.string({ unit: 'grapheme', maxLength: 6 }), fc.constantFrom('ERROR', '失败', 'é', ' ', '\n')))
  .map((parts) => parts.join('').replaceAll(/\p{Cc}/gu, (control) => (control === '\n' ? control : ' ')));
const code = fc.constantFrom(
  `${ESC}[0m`,
  `${ESC}[1;31m`,
  `${ESC}[38;5;208m`,
  '\u009b32m',
  `${ESC}[m`,
  `${ESC}(B`,
  `${ESC}]0;t\u0007`,
);
const insertions = fc.array(fc.tuple(fc.nat(), code), { maxLength: 8 });

const colored = (text: string, codes: readonly (readonly [number, string])[]): string =>
  codes.reduce((result, [at, sequence]) => {
    // Not inside of an earlier code.
    const gaps = [...result.matchAll(/(?<![\u001b\u009b][^\n]{0,12})(?=[\s\S])|$/g)].map(({ index }) => index);
    const gap = gaps[at % gaps.length] ?? 0;
    return result.slice(0, gap) + sequence + result.slice(gap);
  }, text);

describe('searchText', () => {
  it('is the same with and without colours, wherever they stand', () => {
    fc.assert(
      fc.property(plain, insertions, (text, codes) => {
        expect(searchText(colored(text, codes))).toBe(searchText(text));
      }),
    );
  });

  it('is the same for composed and decomposed accents', () => {
    fc.assert(
      fc.property(plain, (text) => {
        expect(searchText(text.normalize('NFD'))).toBe(searchText(text.normalize('NFC')));
      }),
    );
  });
});

describe('searchFields', () => {
  it('holds every text as it is shown, between quotes', () => {
    fc.assert(
      fc.property(plain, plain, insertions, (name, text, codes) => {
        const json = JSON.stringify({ [name]: { list: [1, null, colored(text, codes)] } });
        expect(searchFields(json, 'sw')).toBe(`{"${searchText(name)}":{"list":[1,null,"${searchText(text)}"]}}`);
      }),
    );
  });

  it('has a device behind it whose name is written otherwise', () => {
    expect(searchFields('', 'sw-u\u0308')).toBe('\nsw-\u00fc');
  });
});
