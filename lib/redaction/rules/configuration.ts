import { QUALIFIER } from '../grammar/command-rule';
import { holdsMarker } from '../grammar/marker';
import type { CueSite } from '../grammar/cue-site';
import {
  isGuessable,
  isKeyword,
  isLikelyProse,
  isNoValue,
  isPath,
  isPlainValue,
  isWhereOrWhen,
  looksSecret,
} from '../grammar/plain-value';
import type { Finding } from '../grammar/finding';
import type { Rule } from '../grammar/rule';
import { isForeignName, ruleOfName, secretNameRule } from '../grammar/secret-name';

/** Keywords of configurations that `secretNameRule` does not know, since as names of fields they are none. */
const KEYWORD =
  /(?:^|[-_.])(?:pswd|e-?key|esecret|pk?secret|psk|passwd?|pass|pw|cak|authstring|passwords?|community-?name)(?:[-_]?(?:l[12]|encrypted|encrypt|crypted|hash(?:ed)?|ascii|hex|string|name|plain|text|value|[12]))*$|(?:adm|admin|user|root|enable|auth|login|ppp|smtp|pop|ftp|bind|ldap|mail)-?_?(?:pw|pass|pwd)$|pass-?phrase-hashed$|password-(?:encrypted|l[12])$|(?:Password|Secret|Passphrase|Passwd|Pwd)(?:[A-Z][a-z]+)?$/;
/** Any other word that ends in `-key`; these are public, or no secret at all. */
const OTHER_KEY =
  /(?:^|[-_])(?:host|public|pub|primary|foreign|sort|partition|row|route|routing|cache|object|map|hot|soft|short|sub|index|lookup|search|hash|multi|registry|any|no|the|ssh|rsa|dsa|ecdsa|header|config|tie|cluster|group-by|order|trust|certificate|cert|user|key|bgp|domain|unique|composite|flow|translation)[-_]?keys?$/i;
const isOtherKey = (word: string): boolean => /[-_]keys?$/i.test(word) && !OTHER_KEY.test(word);

