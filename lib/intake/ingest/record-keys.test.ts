import fc from 'fast-check';
import { expect, test } from 'vitest';
import { KEY_RULES, SLOT, sortKeys } from './record-keys';

const value = fc.oneof(
  fc.constantFrom<unknown>(null, '', 'text', 0, 7, false, [1], {}, { host: 'a', n: null }, { host: { deep: [1] } }),
  fc.dictionary(fc.constantFrom('host', 'message', '__proto__', 'toJSON', '2'), fc.constantFrom<unknown>(1, 'x', null)),
);
const key = fc.constantFrom(...KEY_RULES.keys(), 'host', 'n', '__proto__', '1');
const record = fc
  .array(fc.tuple(key, value), { maxLength: 12 })
  .map((entries) => Object.fromEntries(entries) as Record<string, unknown>);
/** Only best names, as a well-written sender has them. */
const plainRecord = fc
  .subarray([...KEY_RULES].filter(([, { rank }]) => rank === 0).map(([name]) => name))
  .chain((names) => fc.tuple(fc.constant(names), fc.array(value, { minLength: 14, maxLength: 14 })))
  .map(([names, values]) => Object.fromEntries(names.map((name, index) => [name, values[index]])));

test('the short way by layout sorts as looking at each key does, which an unknown key asks for', () => {
  fc.assert(
    fc.property(fc.oneof(record, plainRecord), (given) => {
      const expected = sortKeys(Object.fromEntries([...Object.entries(given), ['unknown key', 1]]));
      const { slots, fields } = sortKeys(given);
      delete expected.fields['unknown key'];
      expect(slots).toEqual(expected.slots);
      expect(Object.entries(fields)).toEqual(Object.entries(expected.fields));
      expect(JSON.stringify(fields)).toBe(JSON.stringify(expected.fields));
    }),
    { numRuns: 5000 },
  );
});

test('a layout that was seen is not taken for another of as many keys', () => {
  expect(sortKeys({ message: 'a', device: 'b' }).slots[SLOT.device]).toBe('b');
  const swapped = sortKeys({ device: 'b', message: 'a' });
  expect([swapped.slots[SLOT.device], swapped.slots[SLOT.message]]).toEqual(['b', 'a']);
  expect(sortKeys({ message: 'a', msg: 'b' })).toMatchObject({ fields: { msg: 'b' } });
});
