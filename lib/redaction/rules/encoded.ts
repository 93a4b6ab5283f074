import { markerEnd } from '../marker';
import type { Place } from '../place';
import { isNoValue } from '../plain-value';
import type { Finding, Rule } from '../rule';
import { secretNameRule } from '../secret-name';

/** Quotes and signs as a URL or HTML writes them, also encoded once more. */
const QUOTE = String.raw`(?:%(?:25){0,2}2[27]|&(?:amp;)?(?:quot|apos|#0?3[49]|#x2[27]);)`;
const SPACE = String.raw`(?:[ \t+]|%(?:25){0,2}20){0,8}`;
const SIGN = String.raw`(?::|=|%(?:25){0,2}3[aAdD])`;
const QUOTED = new RegExp(`${QUOTE}${SPACE}${SIGN}${SPACE}${QUOTE}`, 'iy');
const BARE = /%(?:25){0,2}3[dD]/y;
const END_OF_QUOTED = new RegExp(`${QUOTE}|[\\s"<>]`, 'gi');
const END_OF_BARE = /%(?:25){0,2}26|[&\s"'<>]/gi;

/** `%22password%22%3A%22VALUE%22`, `&quot;password&quot;: &quot;VALUE&quot;`, `password%3DVALUE%26`. */
export const encodedRule: Rule = {
  cues: ['passw', 'passp', 'secret', 'key', 'token', 'communit', 'psk', 'pwd'],
  find: findEncoded,
};

/** What a name's first letters may be glued to: the number of the quote before it. */
const QUOTE_NUMBER = /^(?:22|27|25)+/;

function findEncoded({ text, word, wordStart, wordEnd }: Place): Finding | null {
  const sign = signAt(text, wordEnd);
  if (sign === null) return null;
  const name = text[wordStart - 1] === '%' ? word.replace(QUOTE_NUMBER, '') : word;
  const rule = secretNameRule(name);
  if (rule === null) return null;
  const start = wordEnd + sign.length;
  sign.end.lastIndex = start;
  const end = sign.end.exec(text)?.index ?? text.length;
  if (markerEnd(text, start) >= 0) return { start, end: markerEnd(text, start), rule: null };
  return isNoValue(text.slice(start, Math.min(end, start + 300))) ? null : { start, end, rule };
}

function signAt(text: string, at: number): { length: number; end: RegExp } | null {
  for (const [sign, end] of [
    [QUOTED, END_OF_QUOTED],
    [BARE, END_OF_BARE],
  ] as const) {
    sign.lastIndex = at;
    if (sign.test(text)) return { length: sign.lastIndex - at, end };
  }
  return null;
}
