import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { csvCell } from './csv-cell';

/** The value of a cell as RFC 4180 defines it. */
const readCell = (cell: string): string => (cell.startsWith('"') ? cell.slice(1, -1).replaceAll('""', '"') : cell);

/** Cells of a row as a spreadsheet reads them with another separator: a quote counts only at a field's start. */
function fieldsOf(row: string, separator: string): string[] {
  const fields: string[] = [];
  let at = 0;
  while (at <= row.length) {
    let field = '';
    if (row[at] === '"') {
      at += 1;
      while (at < row.length && (row[at] !== '"' || row[at + 1] === '"')) {
        field += row[at] ?? '';
        at += row[at] === '"' ? 2 : 1;
      }
      at += 1;
    }
    while (at < row.length && row[at] !== separator && row[at] !== '\r' && row[at] !== '\n') {
      field += row[at] ?? '';
      at += 1;
    }
    fields.push(field);
    at += 1;
  }
  return fields;
}

const NASTY = fc.string({
  unit: fc.constantFrom('=', '+', '-', '@', '＝', '\t', '\r', '\n', '"', "'", ',', ';', ' ', 'a', '1'),
});

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
    ['\t=1', `"'\t'=1"`],
    ['\r=1', `"'\r'=1"`],
    ['\tindented', `"'\tindented"`],
    ['＝1+1', `"'＝1+1"`],
    ['=HYPERLINK("http://a","b")', `"'=HYPERLINK(""http://a"",""b"")"`],
    ['a=1', 'a=1'],
    ['a;=1+1', `"a;'=1+1"`],
    ['a\t@SUM(A1)', `"a\t'@SUM(A1)"`],
    ['a; "=1"', `"a; ""'=1"""`],
    ['first\n-2 dBm', `"first\n'-2 dBm"`],
    ['up; -5 dBm', `"up; '-5 dBm"`],
    ['up, -5 dBm', '"up, -5 dBm"'],
    ['a;b', '"a;b"'],
  ])('%j becomes %j', (text, cell) => {
    expect(csvCell(text)).toBe(cell);
  });

  test('a cell reads as its text, with signs in front of formulas', () => {
    fc.assert(
      fc.property(NASTY, (text) => {
        const cell = csvCell(text);
        expect(readCell(cell).replaceAll("'", '')).toBe(text.replaceAll("'", ''));
        if (!cell.startsWith('"')) expect(cell).not.toMatch(/[",;\t\r\n]/);
      }),
    );
  });

  test.each([',', ';', '\t'])('no field begins as a formula where %j parts them', (separator) => {
    fc.assert(
      fc.property(NASTY, NASTY, (one, other) => {
        const row = `7,2026-11-22T02:14:07.120Z,${csvCell(one)},ERROR,${csvCell(other)},${csvCell(one)}\r\n`;
        for (const field of fieldsOf(row, separator)) expect(field).not.toMatch(/^[\s"]*[=+\-@＝]/);
      }),
      { numRuns: 500 },
    );
  });
});
