import { holdsMarker, markerEnd } from '../grammar/marker';
import { isHarmlessBeside, isNameField, isValueField, promptedField } from '../grammar/paired-fields';
import type { CueSite } from '../grammar/cue-site';
import { isNoValue, isPlainValue } from '../grammar/plain-value';
import { quoteAt, readArgument } from '../grammar/read-value';
import type { Finding } from '../grammar/finding';
import type { Rule } from '../grammar/rule';
import { secretField, type SecretField } from '../grammar/secret-field';
import { secretNameRule } from '../grammar/secret-name';

/** Longest part of a quoted name or prompt on either side of its cue. */
const SIDE = 60;
const VALUE_LIMIT = 300;

/** Ends of names that count as cues only before a quote: in sentences they are too common. */
const LAST_WORDS =
  'pw pin otp mfa 2fa puk cvv answer code codes auth bearer private cred priv snmp_ro snmp_rw snmp_read snmp_write session signature ' +
  'hmac salt seed mnemonic phrase hash pem type7 verifier assertion response enable mdp clave parola sifre geslo lozinka';

/** With their sign, since the words alone are too short to be cues. */
const OTHER_SCRIPTS = [
  ...['пароль', 'Пароль', 'ПАРОЛЬ', 'секрет', 'パスワード', '暗証番号', '비밀번호', 'סיסמה', 'κωδικός'],
  ...['密码', '密碼', '口令', '密钥', '密鑰', '암호'].flatMap((word) => [`${word}:`, `${word}=`, `${word} :`]),
];

/** Records and lists as text: `"otp": 123456`, `{"prompt":"Password:","answer":"VALUE"}`, `['--password', 'VALUE']`. */
const quotedFieldRule: Rule = {
  cues: [
    ...'passw passp passc _pass secret key token communit psk pwd authoriz credential jwt'.split(' '),
    ...LAST_WORDS.split(' ').flatMap((word) => [`${word}"`, `${word}'`, `${word}\\`]),
    ...['pin=', 'pin:', 'otp=', 'otp:', 'code=', 'code: '],
    ...'kennwort contrase senha wachtwoord haslo hasło heslo losenord lösenord adgangskode passord salasana jelsz'.split(
      ' ',
    ),
    ...'mot_de_passe motdepasse segredo geheim schluessel sleutel palavra_passe'.split(' '),
    ...'密码" 密码\' 密碼" 口令" 密钥" 암호"'.split(' '),
    ...OTHER_SCRIPTS,
  ],
  find: (site) => findQuoted(site) ?? findCode(site) ?? findBehindSign(site),
};

type Quoted = { inner: string; start: number; end: number };

const LINE_END = 10;
const BACKSLASH = 92;
/** `"`, `'` and the grave accent. */
const isQuoteCode = (code: number): boolean => code === 34 || code === 39 || code === 96;

/** The quoted text around a cue, and where it stands with its quotes. */
function quotedAround({ text, cueStart, floor }: CueSite): Quoted | null {
  const first = Math.max(floor, cueStart - SIDE);
  let start = cueStart - 1;
  while (start >= first && !isQuoteCode(text.charCodeAt(start))) {
    if (text.charCodeAt(start) === LINE_END) return null;
    start -= 1;
  }
  if (start < first) return null;
  const length = text.slice(cueStart, cueStart + SIDE).indexOf(text[start] ?? '"');
  if (length < 0) return null;
  const end = cueStart + length;
  const inner = text.slice(start + 1, end).replace(/\\+$/, '');
  if (inner.includes('\n')) return null;
  while (text.charCodeAt(start - 1) === BACKSLASH) start -= 1;
  return { inner, start, end: end + 1 };
}

