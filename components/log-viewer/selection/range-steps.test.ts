import { expect, it } from 'vitest';
import { moveTo } from '../list/move-steps';
import { fakeList } from '../testing/fake-list';
import { clearRange, extendBy, pickLine, selectedRange } from './range-steps';

it.each([
  { steps: [extendBy(1)], range: { from: 5, to: 6 }, cursor: 5 },
  { steps: [extendBy(1), extendBy(1), extendBy(-1)], range: { from: 5, to: 6 }, cursor: 5 },
  { steps: [extendBy(1), extendBy(-1), extendBy(-1)], range: { from: 4, to: 5 }, cursor: 3 },
  { steps: [moveTo(99), extendBy(1)], range: null, cursor: 99 },
  { steps: [extendBy(1), clearRange], range: null, cursor: 5 },
])('lines $range are selected, with the cursor at index $cursor', async ({ steps, range, cursor }) => {
  for (const isLoaded of [() => true, () => false]) {
    const { take, current } = fakeList({ cursor: 4, isLoaded });
    await take(...steps);
    expect(selectedRange(current())).toEqual(range);
    expect(current().state.cursor).toBe(cursor);
  }
});

it('ends the range at a line that is clicked with Shift, from where it began', () => {
  const { current } = fakeList();
  pickLine(current(), 40, false);
  expect(current().view.lines).toBe('40-40');
  pickLine(current(), 30, true);
  expect(current().view.lines).toBe('30-40');
  pickLine(current(), 45, true);
  expect(current().view.lines).toBe('40-45');
});

it('takes the open line along', async () => {
  const { take, current } = fakeList({ cursor: 4, view: { line: 5 } });
  await take(extendBy(1));
  expect(current().view).toEqual({ line: 6, lines: '5-6' });
});
