import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { attachment, downloadFileName } from './file-name';

const nameOf = (jobName: string, isFiltered = false) =>
  downloadFileName({ jobName, runNumber: 4812, isFiltered, extension: 'csv' });

describe('downloadFileName', () => {
  test.each([
    ['Nightly backup', 'Nightly backup 4812.csv'],
    ['../../etc/passwd', 'etc passwd 4812.csv'],
    ['C:\\Windows', 'C Windows 4812.csv'],
    ['a"; filename="evil.exe', 'a filename= evil.exe 4812.csv'],
    ['line\r\nSet-Cookie: x', 'line Set-Cookie x 4812.csv'],
    ['\u202egnp.exe', 'gnp.exe 4812.csv'],
    ['Sicherung Zürich', 'Sicherung Zürich 4812.csv'],
    ['...', 'run 4812.csv'],
    ['x'.repeat(300), `${'x'.repeat(60)} 4812.csv`],
  ])('%j is saved as %j', (jobName, name) => {
    expect(nameOf(jobName)).toBe(name);
  });

  test('a filtered file says so', () => {
    expect(nameOf('Backup', true)).toBe('Backup 4812 filtered.csv');
  });
});

describe('attachment', () => {
  test('a name beyond ASCII is given both ways', () => {
    expect(attachment('Zürich (1) 日.csv')).toBe(
      `attachment; filename="Zurich (1) _.csv"; filename*=UTF-8''Z%C3%BCrich%20%281%29%20%E6%97%A5.csv`,
    );
  });

  test('a wide quote does not become one that ends the name', () => {
    expect(attachment(nameOf('a＂; x'))).toMatch(/^attachment; filename="a_ x 4812.csv"; /);
  });

  test('whatever a job is called, it is a header of one quoted text and one encoded one', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (jobName) => {
        const header = attachment(nameOf(jobName));
        expect(header).toMatch(/^attachment; filename="[ !#-[\]-~]+"; filename\*=UTF-8''[\w.~%&+^|!#-]+$/);
        expect(() => new Headers({ 'content-disposition': header })).not.toThrow();
      }),
    );
  });
});
