import { expect, it } from 'vitest';
import { fakeList, lineOf } from '../testing/fake-list';
import { moveByLines, movePage, moveTo, moveToEnd, openCursor, readCurrent } from './move-steps';

it.each([
  { steps: [moveByLines(1)], cursor: null, index: 20 },
  { steps: [moveByLines(-1)], cursor: null, index: 30 },
  { steps: [moveByLines(1), moveByLines(1), moveByLines(-1)], cursor: 4, index: 5 },
  { steps: [moveByLines(-1)], cursor: 0, index: 0 },
  { steps: [movePage(1)], cursor: 4, index: 14 },
  { steps: [movePage(-1)], cursor: 4, index: 0 },
  { steps: [moveToEnd, moveByLines(1)], cursor: 4, index: 99 },
  { steps: [moveTo(0), moveByLines(2)], cursor: 50, index: 2 },
])('from $cursor to $index', async ({ steps, cursor, index }) => {
  const { take, current, scrolledTo } = fakeList({ cursor });
  await take(...steps);
  expect(current().state.cursor).toBe(index);
  expect(scrolledTo.at(-1)).toBe(index);
});

it('goes nowhere in an empty list', async () => {
  const { take, current } = fakeList({ total: 0 });
  await take(moveByLines(1), moveToEnd, openCursor);
  expect(current()).toMatchObject({ state: { cursor: null }, view: {} });
});

it('takes the open line along, and reads the line under the cursor where it is not loaded', async () => {
  const { take, current, asked } = fakeList({ cursor: 4, view: { line: 5 }, isLoaded: (index) => index < 10 });
  await take(moveByLines(1));
  expect(current().view.line).toBe(6);
  expect(asked).toEqual([]);
  await take(moveTo(70));
  expect(current().view.line).toBe(71);
  expect(asked).toEqual([70]);
});

it('opens the line to which a jump led, though its page is not loaded', async () => {
  const { take, current, asked } = fakeList({ isLoaded: () => false });
  await take(moveTo(70, lineOf(71)), openCursor);
  expect(current().view.line).toBe(71);
  expect(asked).toEqual([]);
});

it('starts from the first line in view while there is no cursor', async () => {
  expect(await readCurrent(fakeList().current())).toMatchObject({ seq: 21 });
  expect(await readCurrent(fakeList({ cursor: 3 }).current())).toMatchObject({ seq: 4 });
});
