import fc from 'fast-check';
import { expect, test } from 'vitest';
import { measureJson } from './measure-json';

test('finds the end of any array or object, whatever comes behind it', () => {
  fc.assert(
    fc.property(fc.oneof(fc.array(fc.jsonValue()), fc.dictionary(fc.string(), fc.jsonValue())), (value) => {
      const json = JSON.stringify(value);
      expect(measureJson(`${json}, {"x":[`).end).toBe(json.length);
      expect(measureJson(`ab${json}`, 2).end).toBe(json.length + 2);
      expect(measureJson(json, 0, json.length - 1).end).toBeNull();
    }),
  );
});

test('counts no fewer members and levels than there are', () => {
  expect(measureJson('{"a":1,"b":[1,2,3],"c":{"d":"},{[\\"e"}}')).toMatchObject({ depth: 2, members: 7 });
  expect(measureJson(`${'['.repeat(100_000)}`)).toEqual({ end: null, depth: 100_000, members: 100_000 });
  expect(measureJson('"text"')).toEqual({ end: 6, depth: 0, members: 0 });
});
