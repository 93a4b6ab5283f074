import fc from 'fast-check';
import { expect, test } from 'vitest';
import { findRegexLiteral } from './regex-literal';

test.each([
  ['after 3\\d ms', 'after 3'],
  ['timeout', 'timeout'],
  ['connect(ion)? refused', ' refused'],
  ['colou?r is', 'colo'],
  ['ab+cde', 'cde'],
  ['ab+', 'ab'],
  ['a{2}bc', 'bc'],
  ['x*yz*', null],
  ['\\d+\\.\\d+:22', ':22'],
  ['10\\.4\\.7', '10.4.7'],
  ['[]x]ab', 'ab'],
  ['[[:alpha:]x]ab', 'ab'],
  ['\\x41bc de', ' de'],
  ['one|other', null],
  ['(one|other) fine', null],
  ['(?i)abc', null],
  ['***=abc', null],
  ['größe', 'gr'],
  ['größten', 'ten'],
  ['^\\s*$', null],
  ['(a(b)c)def', 'def'],
])('%s needs %s', (regex, literal) => {
  expect(findRegexLiteral(regex)).toBe(literal);
});

test('whatever matches contains the literal', () => {
  const atoms = fc.constantFrom('a', 'b', 'bc', '.', '\\d', '\\.', '[ab]', '[^c]', '(ab)', '(a(b))', 'x', ' ');
  const pieces = fc.array(fc.tuple(atoms, fc.constantFrom('', '', '', '?', '*', '+', '{2}', '{0,1}', '*?')), {
    minLength: 1,
    maxLength: 8,
  });
  const text = fc.string({ unit: fc.constantFrom('a', 'b', 'c', 'x', '1', '.', ' '), maxLength: 30 });
  fc.assert(
    fc.property(pieces, text, (parts, candidate) => {
      const regex = parts.map(([atom, quantifier]) => `${atom}${quantifier}`).join('');
      const literal = findRegexLiteral(regex);
      if (literal !== null && new RegExp(regex).test(candidate)) expect(candidate).toContain(literal);
    }),
    { numRuns: 5000 },
  );
});
