import { mayTouch, parseSearchQuery, type TermForm } from '@/lib/store/query/search-query';
import { UNSPACED_JAVASCRIPT } from '@/lib/store/query/unspaced-script';

/** Half-open: from start up to, not including, end; UTF-16 offsets. */
export type TextRange = { start: number; end: number };

/** Letters, digits and `_` as the store's regular expressions know them. */
const WORD = '\\p{Alphabetic}0-9_';
const START = `(?:(?<![${WORD}])|(?<=[${UNSPACED_JAVASCRIPT}]))`;
const END = `(?:(?![${WORD}])|(?=[${UNSPACED_JAVASCRIPT}]))`;
/** More hits than this in one line help nobody. */
const MAX_RANGES = 500;

const escapePattern = (text: string): string => text.replace(/[\\^$.*+?()[\]{}|]/g, '\\$&');

function formPattern({ words, hasStartEdge, hasEndEdge }: TermForm): string[] {
  if (words.length === 0) return [];
  const source = words.map((word, at) => {
    const before = words[at - 1];
    return `${before === undefined ? '' : `[^${WORD}]${mayTouch(before, word) ? '*' : '+'}`}${escapePattern(word)}`;
  });
  return [`${hasStartEdge ? START : ''}${source.join('')}${hasEndEdge ? END : ''}`];
}

/**
 * One pattern for all terms of a query, or null. The browser does not run a reader's own regular expression, since a
 * link could carry one that never ends; such hits stay unmarked.
 */
export function buildHighlighter(query: string | undefined, isCaseKept = false): RegExp | null {
  const patterns = parseSearchQuery(query ?? '', isCaseKept).flatMap(({ form }) => formPattern(form));
  return patterns.length === 0 ? null : new RegExp(patterns.join('|'), isCaseKept ? 'gu' : 'giu');
}

/** Where the pattern hits in a shown text, in order and without overlap; accents may be composed or not. */
export function findRanges(text: string, highlighter: RegExp | null): TextRange[] {
  if (!highlighter) return [];
  const composed = text.normalize('NFC');
  const ranges: TextRange[] = [];
  for (const match of composed.matchAll(highlighter)) {
    ranges.push({ start: match.index, end: match.index + match[0].length });
    if (ranges.length === MAX_RANGES) break;
  }
  return composed === text || ranges.length === 0 ? ranges : mapRanges(text, ranges);
}

/** The ranges of a composed text in the text that it was made of. Composition never reaches beyond a grapheme. */
function mapRanges(text: string, ranges: readonly TextRange[]): TextRange[] {
  const graphemes = [...new Intl.Segmenter('en', { granularity: 'grapheme' }).segment(text)];
  const mapped: TextRange[] = [];
  let at = 0;
  let composedAt = 0;
  const lengthOf = (grapheme: number) => graphemes[grapheme]?.segment.normalize('NFC').length ?? 1;
  for (const { start, end } of ranges) {
    while (composedAt + lengthOf(at) <= start) composedAt += lengthOf(at++);
    const first = at;
    while (composedAt < end) composedAt += lengthOf(at++);
    mapped.push({ start: graphemes[first]?.index ?? text.length, end: graphemes[at]?.index ?? text.length });
  }
  return mapped.filter(({ start, end }) => start < end);
}
