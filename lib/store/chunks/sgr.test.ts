import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { ANSI_COLORS, applySgr, PLAIN_STYLE, type AnsiStyle } from './sgr';

const style = (own: Partial<AnsiStyle>): AnsiStyle => ({ ...PLAIN_STYLE, ...own });
const loud = style({ color: 'red', ground: 'white', isBold: true, isDim: true, isItalic: true, isUnderlined: true });

describe('one code', () => {
  test.each(ANSI_COLORS.map((color, index) => [color, index] as const))('%s, bright or not', (color, index) => {
    for (const base of [30, 90]) expect(applySgr(PLAIN_STYLE, `${base + index}`)).toEqual(style({ color }));
    for (const base of [40, 100]) expect(applySgr(PLAIN_STYLE, `${base + index}`)).toEqual(style({ ground: color }));
  });

  test.each([
    ['0', PLAIN_STYLE],
    ['', PLAIN_STYLE],
    ['00', PLAIN_STYLE],
    ['21', { ...loud, isBold: false }],
    ['22', { ...loud, isBold: false, isDim: false }],
    ['23', { ...loud, isItalic: false }],
    ['24', { ...loud, isUnderlined: false }],
    ['39', { ...loud, color: null }],
    ['49', { ...loud, ground: null }],
    ['031', loud],
  ])('%s changes nothing but its own part', (parameters, expected) => {
    expect(applySgr(loud, parameters)).toEqual(expected);
  });

  test.each([
    ['1', 'isBold'],
    ['2', 'isDim'],
    ['3', 'isItalic'],
    ['4', 'isUnderlined'],
  ])('%s switches %s on', (parameters, name) => {
    expect(applySgr(PLAIN_STYLE, parameters)).toEqual(style({ [name]: true }));
  });

  test('that nobody knows changes nothing', () => {
    const known = /^(?:[0-4]|2[1-4]|[349][0-79]|3[0-79]|4[0-79]|10[0-7]|38|48)$/;
    for (let code = 0; code <= 300; code += 1) {
      if (!known.test(String(code))) expect([code, applySgr(loud, String(code))]).toEqual([code, loud]);
    }
  });
});

describe('extended colours', () => {
  test.each<[string, Partial<AnsiStyle>]>([
    ['38;5;1', { color: 'red' }],
    ['38;5;9', { color: 'red' }],
    ['48;5;4', { ground: 'blue' }],
    ['38;5;16', { color: 'black' }],
    ['38;5;46', { color: 'green' }],
    ['38;5;226', { color: 'yellow' }],
    ['38;5;231', { color: 'white' }],
    ['38;5;232', { color: 'black' }],
    ['38;5;243', { color: 'black' }],
    ['38;5;244', { color: 'white' }],
    ['38;5;255', { color: 'white' }],
    ['38;2;255;255;0', { color: 'yellow' }],
    ['38;2;200;0;200', { color: 'magenta' }],
    ['38;2;60;60;60', { color: 'black' }],
    ['38;2;61;61;61', { color: 'white' }],
    ['48;2;0;128;128', { ground: 'cyan' }],
  ])('%s is %j', (parameters, expected) => {
    expect(applySgr(PLAIN_STYLE, parameters)).toEqual(style(expected));
  });

  test.each(['38;5;256', '38;5', '38', '38;2;1;2', '38;2;1;2;256', '48;9', '38;5;-1', '38;2;a;b;c'])(
    '%s names none',
    (parameters) => {
      expect(applySgr(loud, parameters)).toEqual(loud);
    },
  );

  test('end where they end: what follows is read for itself', () => {
    expect(applySgr(PLAIN_STYLE, '38;5;256;1')).toEqual(style({ isBold: true }));
    expect(applySgr(PLAIN_STYLE, '38;9;1')).toEqual(style({ isBold: true }));
    expect(applySgr(PLAIN_STYLE, '38;5;1;4')).toEqual(style({ color: 'red', isUnderlined: true }));
    expect(applySgr(PLAIN_STYLE, '48;2;0;0;255;31')).toEqual(style({ color: 'red', ground: 'blue' }));
    expect(applySgr(PLAIN_STYLE, '38;2;0;0;255;48;5;1;3')).toEqual(
      style({ color: 'blue', ground: 'red', isItalic: true }),
    );
  });
});

const byte = fc.integer({ min: 0, max: 255 });
const simple = fc.constantFrom(0, 1, 2, 3, 4, 21, 22, 23, 24, 39, 49, 31, 97, 44, 107, 5, 77).map(String);
const extended = fc
  .tuple(
    fc.constantFrom('38', '48'),
    fc.oneof(
      byte.map((index) => `5;${index}`),
      fc.tuple(byte, byte, byte).map((rgb) => `2;${rgb.join(';')}`),
    ),
  )
  .map((parts) => parts.join(';'));
const group = fc.oneof(simple, extended);

describe('any parameters', () => {
  test('one after the other or in one sequence make the same style', () => {
    fc.assert(
      fc.property(fc.array(group, { minLength: 1 }), (groups) => {
        expect(applySgr(PLAIN_STYLE, groups.join(';'))).toEqual(groups.reduce(applySgr, PLAIN_STYLE));
      }),
    );
  });

  test('before a reset are forgotten', () => {
    fc.assert(
      fc.property(fc.array(group), fc.array(group), (before, after) => {
        const rest = after.length > 0 ? applySgr(PLAIN_STYLE, after.join(';')) : PLAIN_STYLE;
        expect(applySgr(loud, [...before, '0', ...after].join(';'))).toEqual(rest);
      }),
    );
  });

  test('of any colour name one, the same for text and ground', () => {
    fc.assert(
      fc.property(fc.tuple(byte, byte, byte), byte, (rgb, index) => {
        for (const rest of [`2;${rgb.join(';')}`, `5;${index}`]) {
          const { color } = applySgr(PLAIN_STYLE, `38;${rest}`);
          expect(ANSI_COLORS).toContain(color);
          expect(applySgr(PLAIN_STYLE, `48;${rest}`)).toEqual(style({ ground: color }));
        }
      }),
    );
  });

  test('whatever they are leave a style, and the one given as it was', () => {
    const hostile = fc.array(
      fc.oneof(fc.constantFrom('38', '48', '5', '2', '', '1e3', '-0', '9'.repeat(40)), fc.string()),
    );
    fc.assert(
      fc.property(hostile, (codes) => {
        const given = { ...loud };
        const { color, ground, ...flags } = applySgr(given, codes.join(';'));
        expect([...ANSI_COLORS, null]).toContain(color);
        expect([...ANSI_COLORS, null]).toContain(ground);
        expect(Object.values(flags).every((flag) => typeof flag === 'boolean')).toBe(true);
        expect(given).toEqual(loud);
      }),
    );
  });
});
