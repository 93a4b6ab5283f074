import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { parseAnsi, stripAnsi } from './ansi';

const ESC = '\u001b';
const shown = (text: string) =>
  parseAnsi(text).map(({ text: part, color, ground, isBold }) => [part, color, ground, isBold]);

describe('parseAnsi', () => {
  it('leaves plain text alone', () => {
    expect(shown('up 3 days')).toEqual([['up 3 days', null, null, false]]);
  });

  it('nests colours and resets', () => {
    expect(shown(`a${ESC}[31mb${ESC}[1;44mc${ESC}[39md${ESC}[0me`)).toEqual([
      ['a', null, null, false],
      ['b', 'red', null, false],
      ['c', 'red', 'blue', true],
      ['d', null, 'blue', true],
      ['e', null, null, false],
    ]);
  });

  it.each([
    ['bright', `${ESC}[92mx`, 'green'],
    ['palette name', `${ESC}[38;5;11mx`, 'yellow'],
    ['palette cube', `${ESC}[38;5;196mx`, 'red'],
    ['palette grey', `${ESC}[38;5;250mx`, 'white'],
    ['true colour', `${ESC}[38;2;20;20;200mx`, 'blue'],
    ['CSI as one character', '\u009b36mx', 'cyan'],
    ['empty parameters reset', `${ESC}[31m${ESC}[mx`, null],
    ['unknown code', `${ESC}[77mx`, null],
    ['cut short', `${ESC}[38;5mx`, null],
    ['absurd numbers', `${ESC}[99999999999999999999;38;2;999;0mx`, null],
  ])('%s', (_, text, color) => {
    expect(parseAnsi(text).at(-1)).toMatchObject({ color });
  });

  it('drops cursor moves, titles and other sequences', () => {
    expect(stripAnsi(`${ESC}[2J${ESC}[10;20Hok${ESC}]0;title\u0007!${ESC}(B${ESC}7${ESC}P1$r${ESC}\\.`)).toBe('ok!.');
  });

  it('hides nothing behind a string that never ends', () => {
    expect(stripAnsi(`${ESC}]0;rm -rf / was refused`)).toContain('rm -rf / was refused');
    expect(stripAnsi(`end ${ESC}`)).toBe(`end ${ESC}`);
  });

  it('loses no text and makes none up, whatever comes', () => {
    const hostile = fc.array(
      fc.oneof(
        fc.string({ unit: 'binary' }),
        fc.constantFrom(ESC, `${ESC}[`, '\u009b', ';', '31', 'm', `${ESC}]`, '\u0007'),
      ),
    );
    fc.assert(
      fc.property(hostile, (pieces) => {
        const text = pieces.join('');
        expect(
          parseAnsi(text)
            .map((span) => span.text)
            .join(''),
        ).toBe(stripAnsi(text));
      }),
    );
  });

  it('comes to an end of 200 kB of half-open sequences', () => {
    for (const piece of [`${ESC}]`, `${ESC}[`, '\u009b0', `${ESC}P;`]) {
      expect(parseAnsi(piece.repeat(100_000))).toBeInstanceOf(Array);
    }
  });
});
