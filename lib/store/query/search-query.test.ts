import { expect, test } from 'vitest';
import { lineFilterSchema } from './line-filter';
import { hasTerms, isBounded } from './search-query';

test.each(['*', '**', '""', '"', '" "', '"" *'])('%s has no term, so it narrows nothing', (q) => {
  expect(hasTerms(q)).toBe(false);
  expect(lineFilterSchema.parse({ q })).toEqual({ q: undefined });
});

test.each(['a', '***', "'", '/', '//', '/a/', '"a', '\\'])('%s has a term', (q) => {
  expect(hasTerms(q)).toBe(true);
});

test.each(['/(a)\\1/', '/(a*)*\\1$/i', 'x /(.)(.)\\2\\1/', '/[\\]\\(x\\)\\1/', '/(?b)\\(a*\\)\\1/', '/\\\\\\9/'])(
  '%s has a back-reference and is refused',
  (q) => {
    expect(isBounded(q)).toBe(false);
    expect(lineFilterSchema.safeParse({ q }).success).toBe(false);
  },
);

test.each(['/(a)\\\\1/', '/\\x31/', '/\\0/', '/a1/', '\\1', '"\\1"', '/\\d{1,3}\\.\\d+/', '/\\b1/'])(
  '%s has none',
  (q) => {
    expect(isBounded(q)).toBe(true);
  },
);
