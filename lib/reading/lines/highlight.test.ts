import { describe, expect, it } from 'vitest';
import { buildHighlighter, findRanges } from './highlight';
import { searchText } from '@/lib/store/chunks/search-text';
import { shownText } from '@/lib/store/chunks/shown-text';
import { SHOWN_LINES, SHOWN_QUERIES, type ShownLine } from './testing/shown-search';

const hits = (text: string, q: string, isCaseKept = false): string[] =>
  findRanges(text, buildHighlighter(q, isCaseKept)).map(({ start, end }) => text.slice(start, end));

/** The texts of a line as its detail shows them. */
function shownTexts(name: ShownLine): string[] {
  const line: { message?: string; device?: string; additional_fields?: unknown } = SHOWN_LINES[name];
  return [line.message ?? '', line.device ?? '', ...textsOf(line.additional_fields)].map(shownText);
}

function textsOf(value: unknown): string[] {
  if (typeof value === 'string') return [value];
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([key, inner]) => [key, ...textsOf(inner)]);
}

describe('the highlighter', () => {
  const queries = SHOWN_QUERIES.filter(([q]) => !q.startsWith('/'));

  it.each(queries)('marks %s in the lines that the search finds, and in no other', (q, found) => {
    const marked = (Object.keys(SHOWN_LINES) as ShownLine[]).filter((name) =>
      shownTexts(name).some((text) => hits(text, q).length > 0),
    );
    expect(marked.sort()).toEqual([...found].sort());
  });

  it.each([
    ['error', 'error失败: an ERROR, no errors', ['error', 'ERROR']],
    ['失败', 'error失败，又失败', ['失败', '失败']],
    ['Gi0/1', '接口Gi0/1断开 Gi0/10', ['Gi0/1']],
    ['"连接 失败"', '连接失败 连接 失败', ['连接失败', '连接 失败']],
    ['café', 'un cafe\u0301, CAFÉ, cafés', ['cafe\u0301', 'CAFÉ']],
    ['u', 'a\u0308u u\u0308 u', ['u']],
    ['ok', '\u1112\u1161\u11ab ok', ['ok']],
    ['m', 'm² m', ['m', 'm']],
  ])('marks %s in %j', (q, text, marked) => {
    expect(hits(text, q)).toEqual(marked);
  });

  it('minds the case when asked to, and leaves a reader’s expression to the server', () => {
    expect(hits('Error error', 'error', true)).toEqual(['error']);
    expect(buildHighlighter('/(a+)+$/')).toBeNull();
  });

  it('marks hits of composed texts whatever stands before them', () => {
    const text = 'e\u0301'.repeat(50) + ' needle e\u0301 needle';
    expect(searchText(text)).toHaveLength(50 + ' needle é needle'.length);
    expect(hits(text, 'needle')).toEqual(['needle', 'needle']);
  });
});
