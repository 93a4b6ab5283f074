import { holdsMarker, markerEnd } from '../grammar/marker';
import { promptedField } from '../grammar/paired-fields';
import type { CueSite } from '../grammar/cue-site';
import { isNoValue } from '../grammar/plain-value';
import type { Finding } from '../grammar/finding';
import type { Rule } from '../grammar/rule';

/** The text between a name in one element and the value in the next. */
const BETWEEN =
  /[\s:]{0,8}<\/(?:[\w-]{1,20}:)?(?:key|name|param-name|option|field|prompt|label|id|var|property)>\s{0,40}<(?:[\w-]{1,20}:)?(?:string|value|val|param-value|answer|data|content|text|integer)(?:[ \t][^<>\n]{0,120})?>/iy;
const NAME_BEFORE = /<(?:[\w-]{1,20}:)?[\w-]{1,20}(?:[ \t][^<>]{0,80})?>([^<>\n]{0,80})$/;
const END = /<\//g;
const VALUE_LIMIT = 16_384;
const HEAD_LIMIT = 160;

/** `<key>password</key><string>VALUE</string>`, `<name>password</name> <value>VALUE</value>`. */
const xmlPairRule: Rule = {
  cues: ['passw', 'passp', 'passc', '_pass', 'secret', 'key<', 'token', 'communit', 'psk', 'pwd'],
  find: findPaired,
};

function findPaired({ text, wordEnd, floor }: CueSite): Finding | null {
  BETWEEN.lastIndex = wordEnd;
  if (!BETWEEN.test(text)) return null;
  const start = BETWEEN.lastIndex;
  const name = NAME_BEFORE.exec(text.slice(Math.max(floor, wordEnd - HEAD_LIMIT), wordEnd))?.[1];
  const field = name === undefined ? null : promptedField(name);
  if (field === null) return null;
  const done = markerEnd(text, start);
  if (done >= 0) return { start, end: done, rule: null };
  END.lastIndex = start;
  const end = END.exec(text.slice(0, start + VALUE_LIMIT))?.index ?? start;
  const value = text.slice(start, end);
  return isNoValue(value.trim()) || holdsMarker(value) || !field.accepts(value.trim())
    ? null
    : { start, end, rule: field.rule };
}

export const xmlPairRules: readonly Rule[] = [xmlPairRule];
