import { expect, it } from 'vitest';
import { lineOf } from '../testing/fake-list';
import { changeList, startList } from './list-state';

const line = lineOf(8);

it('moves the cursor, keeps the line that a step led to, and takes the notice of the step before away', () => {
  const said = changeList(startList(3), { type: 'said', notice: 'No further error' });
  expect(said).toMatchObject({ cursor: 3, notice: 'No further error' });
  const moved = changeList(said, { type: 'moved', index: 7, line });
  expect(moved).toMatchObject({ cursor: 7, notice: '', known: { index: 7, line } });
  expect(changeList(moved, { type: 'moved', index: 9, line: undefined })).toMatchObject({
    cursor: 9,
    known: { index: 7, line },
  });
});

it('knows which match the last step led to', () => {
  const found = { at: 8, index: 1, total: 4, note: 'from the top' };
  expect(changeList(startList(null), { type: 'found', index: 7, line, found })).toMatchObject({ cursor: 7, found });
});

it('keeps the notice while lines are selected, and where the selection began', () => {
  const said = changeList(startList(6), { type: 'said', notice: 'Ticket copied' });
  expect(changeList(said, { type: 'extended', index: 7, line, began: 7 })).toMatchObject({
    ...{ cursor: 7, began: 7, notice: 'Ticket copied' },
  });
  expect(changeList(said, { type: 'picked', seq: 12 })).toMatchObject({ cursor: 6, began: 12 });
});

it.each([
  [{ index: 5, isMatch: true }, 5, 5],
  [{ index: 5, isMatch: false }, 2, 5],
  [undefined, 2, null],
])('goes to the line of the address where the list has it: %o', (location, cursor, locatedIndex) => {
  expect(changeList(startList(2), { type: 'located', location })).toMatchObject({ cursor, locatedIndex });
});
