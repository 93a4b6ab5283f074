import { expect, it } from 'vitest';
import { orderPhases } from './phase-order';

const list = (text: string) => text.split(' ').map((phase) => ({ phase }));

it('orders phases as devices go through them, though some leave out or stop early', () => {
  const lists = [
    list('connect authenticate diff'),
    list('connect'),
    ...Array.from({ length: 5 }, () => list('queue connect authenticate fetch diff store')),
    list('queue connect authenticate fetch'),
  ];
  expect(orderPhases(lists)).toEqual(['queue', 'connect', 'authenticate', 'fetch', 'diff', 'store']);
});

it('keeps names that come first first', () => {
  expect(orderPhases([list('a'), list('b'), list('c')])).toEqual(['a', 'b', 'c']);
  expect(orderPhases([])).toEqual([]);
});
