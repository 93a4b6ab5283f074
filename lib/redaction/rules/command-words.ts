import { commandRule, GAP, lead, QUALIFIER, type Candidate } from '../grammar/command-rule';
import { isLikelyProse, looksSecret } from '../grammar/plain-value';
import type { Rule } from '../grammar/rule';

/** A command begins here: line start, prompt, quote, separator, or after a logger's colon. */
export const COMMAND_START =
  /(?:^|[#>$!;:|{}("'`,]|(?<!\[REDACTED:[a-z0-9-]{1,32})\])[ \t]*(?:(?:no|do|set|add|delete|-|\+|<)[ \t]+)?$/;
const COMMAND_VERB = new RegExp(
  String.raw`(?:^|[^\w-])(?:username|user|user-name|local-user|enable|super|set|neighbor|peer|ppp|vpdn|vpn|vpn-group|isis|ip|ldap|aaa-server|tacplus-server|` +
    String.raw`radius-server|tacacs-server|radius|tacacs|wlan|crypto|trustpoint|cts|snmp-agent|usm-user|group|router|ospf|rip|eigrp|bgp|credentials|ikev2|ikev1|` +
    String.raw`tunnel|login|md5|key|key-chain|authentication|security|system|l2tp|pppoe|dialer|admin)[ \t].{0,200}$`,
  'i',
);
const VALUE_WORD = String.raw`(?:(?:is|was|be|to|with|(?:changed|set|reset)[ \t]+to|now)[ \t]+){0,2}`;
/** "new password for VALUE's owner set to …". */
const OWNER = String.raw`(?:(?:for|of)[ \t]+(?:user[ \t]+)?\S{1,64}[ \t]+(?=(?:is|was|now|set|reset|changed)[ \t]))?`;
/** `system password admin VALUE`. */
const ROLE = String.raw`(?:(?:admin|root|operator|enable|guest|user|login)[ \t]+(?!encrypted|role|privilege|level|class)(?=\S{4,64}[ \t]*$))?`;
/** Huawei's LDP and MSDP name the neighbour before the value. */
const PEER = String.raw`(?:(?:peer[ \t]+)?(?:\d{1,3}\.){3}\d{1,3}[ \t]+(?=\S)(?:[0-9][ \t]+(?=\S))?)?`;

/** `set a password with usermod -p`: no command has articles. */
const ARTICLE = /[ \t](?:a|an|the|your|his|her|their)[ \t]+$/i;

function accepts({ site, value, lead: leadText, after, isQuoted }: Candidate): boolean {
  if (
    /[ \t](?:[0-9]{1,2}a?|ENC|cipher(?:-?text)?|irreversible-cipher|sha\S+|scrypt|plain-?text|hex)[ \t]+$/i.test(
      leadText,
    )
  ) {
    return true;
  }
  // A marker may stand where a brace with a secret behind it stood the first time.
  if (/^\s*(?:\{|\[REDACTED:)/.test(after) && !site.follows(COMMAND_VERB)) return false;
  if (looksSecret(value)) return true;
  if (isLikelyProse(value, after) || site.follows(ARTICLE)) return false;
  if (isQuoted && value.length >= 4) return true;
  if (site.follows(COMMAND_VERB)) return true;
  if (!site.follows(COMMAND_START)) return false;
  return /^\w+-/.test(leadText) || /^[ \t]*(?:[\r\n\\!#;"'`}<|,)]|$|encrypted|role|privilege|level)/.test(after);
}

const name = (leadText: string): string => {
  if (/ENC[ \t]+$/.test(leadText)) return 'fortinet-enc';
  return /secret[ \t]/i.test(leadText) ? 'secret' : 'password';
};

/** `[enable|username x|set …] password|secret [type] VALUE`, with or without a command before it. */
export const commandWordRule: Rule = commandRule({
  name,
  cues: ['passw', 'passp', 'pass-p', 'passc', 'secret'],
  lead: lead(
    String.raw`(?:[\w-]{0,40}[-_])?(?:password|passwd|passphrase|pass-phrase|passcode|(?:psk|shared-|ppk-|client-|pre-shared-|ipsec-|group-)?secret)(?:-encrypt|-hash|-value)?${GAP}${OWNER}${VALUE_WORD}(?:${QUALIFIER}){0,4}${PEER}${ROLE}`,
  ),
  accepts,
});
