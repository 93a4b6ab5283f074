import { commandRule, lead } from '../grammar/command-rule';
import { holdsMarker, markerEnd } from '../grammar/marker';
import type { CueSite } from '../grammar/cue-site';
import type { Finding } from '../grammar/finding';
import { isPlainValue } from '../grammar/plain-value';
import { readArgument } from '../grammar/read-value';
import type { Rule } from '../grammar/rule';
import { secretNameRule } from '../grammar/secret-name';

/** Notations in which neither a colon nor an equals sign stands between a name and its value. */
const CUES = ['passw', 'passp', 'passc', '_pass', 'secret', 'key', 'token', 'communit', 'psk', 'psw', 'pwd'];
const QUOTED = String.raw`(?=[bu]?\\{0,15}["'])`;

/** Erlang's `{password,"VALUE"}`, Lisp's `(password "VALUE")`, Clojure's `:password "VALUE"`. */
const NEXT = new RegExp(String.raw`[ \t]{0,4}(?:,[ \t]{0,4}|[ \t])${QUOTED}`, 'y');
/** PHP's `s:8:"password";s:14:"VALUE"`. */
const SERIALIZED = /\\{0,15}["'];s:\d{1,6}:(?=\\{0,15}["'])/y;

/** A form's part: `name="password"`, an empty line, and the value. */
const PART = /\\{0,15}["'](?:;[^\n]{0,120})?(?:\r?\n){2}/y;
const PART_BEFORE = /form-data;[^\n]{0,80}\bname=\\{0,15}["']$/i;

const tupleRule: Rule = { cues: CUES, find: findInTuple };

function findInTuple(site: CueSite): Finding | null {
  const { text, wordStart, wordEnd, word } = site;
  const before = wordStart === 0 ? ' ' : text.charAt(wordStart - 1);
  if (!'{(:"\''.includes(before)) return null;
  const form = '{(:'.includes(before) ? NEXT : site.follows(PART_BEFORE) ? PART : SERIALIZED;
  form.lastIndex = wordEnd;
  if (!form.test(text)) return null;
  return takeQuoted(text, form.lastIndex, secretNameRule(word));
}

const VALUE_LIMIT = 300;

function takeQuoted(text: string, at: number, rule: string | null): Finding | null {
  if (rule === null) return null;
  const range = readArgument(text, at);
  const done = Math.max(markerEnd(text, at), markerEnd(text, range.start));
  if (done >= 0) return { start: at, end: done, rule: null };
  const value = text.slice(range.start, Math.min(range.end, range.start + VALUE_LIMIT));
  return isPlainValue(value) || holdsMarker(value) ? null : { ...range, rule };
}

/** SQL's `INSERT INTO users (name, password) VALUES ('netops', 'VALUE')`: the value has its column's position. */
const COLUMNS_BEFORE = /\binsert\s{1,4}(?:ignore\s{1,4})?into\s{1,4}[^\s(]{1,80}\s{0,4}\(([^()\n]{0,150})$/i;
const COLUMNS_END = /[^()\n]{0,300}\)\s{0,8}values\s{0,8}\(\s{0,8}/iy;
const ITEM =
  /(?:[bunN]?\\{0,15}(["'])[^"'\n]{0,200}?\\{0,15}\1|[^,()'"\n]{1,100}|\w{1,40}\([^()\n]{0,100}\))\s{0,8},\s{0,8}/y;
const columnRule: Rule = { cues: CUES, find: findInColumn };

function findInColumn({ text, wordEnd, word, head }: CueSite): Finding | null {
  const before = COLUMNS_BEFORE.exec(head)?.[1];
  const rule = before === undefined ? null : secretNameRule(word);
  if (before === undefined || rule === null) return null;
  COLUMNS_END.lastIndex = wordEnd;
  if (!COLUMNS_END.test(text)) return null;
  let at = COLUMNS_END.lastIndex;
  for (let left = before.split(',').length - 1; left > 0; left -= 1) {
    ITEM.lastIndex = at;
    if (!ITEM.test(text)) return null;
    at = ITEM.lastIndex;
  }
  return takeQuoted(text, at, rule);
}

/** ArcSight's labels: `cs1Label=password cs1=VALUE`. */
const labelled = commandRule({
  name: 'password',
  cues: CUES,
  lead: lead(String.raw`[\w-]{1,64}(?:[ \t]|\|)(?:cs|cn|flexString|deviceCustomString)\d=`),
  head: /\b(?:cs|cn|flexString|deviceCustomString)\dLabel=$/i,
  accepts: ({ site }) => secretNameRule(site.word) !== null,
});

export const notationRules: readonly Rule[] = [tupleRule, columnRule, labelled];
