import { findRegexLiteral } from './regex-literal';
import { hasUnspaced, UNSPACED_POSTGRES } from './unspaced-script';

/**
 * The words of a search box. All terms must match, each in message, device or fields of the line, as they are shown:
 * `timeout` a whole word, case ignored; `"connection refused"` words in order; `*part*`, `pre*`, `*post` parts of words;
 * `/regular expression/`, with `/i` ignoring case. With `isCaseKept` the words, too, are as they are written.
 * In scripts without blanks between words a term is found as a part.
 */
export type SearchTerm = {
  /**
   * A text that every match contains (ignoring case with `ignoreCase`); cheap to test, so tested first. Null when none
   * is known.
   */
  contains: string | null;
  /** PostgreSQL regular expression the text must match, null when `contains` says it all. */
  regex: string | null;
  /**
   * Matches what `regex` misses since a letter of a script without blanks stands beside a word; null when there is nothing to
   * miss. That of words names both cases of its letters (see `anyCase`), a reader's own goes by `ignoreCase`.
   */
  regexBeside: string | null;
  ignoreCase: boolean;
  /**
   * Words that every match contains as whole words, as one text; '' when none is known. They select the chunks to read.
   */
  wholeWords: string;
  /** True when the reader wrote `regex`: it may run only under a time limit. */
  isReaderRegex: boolean;
  /** The words of the term, for building other expressions; none for a reader's regular expression. */
  form: TermForm;
};

/** Words in order with no word between them; at an edge no word may go on. */
export type TermForm = { words: readonly string[]; hasStartEdge: boolean; hasEndEdge: boolean };

const TERM = /\/((?:[^/\\]|\\.)+)\/(i?)(?=\s|$)|"([^"]*)"?|(\S+)/g;
/** A letter, digit or `_`, as PostgreSQL 18 knows them (C.UTF-8), that is not of a script without blanks. */
const WORD_CHAR = /^[\p{Alphabetic}0-9_]$/u;

export function parseSearchQuery(q: string, isCaseKept = false): SearchTerm[] {
  const terms: SearchTerm[] = [];
  // The texts are searched in this form of Unicode, too (lib/store/chunks/search-text.ts).
  for (const [, regex, flag, phrase, bare] of q.normalize('NFC').matchAll(TERM)) {
    if (regex !== undefined) terms.push(regexTerm(regex, flag === 'i'));
    else if (phrase !== undefined) terms.push(...phraseTerm(phrase, !isCaseKept));
    else if (bare !== undefined) terms.push(...bareTerm(bare, !isCaseKept));
  }
  return terms;
}

/** False for `*`, `""` and a lone quote: they have no terms, so every line matches. */
export const hasTerms = (q: string): boolean => parseSearchQuery(q).length > 0;

/** An escape; a backslash that is itself escaped starts none. */
const ESCAPE = /\\(.)/gs;

/**
 * False for a regular expression with a back-reference (`\1`), the one form for which PostgreSQL tries all ways of matching: its time
 * doubles with each character of a line. Anywhere in the expression: options in front decide what a bracket is.
 */
export const isBounded = (q: string): boolean =>
  parseSearchQuery(q).every(
    ({ isReaderRegex, regex }) =>
      !isReaderRegex || ![...(regex ?? '').matchAll(ESCAPE)].some(([, char = '']) => /[1-9]/.test(char)),
  );

/** True when a reader's own regular expression is among the terms. */
export const hasReaderRegex = (q: string): boolean => parseSearchQuery(q).some(({ isReaderRegex }) => isReaderRegex);

function regexTerm(source: string, ignoreCase: boolean): SearchTerm {
  const regex = toPostgresRegex(source, '\\y');
  const beside = toPostgresRegex(source, EDGE_BESIDE);
  return {
    contains: findRegexLiteral(regex),
    regex,
    regexBeside: beside === regex ? null : beside,
    ignoreCase,
    wholeWords: '',
    isReaderRegex: true,
    form: { words: [], hasStartEdge: false, hasEndEdge: false },
  };
}

function bareTerm(text: string, ignoreCase: boolean): SearchTerm[] {
  const startsOpen = text.startsWith('*');
  const endsOpen = text.length > 1 && text.endsWith('*');
  const core = text.slice(startsOpen ? 1 : 0, endsOpen ? -1 : undefined);
  if (core === '') return [];
  return [wordTerm([core], { startsOpen, endsOpen, ignoreCase })];
}

/** Anything but a word may stand between the words of a phrase: a line break, a colon, two spaces. */
function phraseTerm(phrase: string, ignoreCase: boolean): SearchTerm[] {
  const words = phrase
    .trim()
    .split(/\s+/)
    .filter((word) => word !== '');
  return words.length === 0 ? [] : [wordTerm(words, { startsOpen: false, endsOpen: false, ignoreCase })];
}

type TermOptions = { startsOpen: boolean; endsOpen: boolean; ignoreCase: boolean };

