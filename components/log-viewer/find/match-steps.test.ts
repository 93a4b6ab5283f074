import { expect, it } from 'vitest';
import { fakeList } from '../testing/fake-list';
import { matchPosition } from './match-position';
import { stepToMatch } from './match-steps';

it.each([
  { directions: [1], cursor: null, position: { index: 20, total: 100, note: '' } },
  { directions: [-1], cursor: null, position: { index: 30, total: 100, note: '' } },
  { directions: [1, 1], cursor: 4, position: { index: 6, total: 100, note: '' } },
  { directions: [-1], cursor: 0, position: { index: 99, total: 100, note: 'from the end' } },
  { directions: [-1, 1], cursor: 0, position: { index: 0, total: 100, note: 'from the top' } },
] as const)('where every line is a match, $directions from $cursor', async ({ directions, cursor, position }) => {
  const { take, current } = fakeList({ cursor });
  await take(...directions.map(stepToMatch));
  expect(matchPosition(current())).toEqual(position);
});

it('tells the total alone while matches among other lines are not stepped to, and nothing while they are counted', () => {
  const matches = { runId: 'run', filter: { q: 'needle' } };
  expect(matchPosition({ ...fakeList().current(), matches, matchCount: 3 })).toEqual({
    index: null,
    total: 3,
    note: '',
  });
  expect(matchPosition({ ...fakeList().current(), matches }).total).toBeUndefined();
});
