import { markerEnd } from '../marker';
import type { Place } from '../place';
import { isPlainValue } from '../plain-value';
import type { Finding, Rule } from '../rule';
import { secretNameRule } from '../secret-name';

const TAG_END = /(?:[ \t][^<>\n]{0,120})?>/y;
const VALUE_LIMIT = 16_384;

/** `<password>VALUE</password>`; PAN-OS also writes `<key>-AQ==…</key>`, which its own form betrays. */
export const xmlRule: Rule = {
  cues: ['passw', 'passp', 'passc', 'secret', 'key', 'token', 'communit', 'psk', 'phash'],
  find: findElement,
};

function findElement({ text, wordStart, wordEnd, word }: Place): Finding | null {
  const isTag =
    text[wordStart - 1] === '<' ||
    (text[wordStart - 1] === ':' && /<\w{1,20}:$/.test(text.slice(Math.max(0, wordStart - 22), wordStart)));
  const rule = isTag ? secretNameRule(word) : null;
  if (rule === null) return null;
  TAG_END.lastIndex = wordEnd;
  if (!TAG_END.test(text)) return null;
  const start = TAG_END.lastIndex;
  const length = text.slice(start, start + VALUE_LIMIT).indexOf('<');
  const end = length < 0 ? start : start + length;
  if (isPlainValue(text.slice(start, end).trim())) return null;
  return { start, end, rule: markerEnd(text, start) < 0 ? rule : null };
}