/** Numbers, algorithms and types between a keyword and its value, an equals sign included. */
const BETWEEN = new RegExp(
  String.raw`(?:\\{0,15}["'])?(?:[ \t]+=)?[ \t]+(?:${QUALIFIER}|(?:\d{1,10}|default|index|key-id|keyid|id|size[ \t]+\d+[ \t]?bit|3des|des|aes(?:-?\d{3})?|ciphertext|encrypted-key|ekey|md5-ekey)[ \t]+){0,4}`,
  'iy',
);
/** Words that no command has. */
const PROSE =
  /(?:^|[ \t(])(?:the|a|an|is|are|was|were|for|of|with|your|this|that|not|has|have|please|and|or|must|should|will|can|could|failed|failure|error|invalid|missing|wrong|bad|because|when|after|before|if|on|by|from|in|his|her|its|their|my|our|found|using|used|waiting|expected|got|sent|received)[ \t]|[.!?,][ \t]/i;
/** Columns of a table. */
const TABLE_HEAD = /\S[ \t]{2,}\S[^\t\n]{0,100}[ \t]{2,}\S/;
const COMMAND_LIMIT = 160;
const ENDS = /^\\{0,15}["']?;?[ \t]*(?:$|[\r\n]|\\{1,8}[rn"']|[#!}<]|["'`](?:$|[\s,}\])]))/;
/** Options that commands have behind their secret. */
const OPTION =
  /^\\{0,15}["']?[ \t]+(?:-|role|privilege|level|class|group|access|encrypt(?:ed)?|timeout|port|vrf|usage|type|view|address|hostname|authenticate|send|snmp|user|hash|md5|sha|aes|des|priv|confirm|security|index|key|auth|retransmit|source|mode|domain|"?[A-Z][a-z]+-)/;

/** `auth-password-l2 VALUE`, `set community-name = VALUE`, `user-password-encrypted VALUE`, `admPassword "VALUE"`. */
const keywordRule: Rule = {
  cues: [
    'passw',
    'passp',
    'pass-p',
    'passc',
    'pass ',
    'pass\t',
    'pswd',
    'pwd',
    'pw ',
    'secret',
    'key',
    'psk',
    'token',
    'authstring',
    'cak ',
    'community-name',
    'communityname',
  ],
  find: findKeyword,
};

function findKeyword(site: CueSite): Finding | null {
  const { text, word, wordEnd, head } = site;
  const name = secretNameRule(word) ?? (KEYWORD.test(word) || isOtherKey(word) ? ruleOfName(word) : null);
  if (name === null || name === 'snmp-community') return null;
  BETWEEN.lastIndex = wordEnd;
  if (!BETWEEN.test(text) || isForeignName(word)) return null;
  const at = BETWEEN.lastIndex;
  const { range, done, value } = site.argumentAt(at);
  if (done >= 0) return { start: at, end: done, rule: null };
  // `name = value` is an assignment unless a command sets it.
  if (text.slice(wordEnd, at).includes('=') && !/\bset[ \t]+$/.test(head)) return null;
  if (head.length > COMMAND_LIMIT || holdsMarker(value) || /chain[ \t]+$/i.test(head)) return null;
  if (TABLE_HEAD.test(head) || PROSE.test(head)) return null;
  const after = text.slice(range.end, range.end + 40);
  return isArgument({ word, value, after, head, isQuoted: range.start > at }) ? { ...range, rule: name } : null;
}

type Argument = { word: string; value: string; after: string; head: string; isQuoted: boolean };

function isArgument({ word, value, after, head, isQuoted }: Argument): boolean {
  const isEnd = ENDS.test(after);
  if (
    isNoValue(value) ||
    (isKeyword(value) && !isGuessable(value)) ||
    isPath(value) ||
    isWhereOrWhen(value) ||
    /^[-{([<=]|^\d{1,3}$/.test(value)
  ) {
    return false;
  }
  if (/-/.test(value) && secretNameRule(value) !== null) return false;
  if (isPlainValue(value)) return isEnd && isGuessable(value) && STARTS.test(head);
  if (looksSecret(value) || (isQuoted && value.length >= 4)) {
    return isEnd || OPTION.test(after) || /[-_.]|[a-z][A-Z]/.test(word);
  }
  if (isOtherKey(word) || !(isEnd || OPTION.test(after))) return false;
  if (isLikelyProse(value, after) && !SURE.test(head)) return false;
  return STARTS.test(head) || (/[-_.]|[a-z][A-Z]/.test(word) && !isLikelyProse(value, after));
}

/** Nothing before, or words of a command from the line's start or a prompt on. */
const STARTS =
  /^(?:.{0,60}[#>$])?[ \t]*(?:(?:no|do|set|add|create|configure|config|option|username|user|local-user|enable|system|line|console|aux|boot|ppp|pppoe|l2tp|vpn|vpdn|neighbor|peer|isis|ospf|rip|bgp|eigrp|ip|ipv6|ldap|bind|radius|radius-server|tacacs|tacacs-server|aaa|aaa-server|security|wlan|wifi|wireless|crypto|router|interface|snmp|snmp-server|login|admin|web-auth|mail|smtp|ftp|ddns|ipmi|bmc|portal|capwap|dtls|mgmtuser|cli|dot1x|area|domain|key|digest|super|access|failover|macsec|mka|service|cable|edit|nmcli|password|md5)(?:[ \t]+[\w.:/"'@*-]{1,64}){0,10}[ \t]+)?$/i;

/** What begins with these is a command, whatever the last word looks like. */
const SURE = /(?:^|[#>$])[ \t]*(?:enable|username|local-user|neighbor|(?:radius|tacacs)(?:-server)?|crypto)[ \t]/i;

export const configurationRules: readonly Rule[] = [keywordRule];
