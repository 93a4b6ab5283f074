import fc from 'fast-check';
import { expect, it } from 'vitest';
import { selectedRow } from './selected-text';

it('is one line with a column for each cell', () => {
  expect(selectedRow(['02:14:07.120', 'ERROR', 'gateway', 'fra-sw-12', 'one\n\ttwo\n'])).toBe(
    '02:14:07.120\tERROR\tgateway\tfra-sw-12\tone ⏎  two',
  );
});

it('stays one line of as many columns, whatever the cells hold', () => {
  const cell = fc.string({ unit: fc.constantFrom('a', ' ', '\t', '\n', '\r', '\u2028', '⏎') });
  fc.assert(
    fc.property(fc.array(cell, { minLength: 1 }), (cells) => {
      const text = selectedRow(cells);
      expect(text).not.toMatch(/[\r\n\u2028]/);
      expect(text.split('\t')).toHaveLength(cells.length);
    }),
  );
});
