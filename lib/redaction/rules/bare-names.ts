import { commandRule, GAP, lead } from '../grammar/command-rule';
import { looksSecret } from '../grammar/plain-value';
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

export const bareNameRules: readonly Rule[] = [queryKey, lineKey, login, registry, enableArgument];
