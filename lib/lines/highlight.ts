import { parseSearchQuery, type SearchTerm } from './search-query';

/** Half-open: from start up to, not including, end; UTF-16 offsets. */
export type TextRange = { start: number; end: number };

const WORD = '[\\p{L}\\p{N}_]';
/** More hits than this in one line help nobody. */
const MAX_RANGES = 500;

const escapePattern = (text: string): string => text.replace(/[\\^$.*+?()[\]{}|]/g, '\\$&');

/** What the store's regular expressions for words and phrases use and JavaScript writes otherwise. */
const toJavaScript = (postgres: string): string =>
  postgres
    .replaceAll('[^[:alnum:]_]', '[^\\p{L}\\p{N}_]')
    .replace(/\\(.)/gsu, (escape, character) => ({ m: `(?<!${WORD})`, M: `(?!${WORD})` })[String(character)] ?? escape);

function termPattern({ contains, regex, isReaderRegex }: SearchTerm): string[] {
  if (isReaderRegex || contains === null) return [];
  return [regex === null ? escapePattern(contains) : toJavaScript(regex)];
}

/**
 * One pattern for all terms of a query, or null. A reader's own regular expression is the server's to run: a link could
 * carry one that never ends, so the browser leaves its hits unmarked.
 */
export function buildHighlighter(query: string | undefined, isCaseKept = false): RegExp | null {
  const patterns = parseSearchQuery(query ?? '', isCaseKept).flatMap(termPattern);
  return patterns.length === 0 ? null : new RegExp(patterns.join('|'), isCaseKept ? 'gu' : 'giu');
}

/** Where the pattern hits, in order and without overlap. */
export function findRanges(text: string, highlighter: RegExp | null): TextRange[] {
  if (!highlighter) return [];
  const ranges: TextRange[] = [];
  for (const match of text.matchAll(highlighter)) {
    ranges.push({ start: match.index, end: match.index + match[0].length });
    if (ranges.length === MAX_RANGES) break;
  }
  return ranges;
}
