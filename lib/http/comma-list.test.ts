import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { joinList, splitList } from './comma-list';

describe('splitList', () => {
  it('drops empty items and blanks around them', () => {
    expect(splitList(' a, ,b ,')).toEqual(['a', 'b']);
  });

  it('knows an escaped comma from one between items, and leaves other backslashes alone', () => {
    expect(splitList('core\\, left,DOMAIN\\user,x\\\\,y')).toEqual(['core, left', 'DOMAIN\\user', 'x\\', 'y']);
  });

  it('takes apart what joinList put together', () => {
    const name = fc.string({ unit: fc.constantFrom('a', ',', '\\', ' ', 'ß', '😀'), minLength: 1 });
    fc.assert(
      fc.property(fc.array(name.map((text) => text.trim()).filter((text) => text !== '')), (names) => {
        expect(splitList(joinList(names))).toEqual(names);
      }),
    );
  });
});