const COLON = /[ \t]{0,8}:\s{0,40}/y;
const COMMA = /[ \t]{0,8},\s{0,40}/y;
const NEXT = /\\{0,15}["'][ \t]{0,8},\s{0,40}/y;
/** A field's name, quoted, with its colon. */
const FIELD = /\\{0,15}["']([\w ]{1,16})\\{0,15}["'][ \t]{0,8}:\s{0,40}/y;
const FIELD_BEFORE = /["']([\w ]{1,16})\\{0,15}["'][ \t]{0,8}:\s{0,8}[bru]?$/;
const LIST_BEFORE = /[[(]\s{0,8}[bru]?$/;
const LIST_END = /\\{0,15}["']\s{0,8}[\])]/y;

function findQuoted(site: CueSite): Finding | null {
  const quoted = quotedAround(site);
  if (quoted === null) return null;
  const { text } = site;
  const { inner, start, end } = quoted;
  const head = text.slice(Math.max(site.floor, start - SIDE), start);
  COLON.lastIndex = end;
  if (COLON.test(text)) return takeValue(text, COLON.lastIndex, inner) ?? takeInObject(text, COLON.lastIndex, inner);
  COMMA.lastIndex = end;
  if (!COMMA.test(text)) return null;
  const next = COMMA.lastIndex;
  FIELD.lastIndex = next;
  const field = FIELD.exec(text)?.[1];
  if (field !== undefined) {
    const name = FIELD_BEFORE.exec(head)?.[1];
    if (name === undefined || !isNameField(name) || !isValueField(field)) return null;
    return takeBoth(text, FIELD.lastIndex, promptedField(inner));
  }
  if (/^-{1,2}\w/.test(inner)) return take(text, next, secretField(inner.replace(/^-+/, '')));
  return LIST_BEFORE.test(head) ? takeLast(text, next, promptedField(inner)) : null;
}

/** A bare number behind a sure name is left to the rules that know what it counts. */
const takeValue = (text: string, at: number, name: string): Finding | null =>
  quoteAt(text, at) < 0 && secretNameRule(name) !== null ? null : take(text, at, secretField(name));

/** `"enc_password":{"alg":"plain","text":"VALUE"}`: of an object below a sure name, what holds the text. */
const IN_OBJECT =
  /\{(?:[^{}\n]{0,100}?[,{\s])?\\{0,15}["'](?:text|value|plain|plaintext|cleartext|clear|data|hash|secret|string|password|key|encrypted|raw)\\{0,15}["']\s{0,8}:\s{0,8}/iy;

function takeInObject(text: string, at: number, name: string): Finding | null {
  IN_OBJECT.lastIndex = at;
  const field = secretField(name);
  return field !== null && IN_OBJECT.test(text) ? take(text, IN_OBJECT.lastIndex, field) : null;
}

/** The value at `at`, when it is one. */
function take(text: string, at: number, field: SecretField | null): Finding | null {
  if (field === null) return null;
  const isBareNumber = /^\d/.test(text.slice(at, at + 1));
  if (!isBareNumber && quoteAt(text, at) < 0) return null;
  const range = readArgument(text, at);
  const done = Math.max(markerEnd(text, at), markerEnd(text, range.start));
  if (done >= 0) return { start: at, end: done, rule: null };
  const value = text.slice(range.start, Math.min(range.end, range.start + VALUE_LIMIT));
  if (isNoValue(value) || holdsMarker(value) || value.startsWith('-') || !field.accepts(value)) return null;
  return { ...range, rule: field.rule };
}

/** `"old":"VALUE","new":"VALUE"`: a second value goes with the first. */
function takeBoth(text: string, at: number, field: SecretField | null): Finding | null {
  const first = take(text, at, field);
  if (first === null || first.rule === null || isHarmlessBeside(text.slice(first.start, first.end))) return null;
  NEXT.lastIndex = first.end;
  if (!NEXT.test(text)) return first;
  FIELD.lastIndex = NEXT.lastIndex;
  const name = FIELD.exec(text)?.[1];
  const second = name !== undefined && isValueField(name) ? take(text, FIELD.lastIndex, field) : null;
  return second === null || second.rule === null ? first : { ...first, end: second.end };
}

/** The second and last element of a list. */
function takeLast(text: string, at: number, field: SecretField | null): Finding | null {
  const found = take(text, at, field);
  if (found === null || found.rule === null) return found;
  LIST_END.lastIndex = found.end;
  const value = text.slice(found.start, found.end);
  return !LIST_END.test(text) || isHarmlessBeside(value) ? null : found;
}

const CODE = /[ \t]{0,4}[:=][ \t]{0,4}(?=(\d{4,10})(?![\w.:]))/y;

/** `otp=123456`, without quotes: digits alone, of a code that counts once. */
function findCode({ text, word, wordEnd }: CueSite): Finding | null {
  CODE.lastIndex = wordEnd;
  const code = CODE.exec(text)?.[1];
  if (code === undefined || secretField(word)?.rule !== 'one-time-code') return null;
  return { start: CODE.lastIndex, end: CODE.lastIndex + code.length, rule: 'one-time-code' };
}

const OTHER_SIGN = new RegExp(`(?:${OTHER_SCRIPTS.join('|')})[ \\t]{0,4}[:=]?[ \\t]{0,4}(?<=[:=][ \\t]{0,4})`, 'y');

/** `пароль: VALUE`, `密码=VALUE`: a word boundary means nothing in these scripts. */
function findBehindSign({ text, cueStart }: CueSite): Finding | null {
  OTHER_SIGN.lastIndex = cueStart;
  if (!OTHER_SIGN.test(text)) return null;
  const at = OTHER_SIGN.lastIndex;
  const range = readArgument(text, at);
  const done = Math.max(markerEnd(text, at), markerEnd(text, range.start));
  if (done >= 0) return { start: at, end: done, rule: null };
  const value = text.slice(range.start, Math.min(range.end, range.start + VALUE_LIMIT));
  return isPlainValue(value) || holdsMarker(value) ? null : { ...range, rule: 'password' };
}

export const quotedFieldRules: readonly Rule[] = [quotedFieldRule];
