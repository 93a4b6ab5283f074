import { findRegexLiteral } from './regex-literal';

/**
 * The words of a search box. All terms must match, each in message, device or fields of the line:
 * `timeout` a whole word, case ignored; `"connection refused"` words in order; `*part*`, `pre*`, `*post` parts of words;
 * `/regular expression/`, with `/i` ignoring case. With `isCaseKept` the words, too, are as they are written.
 */
export type SearchTerm = {
  /** What a matching text must contain, its case ignored when `ignoreCase` is: cheap to test, so tested first. Null when nothing is known. */
  contains: string | null;
  /** PostgreSQL regular expression the text must match, null when `contains` says it all. */
  regex: string | null;
  ignoreCase: boolean;
  /** Words that a matching text holds as whole words, as a text; '' when none is known. They find the chunks to look into. */
  wholeWords: string;
  /** The reader wrote `regex`: it may run where it has a time limit, and nowhere else. */
  isReaderRegex: boolean;
};

const TERM = /\/((?:[^/\\]|\\.)+)\/(i?)(?=\s|$)|"([^"]*)"?|(\S+)/g;
const WORD_CHAR = /[\p{L}\p{N}_]/u;

export function parseSearchQuery(q: string, isCaseKept = false): SearchTerm[] {
  const terms: SearchTerm[] = [];
  for (const [, regex, flag, phrase, bare] of q.matchAll(TERM)) {
    if (regex !== undefined) terms.push(regexTerm(toPostgresRegex(regex), flag === 'i'));
    else if (phrase !== undefined) terms.push(...phraseTerm(phrase, !isCaseKept));
    else if (bare !== undefined) terms.push(...bareTerm(bare, !isCaseKept));
  }
  return terms;
}

/** True when a reader's own regular expression is among the terms. */
export const hasReaderRegex = (q: string): boolean => parseSearchQuery(q).some(({ isReaderRegex }) => isReaderRegex);

const regexTerm = (regex: string, ignoreCase: boolean): SearchTerm => ({
  contains: findRegexLiteral(regex),
  regex,
  ignoreCase,
  wholeWords: '',
  isReaderRegex: true,
});

function bareTerm(text: string, ignoreCase: boolean): SearchTerm[] {
  const startsOpen = text.startsWith('*');
  const endsOpen = text.length > 1 && text.endsWith('*');
  const core = text.slice(startsOpen ? 1 : 0, endsOpen ? -1 : undefined);
  if (core === '') return [];
  const regex = startsOpen && endsOpen ? null : wordRegex(escapeRegex(core), core, { startsOpen, endsOpen });
  return [
    {
      contains: core,
      regex,
      ignoreCase,
      wholeWords: wholeWords(core, { startsOpen, endsOpen }),
      isReaderRegex: false,
    },
  ];
}

/** At an open end the word may go on in the text, so it is not known whole. */
function wholeWords(core: string, { startsOpen, endsOpen }: { startsOpen: boolean; endsOpen: boolean }): string {
  const start = startsOpen ? core.replace(/^\w+/, '') : core;
  return endsOpen ? start.replace(/\w+$/, '') : start;
}

/** Between the words of a phrase may stand whatever is no word: a line break, a colon, two spaces. */
function phraseTerm(phrase: string, ignoreCase: boolean): SearchTerm[] {
  const words = phrase
    .trim()
    .split(/\s+/)
    .filter((word) => word !== '');
  if (words.length === 0) return [];
  const source = words.map(escapeRegex).join('[^[:alnum:]_]+');
  const regex = wordRegex(source, words.join(' '), { startsOpen: false, endsOpen: false });
  const longest = words.reduce((a, b) => (b.length > a.length ? b : a));
  return [{ contains: longest, regex, ignoreCase, wholeWords: words.join(' '), isReaderRegex: false }];
}

/** `\m` and `\M` are PostgreSQL's start and end of a word; beside a character that is none they could never match. */
function wordRegex(source: string, text: string, open: { startsOpen: boolean; endsOpen: boolean }): string {
  const start = !open.startsOpen && WORD_CHAR.test(text.charAt(0)) ? '\\m' : '';
  const end = !open.endsOpen && WORD_CHAR.test(text.charAt(text.length - 1)) ? '\\M' : '';
  return `${start}${source}${end}`;
}

/** What everybody writes as `\b`, the edge of a word, is `\y` in PostgreSQL, where `\b` is a backspace nobody looks for. */
const toPostgresRegex = (regex: string): string =>
  regex.replaceAll(/\\(.)/g, (escape, char: string) => (char === 'b' ? '\\y' : char === 'B' ? '\\Y' : escape));

const escapeRegex = (text: string): string => text.replaceAll(/[\\^$.|?*+()[\]{}]/g, '\\$&');

/** The word, in small letters, when the query is nothing but one word as the index of sealed chunks counts them; else null. */
export function singleWord(q: string): string | null {
  const word = q.trim();
  return /^\w+$/.test(word) ? word.toLowerCase() : null;
}
