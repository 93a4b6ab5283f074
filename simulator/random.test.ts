import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { createRandom, randomUuid } from './random';

describe('createRandom', () => {
  it('repeats itself for the same seed and differs for another', () => {
    const draw = (...parts: (string | number)[]) => createRandom(...parts).hex(40);
    expect(draw('a', 1)).toBe(draw('a', 1));
    expect(draw('a', 1)).not.toBe(draw('a', 2));
    expect(draw('a', 11)).not.toBe(draw('a1', 1));
  });

  it('stays inside both ends and reaches them', () => {
    const random = createRandom('range');
    const drawn = new Set(Array.from({ length: 500 }, () => random.int(-1, 3)));
    expect([...drawn].sort((a, b) => a - b)).toEqual([-1, 0, 1, 2, 3]);
  });

  it('gives values from 0 to below 1 for any seed', () => {
    fc.assert(
      fc.property(fc.string(), (seed) => {
        const value = createRandom(seed).next();
        return value >= 0 && value < 1;
      }),
    );
  });

  it('refuses to pick from nothing', () => {
    expect(() => createRandom(1).pick([])).toThrow(RangeError);
  });
});

it('builds version 4 UUIDs', () => {
  expect(randomUuid(createRandom('x'))).toMatch(/^[\da-f]{8}-[\da-f]{4}-4[\da-f]{3}-[89ab][\da-f]{3}-[\da-f]{12}$/);
});
