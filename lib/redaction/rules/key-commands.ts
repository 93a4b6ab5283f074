import { commandRule, GAP, lead, QUALIFIER, type Candidate } from '../grammar/command-rule';
import { isLikelyProse, isPath, looksSecret } from '../grammar/plain-value';
import type { Rule } from '../grammar/rule';
import { secretNameRule } from '../grammar/secret-name';
import { COMMAND_START } from './command-words';

const TYPE = String.raw`(?:${QUALIFIER}|(?:local|remote|password|authentication|ascii-text|hexadecimal|encrypted-key)[ \t]+)`;
const NUMBERED = String.raw`(?:\d{1,10}[ \t]+(?:type[ \t]+)?(?:md5(?:-ekey)?|sha-?\d*|hmac-[\w-]{1,20}|[\w-]{0,12}cmac[\w-]{0,8}|encrypted)[ \t]+)?`;

const isKey = ({ value, lead: leadText, after }: Candidate): boolean => {
  if (/^[\w]+-[\w-]+$/.test(value) && secretNameRule(value) !== null) return false;
  if (/^[A-Za-z]+$/.test(value) && /^[ \t]{2,}\S/.test(after)) return false;
  if (isPath(value) || isLikelyProse(value, after) || value.startsWith('-----BEGIN')) return false;
  return !/^\d{1,5}$/.test(value) || /[ \t]\S+[ \t]+$/.test(leadText);
};

/** Keywords that name a key by themselves: `key-string`, `authentication-key`, `pre-shared-key`, `message-digest-key` … */
const namedKey: Rule = commandRule({
  name: (leadText) => (/shared|psk/i.test(leadText) ? 'psk' : 'key'),
  cues: ['key'],
  lead: lead(
    String.raw`(?:[\w-]{0,40}-)?(?:key-string|key-octet-string|authentication-key|message-digest-key|pre-?shared-?key|shared-key|auth-key|encryption-key|` +
      String.raw`md5-key|server-key|master-key|hash-key|priv-key|passkey|authentication-key-id|key-value|client-key|set-key|wpa-key|encrypted-key|privacy-key|private-key|secret-key|session-key|preshared-key)${GAP}${NUMBERED}(?:key[ \t]+)?${TYPE}{0,3}`,
  ),
  accepts: isKey,
});

/** The bare word `key` in a command of a protocol that shares keys. */
const protocolKey: Rule = commandRule({
  name: (leadText) => (/ENC[ \t]+$/.test(leadText) ? 'fortinet-enc' : 'shared-key'),
  cues: ['key'],
  lead: lead(String.raw`key(?:-id)?${GAP}(?:hostname[ \t]+\S{1,64}[ \t]+)?${NUMBERED}${TYPE}{0,3}`),
  head: /(?:ospf|rip|eigrp|isis|bgp|bfd|mka|macsec|ntp|sntp|ldp|tacacs|radius|tacplus|aaa-server|server-private|pac|isakmp|ikev?[12]?|pre-shared-key|md5|ldap|failover|wpa|wep|dot11|ipsec|hwtacacs|coa|dynamic-author|client[ \t]+\d|keyring|set)[\w+-]{0,20}[ \t:].{0,200}$/i,
  accepts: isKey,
});

/** `key 7 0822…` on a line of its own, as inside a `tacacs server` block; `key 1` opens an entry of a key chain. */
const blockKey: Rule = commandRule({
  name: 'shared-key',
  cues: ['key'],
  lead: lead(String.raw`key(?:-id)?${GAP}(?:${NUMBERED}|\d[ \t]+size[ \t]+\d+[ \t]?bit[ \t]+)${TYPE}{0,2}`),
  head: COMMAND_START,
  accepts: (candidate) => {
    if (/^\d{1,5}$/.test(candidate.value) || isPath(candidate.value)) return false;
    if (/key[ \t]+\S/.test(candidate.lead) || looksSecret(candidate.value)) return true;
    return candidate.site.follows(/^[ \t]+$/) && /^[ \t]*(?:$|[\r\n"'\\])/.test(candidate.after);
  },
});

/** `key config-key password-encrypt VALUE` (the IOS master key). */
const masterKey: Rule = commandRule({
  name: 'master-key',
  cues: ['passw'],
  lead: lead(String.raw`password-encryp(?:t|tion)${GAP}`),
  head: /key[ \t]+config-key[ \t]+$/i,
});

export const keyCommandRules: readonly Rule[] = [masterKey, namedKey, protocolKey, blockKey];