function wordTerm(words: readonly string[], { startsOpen, endsOpen, ignoreCase }: TermOptions): SearchTerm {
  const text = words.join(' ');
  const form = {
    words,
    hasStartEdge: !startsOpen && isWordChar(firstOf(text)),
    hasEndEdge: !endsOpen && isWordChar(lastOf(text)),
  };
  const isPlainPart = words.length === 1 && !form.hasStartEdge && !form.hasEndEdge;
  return {
    contains: words.reduce((a, b) => (b.length > a.length ? b : a)),
    regex: isPlainPart ? null : termRegex(form, PLAIN_EDGES, escapeRegex),
    regexBeside: isPlainPart ? null : termRegex(form, BESIDE_EDGES, ignoreCase ? anyCase : escapeRegex),
    ignoreCase,
    wholeWords: wholeWords(text, { startsOpen, endsOpen }),
    isReaderRegex: false,
    form,
  };
}

/** At an open end the word may continue in the text, so the whole word is not known. */
function wholeWords(text: string, { startsOpen, endsOpen }: { startsOpen: boolean; endsOpen: boolean }): string {
  const start = startsOpen ? text.replace(/^\w+/, '') : text;
  return endsOpen ? start.replace(/\w+$/, '') : start;
}

const firstOf = (text: string): string => String.fromCodePoint(text.codePointAt(0) ?? 0);
const lastOf = (text: string): string => Array.from(text.slice(-2)).at(-1) ?? '';
const isWordChar = (character: string): boolean => WORD_CHAR.test(character) && !hasUnspaced(character);

/** True where the words at this position of a phrase need nothing between them: one of both letters is of a script without blanks. */
export const mayTouch = (before: string, after: string): boolean =>
  hasUnspaced(lastOf(before)) || hasUnspaced(firstOf(after));

type Edges = { start: (next: string) => string; end: (last: string) => string };

/**
 * `\m` and `\M` are PostgreSQL's start and end of a word, the fastest of such tests. Whether a letter beyond ASCII is one
 * depends on the database's locale, so there only the other side is looked at.
 */
const PLAIN_EDGES: Edges = {
  start: (next) => (next < '\u0080' ? '\\m' : '(?<![[:alnum:]_])'),
  end: (last) => (last < '\u0080' ? '\\M' : '(?![[:alnum:]_])'),
};

const BESIDE_EDGES: Edges = {
  start: () => `(?:(?<![[:alnum:]_])|(?<=[${UNSPACED_POSTGRES}]))`,
  end: () => `(?:(?![[:alnum:]_])|(?=[${UNSPACED_POSTGRES}]))`,
};

function termRegex(
  { words, hasStartEdge, hasEndEdge }: TermForm,
  edges: Edges,
  write: (text: string) => string,
): string {
  const text = words.join(' ');
  const source = words.reduce((before, word, at) => {
    if (at === 0) return write(word);
    return `${before}[^[:alnum:]_]${mayTouch(words[at - 1] ?? '', word) ? '*' : '+'}${write(word)}`;
  }, '');
  return `${hasStartEdge ? edges.start(firstOf(text)) : ''}${source}${hasEndEdge ? edges.end(lastOf(text)) : ''}`;
}

const escapeRegex = (text: string): string => text.replaceAll(/[\\^$.|?*+()[\]{}]/g, '\\$&');

/**
 * The text in any case, for an expression that minds it: one that ignores case would take each letter of the ranges in it
 * through the database's locale, which takes milliseconds.
 */
const anyCase = (text: string): string =>
  Array.from(text, (character) => {
    const [small, large] = [character.toLowerCase(), character.toUpperCase()];
    const isPair = small !== large && Array.from(small).length === 1 && Array.from(large).length === 1;
    return isPair ? `[${small}${large}]` : escapeRegex(character);
  }).join('');

/** A bracket, whose inside stays as it is, or an escape. */
const BRACKET_OR_ESCAPE = /\[\^?\]?(?:\\.|\[[:.=].*?[:.=]\]|[^\]\\])*\]|\\(.)/gs;

/**
 * Most people write `\b` for the edge of a word; PostgreSQL writes `\y`, and its `\b` is a backspace, which nobody
 * looks for.
 */
const toPostgresRegex = (regex: string, edge: string): string =>
  regex.replaceAll(BRACKET_OR_ESCAPE, (part, char: string | undefined) =>
    char === 'b' ? edge : char === 'B' ? '\\Y' : part,
  );

const EDGE_BESIDE = `(?:\\y|(?<=[${UNSPACED_POSTGRES}])|(?=[${UNSPACED_POSTGRES}]))`;

/** The word, in small letters, when the query is nothing but one word as the index of sealed chunks counts them; else null. */
export function singleWord(q: string): string | null {
  const word = q.trim();
  return /^\w+$/.test(word) ? word.toLowerCase() : null;
}
