/** Shorter texts are in nearly every line and exclude nothing. */
const MIN_LENGTH = 2;

/**
 * The longest text that every match of a regular expression (PostgreSQL's "advanced" kind) must contain, to test before
 * the expression itself, which costs some four times as much. Null when there is none, or when the expression has a form
 * that this reader does not follow: alternatives, options in front. ASCII only, so that case can be ignored cheaply.
 */
export function findRegexLiteral(regex: string): string | null {
  if (regex.startsWith('***') || regex.startsWith('(?') || hasAlternatives(regex)) return null;
  const runs = [''];
  let isRunOpen = true;
  const add = (char: string) => {
    if (isRunOpen) runs[runs.length - 1] += char;
    else runs.push(char);
    isRunOpen = true;
  };
  for (let at = 0; at < regex.length;) {
    const { literal, end } = readAtom(regex, at);
    const quantifier = regex[end] ?? '';
    if (literal !== null && !'?*{'.includes(quantifier || ' ')) add(literal);
    if (literal === null || '?*+{'.includes(quantifier || ' ')) isRunOpen = false;
    at = skipQuantifier(regex, end);
  }
  const longest = runs.reduce((one, other) => (other.length > one.length ? other : one));
  return longest.length >= MIN_LENGTH ? longest : null;
}

/**
 * A bar inside a class or behind a backslash is only a character; such patterns are rare, so leaving them without a
 * literal costs little.
 */
const hasAlternatives = (regex: string): boolean => regex.includes('|');

/** One character, escape, class or group; `literal` when it stands for exactly one ASCII character. */
function readAtom(regex: string, at: number): { literal: string | null; end: number } {
  const char = regex[at] ?? '';
  if (char === '\\') {
    const escaped = regex[at + 1] ?? '';
    // Before a letter or digit a backslash makes a class, an edge or a reference; some take more characters.
    const isPlain = /[^A-Za-z0-9]/.test(escaped) && escaped <= '~';
    return isPlain
      ? { literal: escaped, end: at + 2 }
      : { literal: null, end: at + 2 + escapeTail(regex, at + 2, escaped) };
  }
  if (char === '[') return { literal: null, end: classEnd(regex, at) };
  if (char === '(') return { literal: null, end: groupEnd(regex, at) };
  if ('.^$)]}{*+?'.includes(char) || char > '~') return { literal: null, end: at + 1 };
  return { literal: char, end: at + 1 };
}

/** Digits behind `\x`, `\u`, `\U`, `\c`, `\1`: part of the escape. */
const escapeTail = (regex: string, from: number, escaped: string): number =>
  /[xuUc0-9]/.test(escaped) ? (/^[0-9A-Za-z]*/.exec(regex.slice(from))?.[0].length ?? 0) : 0;

function classEnd(regex: string, start: number): number {
  let at = start + 1;
  if (regex[at] === '^') at += 1;
  if (regex[at] === ']') at += 1;
  for (; at < regex.length && regex[at] !== ']'; at += 1) {
    if (regex[at] === '\\') at += 1;
    else if (regex[at] === '[' && /[:.=]/.test(regex[at + 1] ?? '')) {
      const close = regex.indexOf(`${regex[at + 1]}]`, at + 2);
      at = close === -1 ? regex.length : close + 1;
    }
  }
  return at + 1;
}

function groupEnd(regex: string, start: number): number {
  let at = start + 1;
  while (at < regex.length && regex[at] !== ')') {
    if (regex[at] === '(') at = groupEnd(regex, at);
    else if (regex[at] === '[') at = classEnd(regex, at);
    else at += regex[at] === '\\' ? 2 : 1;
  }
  return at + 1;
}

/** Behind an atom: `?`, `*`, `+`, `{m,n}`, each perhaps with the `?` that makes it lazy. */
const skipQuantifier = (regex: string, from: number): number =>
  from + (/^(?:[?*+]|\{[\d,]*\})?\??/.exec(regex.slice(from))?.[0].length ?? 0);
