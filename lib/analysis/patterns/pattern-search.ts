import { maskMessage } from './mask-message';
import { regexOfSign, SIGN } from '@/lib/store/query/mask-grammar';
import { searchText } from '@/lib/store/chunks/search-text';
import { searchBoxProblem, writeSearchBox } from '@/lib/reading/lines/search-box';

const NO_NAMES: ReadonlySet<string> = new Set();

/**
 * A search (`q`) that finds the messages of a pattern: a regular expression of the whole message, else a phrase of it,
 * for messages of several lines. `sample` is one of the messages. Null where neither can be made.
 */
export function patternSearch(pattern: string, sample: string, names: ReadonlySet<string> = NO_NAMES): string | null {
  const source = patternSource(pattern);
  const box = { text: source, isRegex: true, isCaseKept: true };
  // A pattern that was cut does not reach the message's end.
  const isFound = searchBoxProblem(box) === null && new RegExp(source, 'u').test(searchText(sample));
  return isFound ? (writeSearchBox(box).q ?? null) : maskMessage(sample, names).search;
}

/** `^retry \S+ of \S+$`: words as they are, in PostgreSQL's and in JavaScript's reading. */
function patternSource(pattern: string): string {
  const words = pattern.split(SIGN).map((text) => text.replaceAll(/[.*+?^${}()|[\]\\/]/g, '\\$&'));
  const signs = pattern.match(SIGN) ?? [];
  return `^${words.map((text, at) => text + (signs[at] === undefined ? '' : regexOfSign(signs[at]))).join('')}$`;
}
