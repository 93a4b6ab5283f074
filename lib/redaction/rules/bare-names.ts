import { commandRule, GAP, lead } from '../grammar/command-rule';
import { isWhereOrWhen, looksSecret } from '../grammar/plain-value';
import type { Rule } from '../grammar/rule';

const QUOTE = String.raw`\\{0,15}["']`;
/** As base64 and random tokens are written, never a word: capitals, small letters and digits, sixteen at least. */
export const isTokenLike = (value: string): boolean =>
  /^[\w+/=-]{16,}$/.test(value) && /[0-9]/.test(value) && /[A-Z]/.test(value) && /[a-z]/.test(value);

/** The names `key`, `auth` and `enable` are seldom a secret's: the value and the site have to speak for it. */
const queryKey = commandRule({
  name: 'key',
  cues: ['key', 'auth=', 'code='],
  lead: lead('(?:key|auth|code)='),
  head: /[?&;]$|\b(?:using|with|api)[ \t]+$/i,
  accepts: ({ value }) => isTokenLike(value) || /^[0-9a-f]{32,}$/.test(value),
});

/** tac_plus: `key = "VALUE"` alone on its line, `login = cleartext VALUE`. */
const lineKey = commandRule({
  name: 'key',
  cues: ['key'],
  lead: lead('key[ \t]{0,8}=[ \t]{0,8}'),
  head: /^(?:.*(?:[#>!:]|logged command:|b'))?[ \t]*$/,
  accepts: ({ value, isQuoted, after }) =>
    isQuoted && looksSecret(value) && /^\\{0,15}["'][ \t]*(?:$|[\r\n\\"'])/.test(after),
});
const login = commandRule({
  name: 'password',
  cues: ['cleartext ', 'login = des', 'enable = des'],
  lead: lead(String.raw`(?:(?:login|enable)${GAP}=${GAP}des|cleartext)${GAP}`),
  accepts: ({ site, lead: leadText }) => leadText.includes('=') || site.follows(/=[ \t]*$/),
});

/** Docker: `"auth": "VALUE"`, a user and a password in base64. */
const registry = commandRule({
  name: 'basic-auth',
  cues: ['auth"', "auth'", 'auth\\'],
  lead: lead(String.raw`auth${QUOTE}[ \t]{0,4}:[ \t]{0,4}(?=${QUOTE})`),
  accepts: ({ value, site }) => site.word === 'auth' && isTokenLike(value),
});

/** `password=…, enable=VALUE`: a second password beside a first. */
const enableArgument = commandRule({
  name: 'password',
  cues: ['enable=', 'enable"', "enable'", 'enable\\'],
  lead: lead(String.raw`enable(?:${QUOTE})?[ \t]{0,4}[:=][ \t]{0,4}(?=b?${QUOTE})`),
  head: /(?:passw|passp|secret|REDACTED:)/i,
});

/** `{"cmd":"enable","input":"VALUE"}`: how EOS is told the password of a command. */
const commandInput = commandRule({
  name: 'password',
  cues: ['input"', "input'", 'input\\'],
  lead: lead(String.raw`input${QUOTE}[ \t]{0,4}:[ \t]{0,4}(?=${QUOTE})`),
  head: /["'](?:cmd|command)\\{0,15}["'][ \t]{0,4}:[ \t]{0,4}\\{0,15}["']enable\\{0,15}["'][ \t]{0,4},[ \t]{0,4}\\{0,15}["']$/i,
  isOnlyValue: true,
});

/** `"radius":[{"host":"192.0.2.9","key":"VALUE"}]`: beside what shares keys, one named `key` alone is one. */
const sharedKey = commandRule({
  name: 'shared-key',
  cues: ['key"', "key'", 'key\\'],
  lead: lead(String.raw`key${QUOTE}[ \t]{0,4}:[ \t]{0,4}(?=[bu]?${QUOTE})`),
  head: /(?:radius|tacacs|isakmp|\bike|ipsec|wpa|\bntp|\bbgp|\bospf|\bhsrp|\bvrrp)[\w-]{0,20}\\{0,15}["'][ \t]{0,4}:[^\n]{0,160}["']$/i,
  accepts: ({ value, site }) =>
    /^key$/i.test(site.word) && value.length >= 6 && looksSecret(value) && !isWhereOrWhen(value),
});

export const bareNameRules: readonly Rule[] = [
  ...[queryKey, lineKey, login, registry],
  ...[enableArgument, commandInput, sharedKey],
];
