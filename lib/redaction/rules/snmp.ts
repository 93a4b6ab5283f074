import { commandRule, GAP, lead, QUALIFIER } from '../command-rule';
import type { Rule } from '../rule';
import { COMMAND_START } from './command-words';

const ACCESS = String.raw`(?:${QUALIFIER}|(?:ro|rw|read-only|read-write|read|write|name|string)[ \t]+)`;
const isRouteCommunity = (value: string): boolean =>
  /^(?:\d+:\S*|add|set|no-export|internet|members?|\{)$/i.test(value);

/** `snmp-server community VALUE`, `set snmp community VALUE`, `snmp-agent community read cipher VALUE` … */
const community: Rule = commandRule({
  name: 'snmp-community',
  cues: ['communit'],
  lead: lead(
    String.raw`(?:[\w-]{0,20}-)?community(?:-string|-name)?${GAP}(?:(?:add|set)[ \t][^\n]{0,60}?name=|${ACCESS}{0,3})`,
  ),
  head: /snmp|trap/i,
  accepts: ({ value }) => !isRouteCommunity(value),
});

/** "using community VALUE" in a program's message. */
const spokenCommunity: Rule = commandRule({
  name: 'snmp-community',
  cues: ['communit'],
  lead: lead(String.raw`community(?:[ \t]+string)?${GAP}`),
  head: /\b(?:using|with|trying|tried|used|v1|v2c?)[ \t]+(?:the[ \t]+)?$/i,
  accepts: ({ value }) => !isRouteCommunity(value),
});

/** Huawei: `target-host … params securityname VALUE`, the community unless it is version 3. */
const securityName: Rule = commandRule({
  name: 'snmp-community',
  cues: ['securityname'],
  lead: lead(String.raw`securityname${GAP}(?:cipher[ \t]+)?`),
  head: /target-host/i,
  accepts: ({ after }) => !/^[ \t]+v3\b/i.test(after),
});

/** A line of its own in a block: Junos writes `community VALUE {`, SR OS `community VALUE hash2`, F5 `community-name VALUE`. */
const communityBlock: Rule = commandRule({
  name: 'snmp-community',
  cues: ['communit'],
  lead: lead(String.raw`community(?:-name)?${GAP}`),
  head: new RegExp(`${COMMAND_START.source}|snmp[ \\t]+$`, 'i'),
  accepts: ({ value, after, lead: leadText }) =>
    !isRouteCommunity(value) && (/name[ \t]/i.test(leadText) || /^\\{0,15}["']?[ \t]*(?:\{|hash2?\b)/.test(after)),
});

/** `snmp-server host ADDRESS [traps] [version 2c] VALUE`; version 3 names a user there, who is no secret. */
const host: Rule = commandRule({
  name: 'snmp-community',
  cues: ['snmp-'],
  lead: lead(
    String.raw`snmp-(?:server|agent)${GAP}(?:host|trap-host|target-host)${GAP}(?:inside|outside|management|mgmt|dmz)?[ \t]*[\w.:-]{1,80}${GAP}` +
      String.raw`(?:(?:(?:vrf|use-vrf|source-interface)[ \t]+\S{1,40}|traps?|informs?|trap-only|poll|udp-port[ \t]+\d{1,5}|version[ \t]+(?:1|2c?))[ \t]+){0,6}(?:community[ \t]+)?(?:(?:[0-9]|clear|encrypted)[ \t]+)?`,
  ),
  accepts: ({ value }) => !/^(?:version|v3|vrf|filter|source|udp-port|params)$/i.test(value),
});

/** The two passphrases of an SNMPv3 user: `auth sha VALUE priv aes 128 VALUE`. */
const userKey: Rule = commandRule({
  name: 'snmp-user',
  cues: ['auth ', 'auth\t', 'priv ', 'priv\t'],
  lead: lead(
    String.raw`(?:auth[ \t]+(?:md5|sha-?\d*)|priv[ \t]+(?:3?des(?:56)?|aes(?:(?:-|[ \t]+)?(?:128|192|256))?))${GAP}(?:(?:auth|priv)-pass[ \t]+)?(?:(?:[0-9]|encrypted|localized|ciphertext|plaintext)[ \t]+)?`,
  ),
});
const userPrivacy: Rule = commandRule({
  name: 'snmp-user',
  cues: ['priv ', 'priv\t'],
  lead: lead(String.raw`priv${GAP}`),
  head: /snmp.{0,60}\bauth\b/i,
  accepts: ({ value }) => !/^(?:3?des|aes)/i.test(value),
});

/** net-snmp's tools: `-c` community, `-A` and `-X` passphrases. */
const tool: Rule = commandRule({
  name: 'snmp-community',
  cues: ['snmpwalk', 'snmpget', 'snmpset', 'snmpbulk', 'snmptrap'],
  lead: lead(String.raw`snmp[a-z]{3,12}[ \t][^\n]{0,80}?-c[ \t]{0,8}`),
});

/** MikroTik: in the menu of communities the name is the secret; `addresses` is a setting of no other menu with names. */
const menuName: Rule = commandRule({
  name: 'snmp-community',
  cues: ['addresses=', 'default=yes ]'],
  lead: lead(
    String.raw`(?:addresses=\S{0,200}|default=yes[ \t]\])${GAP}(?:(?![\w-]*(?:passw|name=))[\w-]{1,40}=\S{1,80}${GAP}){0,6}name=`,
  ),
  head: /snmp[ \t]community.{0,80}$|^(?:add|set)\b.{0,80}$/,
  accepts: ({ place, lead: leadText }) => leadText.includes('addresses=') || place.follows(/snmp[ \t]community/),
});

export const snmpRules: readonly Rule[] = [
  community,
  spokenCommunity,
  securityName,
  communityBlock,
  host,
  userKey,
  userPrivacy,
  tool,
  menuName,
];
