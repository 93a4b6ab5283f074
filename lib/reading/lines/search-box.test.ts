import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readSearchBox, searchBoxProblem, writeSearchBox } from './search-box';
import { parseSearchQuery } from '@/lib/store/query/search-query';

const box = (text: string, modes: { isRegex?: boolean; isCaseKept?: boolean } = {}) => ({
  text,
  isRegex: false,
  isCaseKept: false,
  ...modes,
});

describe('the search box', () => {
  it.each([
    [box('timeout'), { q: 'timeout', case: undefined }],
    [box('  Timeout ', { isCaseKept: true }), { q: 'Timeout', case: '1' }],
    [box('', { isCaseKept: true }), { q: undefined, case: '1' }],
    [box(' '), { q: undefined, case: undefined }],
    [box('a b|c', { isRegex: true }), { q: '/a b|c/i', case: undefined }],
    [box('Gi0/\\d+', { isRegex: true, isCaseKept: true }), { q: '/Gi0\\/\\d+/', case: undefined }],
    [box('\\\\/', { isRegex: true }), { q: '/\\\\\\//i', case: undefined }],
  ])('%j is written as %j', (shown, params) => {
    expect(writeSearchBox(shown)).toEqual(params);
  });

  it.each([
    ['/a b/', box('a b', { isRegex: true, isCaseKept: true })],
    ['/a\\/b/i', box('a/b', { isRegex: true })],
    ['/a/ word', box('/a/ word')],
    ['/usr/lib', box('/usr/lib')],
    ['//', box('//')],
  ])('q=%s is shown as %j', (q, shown) => {
    expect(readSearchBox({ q })).toEqual(shown);
  });

  it('shows any regular expression again as it was written, and sends it to the store as one term', () => {
    fc.assert(
      fc.property(fc.string({ maxLength: 60 }), fc.boolean(), (text, isCaseKept) => {
        const shown = box(text.replaceAll(/\\\//g, '/').trim(), { isRegex: true, isCaseKept });
        if (shown.text === '' || searchBoxProblem(shown) !== null) return;
        const params = writeSearchBox(shown);
        expect(readSearchBox(params)).toEqual(shown);
        expect(parseSearchQuery(params.q ?? '')).toMatchObject([{ isReaderRegex: true, ignoreCase: !isCaseKept }]);
      }),
    );
  });

  it('says what cannot be searched for', () => {
    expect(searchBoxProblem(box('a\\', { isRegex: true }))).toMatch(/backslash/);
    expect(searchBoxProblem(box('a\\'))).toBeNull();
    expect(searchBoxProblem(box('x'.repeat(501)))).toMatch(/500/);
    expect(searchBoxProblem(box('', { isRegex: true }))).toBeNull();
    expect(searchBoxProblem(box('(a)\\1', { isRegex: true }))).toMatch(/back-reference/);
    expect(searchBoxProblem(box('word /(a)\\1/'))).toMatch(/back-reference/);
    expect(searchBoxProblem(box('(a)\\1'))).toBeNull();
  });
});
