import { expect, test, vi } from 'vitest';
import { keepKey, type EventSpot } from './keepers';

/** A key on a button that stands in a list, or on none. */
function press(key: string, isInList: boolean) {
  const preventDefault = vi.fn();
  const element = { closest: () => (isInList ? {} : null) } as unknown as HTMLElement;
  const event = { key, code: key, preventDefault } as unknown as KeyboardEvent;
  const place = { element, name: '' };
  const spot: EventSpot = { part: 'page', target: element, place, isField: false, isFree: false, kept: [] };
  return { kept: keepKey(event, spot), isLeftToBrowser: preventDefault.mock.calls.length === 0 };
}

test.each([
  // Both would scroll: the browser now, and the list when the key is carried out, to where its cursor is.
  ['ArrowDown', true, false],
  ['PageUp', true, false],
  ['ArrowDown', false, true],
  ['Enter', true, true],
])('%s in a list: %s, left to the browser: %s', (key, isInList, isLeftToBrowser) => {
  expect(press(key, isInList)).toMatchObject({ kept: { kind: 'key', init: { key } }, isLeftToBrowser });
});
