import { commandRule, lead } from '../grammar/command-rule';
import { markerEnd } from '../grammar/marker';
import type { CueSite } from '../grammar/cue-site';
import { isPlainValue, looksSecret } from '../grammar/plain-value';
import type { Finding } from '../grammar/finding';
import type { Rule } from '../grammar/rule';
import { secretNameRule } from '../grammar/secret-name';

const TAG_END = /(?:[ \t][^<>\n]{0,120})?>(?:<!\[CDATA\[)?/y;
/** The text before a name that is an attribute's value: `<entry name="`. */
const ATTRIBUTE = /<[\w:.-]{1,40}[ \t][^<>]{0,80}?\b(?:name|key|id)=\\{0,15}["']$/i;
const ATTRIBUTE_END = /\\{0,15}["'](?:[ \t]{1,8}value=\\{0,15}["']|[^<>\n]{0,120}>)/y;
const VALUE_LIMIT = 16_384;

/** `<password>VALUE</password>`, `<entry name="password">VALUE</entry>`, `<add key="password" value="VALUE"/>`. */
const elementRule: Rule = {
  cues: ['passw', 'passp', 'passc', '_pass', 'secret', 'key', 'token', 'communit', 'psk', 'phash', 'pw>', 'prv>'],
  find: findElement,
};

function findElement(site: CueSite): Finding | null {
  const start = valueStart(site);
  if (start === null) return null;
  const { text, word } = site;
  const isBareKey = word.toLowerCase() === 'key';
  // pfSense keeps private keys under `prv`.
  const rule = isBareKey ? 'key' : word === 'prv' ? 'private-key' : secretNameRule(word);
  if (rule === null) return null;
  const length = text.slice(start, start + VALUE_LIMIT).search(/[<]|\]\]>|\\{0,15}["'][ \t]{0,8}\/?>/);
  const end = length < 0 ? start : start + length;
  const value = text.slice(start, end).trim();
  if (isPlainValue(value) || (isBareKey && !isKeyValue(value, site.head))) return null;
  return { start, end, rule: markerEnd(text, start) < 0 ? rule : null };
}

function valueStart({ text, wordStart, wordEnd, head }: CueSite): number | null {
  const isTag =
    text[wordStart - 1] === '<' ||
    (text[wordStart - 1] === ':' && /<\w{1,20}:$/.test(text.slice(Math.max(0, wordStart - 22), wordStart)));
  const pattern = isTag
    ? TAG_END
    : /["']/.test(text[wordStart - 1] ?? '') && ATTRIBUTE.test(head)
      ? ATTRIBUTE_END
      : null;
  if (pattern === null) return null;
  pattern.lastIndex = wordEnd;
  return pattern.test(text) ? pattern.lastIndex : null;
}

/** `<key>` is many things; a file's name and an address are none of them. */
const isKeyValue = (value: string, head: string): boolean =>
  !/[\s./:]/.test(value.replace(/^-AQ==.*/, '')) &&
  (looksSecret(value) || /radius|tacacs|server|address|ike|md5|encryption/i.test(head));

/** Junos: the name of a community of SNMP; one with members is a routing policy's. */
const namedCommunity = commandRule({
  name: 'snmp-community',
  cues: ['communit'],
  lead: lead(String.raw`community>[ \t\r\n]{0,80}<name>`),
  accepts: ({ after }) => !/^<\/name>[ \t\r\n]{0,40}<(?:members|\/community)/.test(after),
});

/** A form's field: `<input type="password" name="pw" value="VALUE">`. */
const formField = commandRule({
  name: 'password',
  cues: ['passw'],
  lead: lead(String.raw`password\\{0,15}["']?[ \t][^<>\n]{0,120}?\bvalue=`),
  head: /<input[ \t][^<>]{0,160}$/i,
});

/** OpenVPN: the user's name in one line, the password in the next. */
const userBlock = commandRule({
  name: 'password',
  cues: ['auth-user-pass>'],
  lead: lead(String.raw`auth-user-pass>[ \t\r]{0,8}\n[^\n<]{1,80}\n[ \t]{0,8}`),
});

export const xmlRules: readonly Rule[] = [elementRule, namedCommunity, formField, userBlock];
