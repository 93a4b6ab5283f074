import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { csvCell } from './csv-cell';

/** What RFC 4180 says a cell means. */
const readCell = (cell: string): string => (cell.startsWith('"') ? cell.slice(1, -1).replaceAll('""', '"') : cell);

describe('csvCell', () => {
  test.each([
    ['plain', 'plain'],
    ['', ''],
    ['a,b', '"a,b"'],
    ['say "no"', '"say ""no"""'],
    ['two\nlines', '"two\nlines"'],
    ['=1+1', `"'=1+1"`],
    ['+49 30', `"'+49 30"`],
    ['-2', `"'-2"`],
    ['@SUM(A1)', `"'@SUM(A1)"`],
    ['\t=1', `"'\t=1"`],
    ['\r=1', `"'\r=1"`],
    ['＝1+1', `"'＝1+1"`],
    ['=HYPERLINK("http://a","b")', `"'=HYPERLINK(""http://a"",""b"")"`],
    ['a=1', 'a=1'],
  ])('%j becomes %j', (text, cell) => {
    expect(csvCell(text)).toBe(cell);
  });

  test('a cell reads as its text, with a sign in front of a formula; no cell begins as a formula', () => {
    fc.assert(
      fc.property(
        fc.string({ unit: fc.constantFrom('=', '+', '-', '@', '\t', '\r', '\n', '"', ',', 'a', '1') }),
        (text) => {
          const cell = csvCell(text);
          const read = readCell(cell);
          expect(read.replace(/^'/, '')).toBe(text);
          expect(read).not.toMatch(/^[=+\-@\t\r\n]/);
          if (!cell.startsWith('"')) expect(cell).not.toMatch(/[",\r\n]/);
        },
      ),
    );
  });
});
