import { QUALIFIER } from '../grammar/command-rule';
import { holdsMarker, markerEnd } from '../grammar/marker';
import type { CueSite } from '../grammar/cue-site';
import { isGuessable, isNoValue, isPath, isPlainValue, looksSecret } from '../grammar/plain-value';
import { quoteAt, readQuoted } from '../grammar/read-value';
import type { Finding, Range } from '../grammar/finding';
import type { Rule } from '../grammar/rule';
import { secretNameRule } from '../grammar/secret-name';

/** `password: String = "…"`, `const key: string = "…"`. */
const TYPED = String.raw`(?:[ \t]{0,4}:[ \t]{0,4}(?:&(?:'static[ \t])?)?(?:str|string|text|bytes|char|NSString|SecureString)[?!]?(?=[ \t]{0,4}=))?`;
/** `Some("…")`, `SecretStr('…')`: what wraps a literal. */
const WRAPPED = String.raw`(?:(?:new[ \t])?(?:Some|Just|Optional|Secret(?:Str|String)?|Sensitive|str|string|bytes|quote)\((?=[bu]?\\{0,15}["']))?`;
/** From the name's end to the value: a closing quote, "for user x", the sign itself, and a type as in `password: 7 0822`. */
const SIGN = new RegExp(
  String.raw`(?:[ \t](?:string|value|hash|name)|(?:\.\d{1,5}){1,4}(?=[ \t]=))?(?:\\{0,15}["'\x60])?\]?(?:[ \t](?:for|of)[ \t](?:user[ \t])?[^\s:=]{1,64})?(?:[ \t]?[[(](?!REDACTED:)[^\])\n"']{1,30}[\])])?` +
    String.raw`${TYPED}(?:[ \t]{0,64}(?:=>|->(?=[ \t])|[:?+|.]{0,2}={1,3}|!={1,2}(?=[ \t]{0,4}["'])|::?)|[ \t]{0,4}\.{3,80}[ \t]{0,4}:?(?=[ \t])|[ \t]{1,4}-{2,80}(?=[ \t])|\\{0,15}["']?[ \t]?[,;}]?\s{0,16}(?:val[ \t]?\{[ \t]?)?\\{0,15}["']?(?:Parameter|Option|[a-z]{1,10}_)?val(?:ue)?\\{0,15}["']?[ \t]?[:=])[ \t]{0,64}(?:string\(\d{1,6}\)[ \t]|(?:Hex-|OCTET[ \t])?STRING:[ \t])?(?:${QUALIFIER}){0,2}${WRAPPED}`,
  'iy',
);
const VALUE_LIMIT = 300;
const WORD_BEFORE_LIMIT = 41;
const WORD_BEFORE = /[\w-]{1,40}[ .]$/;
/** A list, an object or a remark in brackets begins: what is in it is looked at by itself. */
const STRUCTURE = /^(?:[{[](?:["'\\{}[\]]|$)|\([a-z]*\)?$)/i;
const DURATION = /^\d+[hdms]$/;
/** A call that fetches the secret, `getpass()`; without what follows the bracket it may as well be a password. */
const CALL = /^[A-Za-z_][\w.]*\($/;
const CALL_GOES_ON = /["')]/;
const ROUTE_COMMUNITY =
  /^(?:\d+:\d+|route-target|(?:rt|ro|rd|soo|origin|color|bandwidth):|no-export|no-advertise|internet|local-as|target:|\d+$)/i;
const NEXT_ITEM = /\\{0,15}["'`][ \t]{0,8},[ \t]{0,8}/y;

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
      '_pass',
      'psw',
      'pasw',
      'pssw',
      'pwd',
      'secret',
      'key',
      'token',
      'communit',
      'psk',
      'phash',
      'preshared',
      'authoriz',
      'cookie',
      'creds',
    ],
    ...['sig=', 'pw=', 'pw:', 'pw =', 'pw>', 'signature=', 'chkp-sid', 'requirepass'],
  ],
  find: findAssigned,
};

function findAssigned(site: CueSite): Finding | null {
  const { text, wordEnd } = site;
  SIGN.lastIndex = wordEnd;
  const sign = SIGN.exec(text);
  if (sign === null || isTestCount(site.word, sign[0])) return null;
  if (sign[0] === ': ' && isProgramsReply(site, wordEnd + sign[0].length)) return null;
  const rule = ruleAt(site);
  if (rule === null) return null;
  const at = wordEnd + sign[0].length;
  const range = text[at] === '[' ? readList(text, at) : site.argumentAt(at).range;
  const done = Math.max(markerEnd(text, at), markerEnd(text, range.start));
  if (done >= 0) return { start: at, end: done, rule: null };
  const value = text.slice(range.start, Math.min(range.end, range.start + VALUE_LIMIT));
  if (holdsMarker(value)) return null;
  const isQuoted = range.start > at;
  const isCode =
    isReference(value) || DURATION.test(value) || (CALL.test(value) && CALL_GOES_ON.test(text.charAt(range.end)));
  const isPlain = isPlainValue(value) && !(/^[:=]$/.test(sign[0]) && isGuessable(value));
  if (isQuoted ? isNoValue(value) : isPlain || STRUCTURE.test(value) || isCode) return null;
  // An empty setting, and the next one's name.
  if (/[=:][ \t]+$/.test(sign[0]) && /^[a-z][a-z-]{2,40}=$/.test(value)) return null;
  const isWorkingFolder = isPath(value) && /pwd$/i.test(site.word);
  const isLoose = sign[0].includes(': ') && !isQuoted;
  return isWorkingFolder || !isSecretValue(rule, value, isLoose) ? null : { ...range, rule };
}

/** The rule of the name itself, or of the name with the word before it: "Pre-Shared Key : …". */
function ruleAt(site: CueSite): string | null {
  const rule = secretNameRule(site.word);
  if (rule !== null || site.text[site.wordStart - 1] === '\n') return rule;
  const before = WORD_BEFORE.exec(site.head.slice(-WORD_BEFORE_LIMIT))?.[0];
  return before === undefined ? null : secretNameRule(before + site.word);
}

/** passwd(1) says its name before its sentences: `passwd: wachtwoord is niet veranderd`. */
const SENTENCE = /[a-zà-ü]{1,30}[ \t][a-zà-ü]/y;

function isProgramsReply({ word, head, text }: CueSite, at: number): boolean {
  if (word !== 'passwd' || /\S/.test(head)) return false;
  SENTENCE.lastIndex = at;
  return SENTENCE.test(text);
}

/** `pass: 12 fail: 0` of a test run. */
const isTestCount = (word: string, sign: string): boolean => /^pass$/i.test(word) && /\d[ \t]+$/.test(sign);

/** `settings.device_password`, `os.environ[…`, `$DB_PASSWORD`: code that says where the secret is. */
const REFERENCE =
  /^(?:\$([A-Z][A-Z0-9_]*)|(?:os\.environ|process\.env|os\.getenv)\b.*|[a-z_]\w*(?:\.[a-z_]\w*){0,4}\.([a-z_]\w*)[,;]?)$/;

function isReference(value: string): boolean {
  const match = REFERENCE.exec(value);
  if (match === null) return false;
  const name = match[1] ?? match[2];
  return name === undefined || secretNameRule(name) !== null;
}

function isSecretValue(rule: string, value: string, isLoose: boolean): boolean {
  if (rule === 'snmp-community') return !ROUTE_COMMUNITY.test(value);
  if (/^0x(?:0+|[0-9a-f]{1,8})$/i.test(value)) return false;
  if (rule === 'password') return true;
  if (/^(?:key|private-key|token)$/.test(rule) && isPath(value)) return false;
  return !isLoose || rule === 'psk' || value.length >= 8 || looksSecret(value);
}

/** From behind a list's first quote to before its last one. */
function readList(text: string, at: number): Range {
  let quote = quoteAt(text, at + 1);
  if (quote < 0) return { start: at, end: at };
  const start = quote + 1;
  let end = start;
  while (quote >= 0) {
    end = readQuoted(text, quote).end;
    NEXT_ITEM.lastIndex = end;
    quote = NEXT_ITEM.test(text) ? quoteAt(text, NEXT_ITEM.lastIndex) : -1;
  }
  return { start, end };
}
