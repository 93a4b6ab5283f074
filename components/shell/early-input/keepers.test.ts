import { expect, test, vi } from 'vitest';
import { keepKey, type EventSpot } from './keepers';

/** A key on a button that stands in a list, or on none. */
function press(key: string, isInList: boolean) {
  const preventDefault = vi.fn();
  const element = { closest: () => (isInList ? {} : null) } as unknown as HTMLElement;
  const event = { key, code: key, preventDefault } as unknown as KeyboardEvent;
  const pressed = { element, name: '' };
  const spot: EventSpot = { part: 'page', target: element, pressed, isField: false, isFree: false, kept: [] };
  return { kept: keepKey(event, spot), isLeftToBrowser: preventDefault.mock.calls.length === 0 };
}

test.each([
  // Otherwise both would scroll: the browser now, and the list when the key is carried out.
  ['ArrowDown', true, false],
  ['PageUp', true, false],
  ['ArrowDown', false, true],
  ['Enter', true, true],
])('%s in a list: %s, left to the browser: %s', (key, isInList, isLeftToBrowser) => {
  expect(press(key, isInList)).toMatchObject({ kept: { kind: 'key', init: { key } }, isLeftToBrowser });
});
