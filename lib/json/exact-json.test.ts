import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { parseExact, parseInput, stringifyExact } from './exact-json';
import { ExactNumber } from './exact-number';

const digits = fc.stringMatching(/^[0-9]{1,25}$/);
const integer = digits.map((text) => text.replace(/^0+(?=\d)/, ''));
const literal = fc
  .tuple(
    fc.constantFrom('', '-'),
    integer,
    fc.option(digits, { nil: null }),
    fc.option(fc.tuple(fc.constantFrom('e', 'E', 'e+', 'E-'), fc.stringMatching(/^[0-9]{1,4}$/)), { nil: null }),
  )
  .map(([sign, whole, fraction, exponent]) => {
    return `${sign}${whole}${fraction === null ? '' : `.${fraction}`}${exponent === null ? '' : exponent.join('')}`;
  });
const space = fc.constantFrom('', ' ', '\n  ', '\t');

describe('digits', () => {
  test.each([
    '12345678901234567890',
    '9007199254740993',
    '-9223372036854775808',
    '1.10',
    '1.0',
    '-0',
    '-0.0',
    '0.0000001',
    '1e400',
    '1E5',
    '1e-7',
    '3.141592653589793238462643383279',
    '100000000000000000000000',
  ])('%s stays as it was sent, wherever it stands', (text) => {
    for (const json of [text, `{"n":${text}}`, `[${text}]`, `{"n":${text},"m":1}`, `{"a":[{"n": ${text} }],"b":"x"}`]) {
      expect(stringifyExact(parseExact(json))).toBe(json.replaceAll(' ', ''));
    }
  });

  test('any literals among other values', () => {
    const member = fc.tuple(
      fc.oneof(literal, fc.constantFrom('"a"', '"1.10, \\" :2.0"', 'true', 'null', '[]', '{"x":[1,{}]}')),
      space,
    );
    fc.assert(
      fc.property(fc.array(member, { minLength: 1 }), fc.boolean(), (members, isList) => {
        const parts = members.map(([text, blank], index) => (isList ? '' : `"k${index}":`) + blank + text + blank);
        const json = isList ? `[${parts.join(',')}]` : `{${parts.join(',')}}`;
        const value = parseExact(json);
        const plain = JSON.parse(json) as Record<string, unknown>;
        expect(Object.keys(value as object)).toEqual(Object.keys(plain));
        members.forEach(([text], index) => {
          const given = (value as Record<string, unknown>)[isList ? index : `k${index}`];
          if (/^-?\d/.test(text)) expect(stringifyExact(given)).toBe(text);
        });
        expect(parseExact(stringifyExact(value))).toEqual(value);
      }),
      { numRuns: 400 },
    );
  });

  test('a number that JavaScript writes alike is a number', () => {
    expect(parseExact('{"a":1795787437.3240879,"b":22,"c":12.5,"d":1795789347180}')).toEqual({
      a: 1795787437.3240879,
      b: 22,
      c: 12.5,
      d: 1795789347180,
    });
  });

  test('a number that PostgreSQL cannot hold becomes text', () => {
    expect(parseExact('[1e99999]')).toEqual(['1e99999']);
    expect(parseExact(`[${'9'.repeat(2000)}]`)).toEqual(['9'.repeat(2000)]);
  });
});

describe('texts', () => {
  test('whatever looks like a number in a text is text', () => {
    const value = {
      a: '12345678901234567890',
      b: ': 1.10, ',
      c: '#1.10',
      d: '##',
      e: '1e5',
      n: new ExactNumber('1.10'),
    };
    const json = stringifyExact(value);
    expect(json).toContain('"n":1.10}');
    expect(parseExact(json)).toEqual(value);
  });

  test('any JSON without exact numbers is what JSON.parse says', () => {
    fc.assert(
      fc.property(fc.json(), (json) => {
        expect(stringifyExact(parseExact(json))).toBe(JSON.stringify(JSON.parse(json)));
      }),
    );
  });

  test('pretty print keeps the digits, too', () => {
    expect(stringifyExact({ n: new ExactNumber('1.0') }, 2)).toBe('{\n  "n": 1.0\n}');
  });

  test('a name __proto__ is a name', () => {
    const value = parseExact('{"__proto__":{"a":1.0}}') as object;
    expect(Object.keys(value)).toEqual(['__proto__']);
    expect(Object.getPrototypeOf(value)).toBe(Object.prototype);
  });
});

test.each(['{"n":1.10', '{"n":1.10}}', '[1.0 2.0]', '{"n":01.10}', '1.0 x', '{"n":+1.10}'])('%s is no JSON', (json) => {
  expect(() => parseExact(json)).toThrow(SyntaxError);
});

test('input: long integers are text, other numbers are numbers', () => {
  expect(parseInput('{"jobId":12345678901234567890,"a":[1.0,1.50],"b":7}')).toEqual({
    jobId: '12345678901234567890',
    a: [1, 1.5],
    b: 7,
  });
});

test('10,000 levels are read and no error of the stack', () => {
  const json = `${'['.repeat(10_000)}1.0${']'.repeat(10_000)}`;
  expect(() => parseExact(json)).not.toThrow();
});
