import { QUALIFIER } from '../command-rule';
import { markerEnd } from '../marker';
import type { Place } from '../place';
import { isPath, isPlainValue, looksSecret } from '../plain-value';
import { quoteAt, readArgument } from '../read-value';
import type { Finding, Range, Rule } from '../rule';
import { isSecretName, ruleOfName } from '../secret-name';

/** From the name's end to the value: a closing quote, "for user x", the sign itself, and a type as in `password: 7 0822`. */
const SIGN = new RegExp(
  String.raw`(?:[ \t](?:string|value|hash))?(?:\\{0,15}["'\x60])?\]?(?:[ \t](?:for|of)[ \t](?:user[ \t])?[^\s:=]{1,64})?` +
    String.raw`(?:[ \t]{0,64}(?:=>|:=|={1,3}|:)|\\{0,15}["']?[ \t]?,[ \t]?\\{0,15}["']?value\\{0,15}["']?[ \t]?[:=])[ \t]{0,64}(?:${QUALIFIER}){0,2}`,
  'iy',
);
const LIST_LIMIT = 4096;

/** `name = value` in every notation: settings, JSON, escaped JSON, YAML, Python, URLs, headers, prose with a colon. */
export const assignmentRule: Rule = {
  cues: [
    ...[
      'passw',
      'passp',
      'pass-p',
      'pass_p',
      'passc',
      'pass=',
      'pass:',
      'pass"',
      "pass'",
      'pass\\',
      'pass =',
      'pass :',
    ],
    ...[
      'pwd',
      'secret',
      'key',
      'token',
      'communit',
      'psk',
      'phash',
      'authoriz',
      'cookie',
      'preshared',
      'creds',
      'sig=',
    ],
    ...['pw=', 'signature='],
  ],
  find: findAssigned,
};

function findAssigned(place: Place): Finding | null {
  const { text, wordEnd } = place;
  SIGN.lastIndex = wordEnd;
  const sign = SIGN.exec(text);
  if (sign === null) return null;
  const name = secretNameAt(place);
  if (name === null) return null;
  const at = SIGN.lastIndex;
  const range = text[at] === '[' ? readList(text, at) : readArgument(text, at);
  const done = Math.max(markerEnd(text, at), markerEnd(text, range.start));
  if (done >= 0) return { start: at, end: done, rule: null };
  const value = text.slice(range.start, Math.min(range.end, range.start + 300));
  const isLoose = sign[0].includes(': ') && range.start === at;
  return isSecretValue(name, value, isLoose) ? { ...range, rule: ruleOfName(name) } : null;
}

/** The name itself, or with the word before it: "Pre-Shared Key : …". */
function secretNameAt(place: Place): string | null {
  const exact = place.word;
  if (isSecretName(exact)) return exact;
  const before = /[\w-]{1,40}[ .]$/.exec(place.head.slice(-41))?.[0];
  return before !== undefined && isSecretName(before + exact) ? before + exact : null;
}

function isSecretValue(name: string, value: string, isLoose: boolean): boolean {
  if (isPlainValue(value) || value.startsWith('{') || value.startsWith('[') || value.startsWith('(')) return false;
  const rule = ruleOfName(name);
  if (rule === 'snmp-community') {
    return !/^(?:\d+:\d+|no-export|no-advertise|internet|local-as|target:|\d+$)/i.test(value);
  }
  if (/^pwd$/i.test(name) && isPath(value)) return false;
  if (rule === 'password') return !/^(?:\d+[hdms]|[\w.-]+\()/.test(value) || looksSecret(value);
  if ((rule === 'key' || rule === 'private-key' || rule === 'token') && isPath(value)) return false;
  return !isLoose || rule === 'psk' || looksSecret(value) || value.length >= 8;
}

/** From behind a list's first quote to before its last one. */
function readList(text: string, at: number): Range {
  const quote = quoteAt(text, at + 1);
  const length = quote < 0 ? -1 : text.slice(at, at + LIST_LIMIT).search(/[\]\n]/);
  if (length < 0 || text[at + length] === '\n') return { start: at, end: at };
  const inside = text.slice(quote + 1, at + length).replace(/\\{0,15}["'`][ \t]*$/, '');
  return { start: quote + 1, end: quote + 1 + inside.length };
}
