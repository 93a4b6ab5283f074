import { commandRule, lead } from '../grammar/command-rule';
import { isWhereOrWhen, looksSecret } from '../grammar/plain-value';
import type { Rule } from '../grammar/rule';

const QUOTE = String.raw`\\{0,15}["']`;
/** A quoted user, a comma, and the secret is next. */
const USER = String.raw`[ubr]?${QUOTE}[^"'\n]{0,64}${QUOTE}[ \t]{0,4},[ \t]{0,4}`;
const NEXT_ARGUMENT = new RegExp(String.raw`${QUOTE}[ \t]{0,4},[ \t]{0,4}[ubr]?${QUOTE}[^"'\n\\]{1,200}`, 'y');

/** Python: `auth=('user', VALUE)`, `HTTPBasicAuth('user', VALUE)`, `credentials ('user', VALUE)`. */
const userAndSecret = commandRule({
  name: 'password',
  cues: [
    'auth=(',
    'auth = (',
    'auth(',
    'networkcredential',
    'pscredential',
    'basicauth(',
    'digestauth(',
    'credentials (',
    'credentials: (',
    'creds (',
    'creds: (',
  ],
  lead: lead(
    String.raw`(?:auth[ \t]?=[ \t]?|auth|(?:Network|PS)Credential(?:\]::new)?|HTTP(?:Basic|Digest|Proxy)Auth|cred(?:ential)?s:?[ \t]?)\(${USER}`,
  ),
});

/** `{"auth":["user","VALUE"]}`. */
const listOfTwo = commandRule({
  name: 'password',
  cues: [
    'auth"',
    "auth'",
    'auth\\',
    'credentials"',
    "credentials'",
    'credentials\\',
    'creds"',
    "creds'",
    'login"',
    "login'",
  ],
  lead: lead(
    String.raw`(?:[\w-]{0,20}_)?(?:auth|credentials|creds|login)${QUOTE}[ \t]{0,4}[:=][ \t]{0,4}[[(][ \t]{0,4}${USER}(?=[ubr]?${QUOTE})`,
  ),
  accepts: ({ value, after }) =>
    looksSecret(value) && !isWhereOrWhen(value) && new RegExp(String.raw`^${QUOTE}[ \t]{0,4}[\])]`).test(after),
});

/** A call with an address, perhaps a port, a user and the password: `connect('192.0.2.9', 22, 'ops', 'VALUE')`. */
const positionalCall = commandRule({
  name: 'password',
  cues: ['connect(', 'login(', 'authenticate(', 'driver('],
  lead: lead(
    String.raw`(?:[\w-]{0,40}(?:login|authenticate)\(|[\w-]{0,40}\([ubr]?${QUOTE}[\w.:-]{1,80}${QUOTE}[ \t]{0,4},[ \t]{0,4})(?:\d{1,5}[ \t]{0,4},[ \t]{0,4})?${USER}(?=[ubr]?${QUOTE})`,
  ),
  accepts: ({ value, isQuoted }) => isQuoted && looksSecret(value) && !isWhereOrWhen(value),
});

/** pysnmp: `UsmUserData('user', VALUE, VALUE)`, `CommunityData(VALUE)`. */
const snmpUser = commandRule({
  name: 'snmp-user',
  cues: ['usmuserdata('],
  lead: lead(String.raw`UsmUserData\(${USER}`),
  reach: NEXT_ARGUMENT,
});
const snmpCommunity = commandRule({
  name: 'snmp-community',
  cues: ['communitydata('],
  lead: lead(String.raw`CommunityData\((?=[ubr]?${QUOTE})`),
  reach: NEXT_ARGUMENT,
});

const USER_NAME = String.raw`[A-Za-z_][\w.@-]{0,63}`;
const LAST_USER = new RegExp(String.raw`(${USER_NAME})[ \t]*[:/][ \t]*$`);
/** Words, brackets and quotes between the cue and the pair; a colon only at a word's end. */
const BETWEEN = String.raw`(?:(?:[^\s:/()"'=]{1,64}:?|\([^()\s:/]{0,40}\)?|["'][^"'\n:/]{1,60}["']|\d{1,3}(?:\.\d{1,3}){3}:\d{1,5})[ \t]+){0,8}?`;
const OPENING = String.raw`(?:[(["']|\\["']){0,2}`;
/** What stands before a colon or a slash and is no user. */
export const NO_USER =
  /^(?:https?|s?ftp|ssh|tcp|udp|icmp|ip|ipv6|sha-?\d*|md5|rsa|ed25519|device|host|port|id|ref|branch|commit|job|run|session|name|version|user|username|login|tty|vty|line|console|interface|vlan|slot|kv|secrets?|config|configs|etc|var|usr|home|opt|tmp|n|and|or|w|read|in|out|rx|tx|src|dst|from|to|reason|error|password|passwd|method|type|proto|protocol|service|mac|url|file|at|key)$/i;

/** In a sentence: `credentials: user / VALUE`, `using creds user/VALUE`, `login with user:VALUE`, `retrying A (user:VALUE)`. */
const spoken = commandRule({
  name: 'password',
  cues: [
    ...[
      'credential',
      'creds',
      'login',
      'logon',
      'log in',
      'logged in',
      'logging in',
      'tried',
      'trying',
      'retrying',
      'attempting',
    ],
    ...[
      'authenticat',
      'auth with',
      'auth as',
      'auth for',
      'zugangsdaten',
      'anmeld',
      'identifiants',
      'connecting with',
      'connecting as',
      'credenciales',
      'connexion avec',
      'connecté avec',
      'connexion as',
      'conectado con',
      'conexión con',
      'verbunden mit',
      'verbindung mit',
    ],
  ],
  lead: lead(
    String.raw`[\wà-ü-]{1,40}(?:[ \t]?[:=])?(?:[ \t]+|(?<==))${BETWEEN}${OPENING}(?!https?:)${USER_NAME}(?:[ \t]{1,2}/[ \t]{1,2}|[:/](?![\s/]))`,
  ),
  accepts: ({ value, lead: leadText, after, isQuoted }) => {
    const user = LAST_USER.exec(leadText)?.[1] ?? '';
    if (NO_USER.test(user) || /^[/]|^\d+(?:\D|$)(?!.{6})|\//.test(value) || isWhereOrWhen(value) || isQuoted) {
      return false;
    }
    if (/[ \t]\/[ \t]+$/.test(leadText)) {
      return /^(?:cred|zugang|ident|login|logon)/i.test(leadText) && value.length >= 4;
    }
    if (looksSecret(value)) return true;
    return /^cred/i.test(leadText) && /^[ \t]+(?:accepted|rejected|refused|works?|failed|tried|ok)\b/.test(after);
  },
});

/** `creds: user VALUE`, `credentials (user, VALUE)`: two words, the second made like a secret. */
const listed = commandRule({
  name: 'password',
  cues: ['credential', 'creds', 'zugangsdaten', 'identifiants', 'credenciales'],
  lead: lead(
    String.raw`(?:credentials?|creds|zugangsdaten|identifiants|credenciales)(?:[ \t]{0,2}[:=][ \t]{0,4}|[ \t]{1,2}\(|(?<=zugangsdaten|identifiants|credenciales)[ \t]+)${USER_NAME}(?:,[ \t]|[ \t])[ \t]{0,4}`,
  ),
  accepts: ({ value }) => looksSecret(value) && !isWhereOrWhen(value),
});

export const pairRules: readonly Rule[] = [
  ...[userAndSecret, listOfTwo, positionalCall],
  ...[snmpUser, snmpCommunity, spoken, listed],
];
