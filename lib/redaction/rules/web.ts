import { holdsMarker, markerEnd } from '../grammar/marker';
import { commandRule, lead } from '../grammar/command-rule';
import type { CueSite } from '../grammar/cue-site';
import { isPlainValue, looksSecret } from '../grammar/plain-value';
import { readBare } from '../grammar/read-value';
import type { Finding } from '../grammar/finding';
import type { Rule } from '../grammar/rule';

/** `scheme://user:VALUE@host`, also without a user. A value may hold an `@`: the last one before the path ends it. */
const URL_USER = /:\/\/[^\s/:@"'<>?#]{0,128}:((?:(?!:\/\/)[^\s/"'<>]){1,256})@/y;
/** `https://TOKEN@host`: a user of that length is none. */
const TOKEN_USER = /:\/\/([\w-]{20,255})@/y;
const urlRule: Rule = { cues: ['://'], find: findUrlPassword };

function findUrlPassword({ text, cueStart }: CueSite): Finding | null {
  const done = markerEnd(text, cueStart + 3);
  if (done >= 0) return { start: cueStart, end: done, rule: null };
  TOKEN_USER.lastIndex = cueStart;
  const token = TOKEN_USER.exec(text)?.[1];
  if (token !== undefined && looksSecret(token)) {
    return { start: cueStart + 3, end: cueStart + 3 + token.length, rule: 'url-credentials' };
  }
  URL_USER.lastIndex = cueStart;
  const value = URL_USER.exec(text)?.[1];
  if (value === undefined || isPlainValue(value)) return null;
  const end = URL_USER.lastIndex - 1;
  const start = end - value.length;
  return { start, end, rule: markerEnd(text, start) === end ? null : 'url-credentials' };
}

/** Go's address of a database without a scheme: `user:VALUE@tcp(host:3306)/name`. */
const DSN_USER = /(?:^|[\s"'=(])[\w.-]{1,64}:([^\s"']{1,128})$/;
const dsnRule: Rule = { cues: ['@tcp(', '@unix('], find: findDsnPassword };

function findDsnPassword({ text, cueStart, floor }: CueSite): Finding | null {
  const value = DSN_USER.exec(text.slice(Math.max(floor, cueStart - 200), cueStart))?.[1];
  if (value === undefined || holdsMarker(value) || isPlainValue(value)) return null;
  return { start: cueStart - value.length, end: cueStart, rule: 'url-credentials' };
}

const bearerRule = commandRule({
  name: 'bearer',
  cues: ['bearer'],
  lead: lead(String.raw`(?:-{1,2}[\w-]{0,20}-)?bearer[ \t]+`),
  accepts: ({ value }) =>
    value.length >= 6 &&
    !/^[a-z_]{2,20}=[^=]/i.test(value) &&
    (/[0-9]/.test(value) || value.length >= 20 || /[a-z][A-Z]/.test(value)),
});

const basicRule = commandRule({
  name: 'basic-auth',
  cues: ['basic ', 'basic\t'],
  lead: lead(String.raw`basic[ \t]+`),
  accepts: ({ value }) => isBasicPair(value),
});

/** RFC 7617: base64 of `user:password`. */
function isBasicPair(value: string): boolean {
  if (!/^[A-Za-z0-9+/]{6,400}={0,2}$/.test(value) || value.length % 4 === 1) return false;
  const decoded = atob(value.replace(/=+$/, ''));
  return /^[\x20-\x7e]*:[\x20-\x7e]*$/.test(decoded);
}

/** `Authorization: SCHEME VALUE`; of Digest and signatures only the proof. */
const HEADER =
  /authorization(?:\\{0,15}["'])?[ \t]{0,8}[:=,][ \t]{0,8}(?:[bu]?\\{0,15}["'])?(bearer|basic|digest|aws4-hmac-sha256|negotiate|ntlm|apikey|token|key|bot)[ \t]+/iy;
const PROOF = /(?:[^\n]{0,400}?[ ,])?(?:response|signature)=(?:\\{0,15}")?/iy;
const headerRule: Rule = { cues: ['authoriz'], find: findHeader };

function findHeader({ text, wordEnd }: CueSite): Finding | null {
  HEADER.lastIndex = wordEnd - 'authorization'.length;
  const scheme = HEADER.exec(text)?.[1]?.toLowerCase();
  if (scheme === undefined) return null;
  PROOF.lastIndex = HEADER.lastIndex;
  const isSigned = (scheme === 'digest' || scheme.startsWith('aws4')) && PROOF.test(text);
  const start = isSigned ? PROOF.lastIndex : HEADER.lastIndex;
  const done = markerEnd(text, start);
  if (done >= 0) return { start, end: done, rule: null };
  const { end } = readBare(text, start);
  if (isPlainValue(text.slice(start, Math.min(end, start + 300)))) return null;
  return { start, end, rule: SCHEME_RULES.get(scheme) ?? 'authorization' };
}
const SCHEME_RULES = new Map([
  ['bearer', 'bearer'],
  ['basic', 'basic-auth'],
]);

/** `Cookie: a=VALUE; b=VALUE` to its end; of `Set-Cookie` only the value, its attributes stay. */
const COOKIE = /(set-)?cookie(?:\\{0,15}["'])?[ \t]{0,8}[:=][ \t]{0,8}(?:\\{0,15}["'])?(?:[\w.-]{1,80}=)?(?=[^\s"'])/iy;
const cookieRule: Rule = { cues: ['cookie'], find: findCookie };

function findCookie({ text, cueStart, wordStart }: CueSite): Finding | null {
  COOKIE.lastIndex = text.slice(wordStart, cueStart).toLowerCase() === 'set-' ? wordStart : cueStart;
  const match = COOKIE.exec(text);
  if (match === null) return null;
  const start = COOKIE.lastIndex;
  const done = markerEnd(text, start);
  if (done >= 0) return { start, end: done, rule: null };
  if (isPlainValue(readValue(text, start))) return null;
  const end = match[1] === undefined ? lineEnd(text, start) : valueEnd(text, start);
  return { start, end, rule: 'cookie' };
}

const readValue = (text: string, start: number): string => {
  const { end } = readBare(text, start);
  return text.slice(start, Math.min(end, start + 300));
};

const JUDGED = 300;
const SESSION_TOKEN = /^(?:\[REDACTED:|(?=[\w%.+/=-]*[0-9])(?=[\w%.+/=-]*[A-Za-z])[\w%.+/=-]{20,})/;
const SESSION = /(?:[\w.-]{0,20})(?:sess(?:ion)?_?id|connect\.sid|session)=/iy;
const sessionRule: Rule = { cues: ['sessid=', 'sessionid=', 'session=', 'connect.sid='], find: findSession };

function findSession({ text, wordStart }: CueSite): Finding | null {
  SESSION.lastIndex = wordStart;
  if (!SESSION.test(text)) return null;
  const start = SESSION.lastIndex;
  // As much as is judged; to its end it is read only when it is a cookie.
  const judged = text.slice(start, start + JUDGED);
  const value = judged.slice(0, valueEnd(judged, 0));
  // A firewall numbers the sessions it forwards.
  if (/^\d{1,18}$/.test(value)) return null;
  // `session=` alone may be any name of one; a cookie's is long and random.
  if (/(?:^|[^_])session=$/i.test(text.slice(wordStart, start)) && !SESSION_TOKEN.test(value)) return null;
  return { start, end: valueEnd(text, start), rule: markerEnd(text, start) < 0 ? 'cookie' : null };
}

const END_OF_HEADER = /[\n\r]|\\{0,15}["'](?=[\s,}\])\\]|$)/g;

function lineEnd(text: string, from: number): number {
  END_OF_HEADER.lastIndex = from;
  return END_OF_HEADER.exec(text)?.index ?? text.length;
}

const valueEnd = (text: string, from: number): number => {
  let at = from;
  while (at < text.length && !/[\s;"'\\,&]/.test(text[at] ?? ' ')) at += 1;
  return at;
};

export const webRules: readonly Rule[] = [headerRule, cookieRule, bearerRule, basicRule, sessionRule, urlRule, dsnRule];
