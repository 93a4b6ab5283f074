import { commandRule, GAP, lead, QUALIFIER } from '../grammar/command-rule';
import { looksSecret } from '../grammar/plain-value';
import type { Rule } from '../grammar/rule';
import { COMMAND_START } from './command-words';

const COMMAND_START_OR_SET = new RegExp(`${COMMAND_START.source}|(?:snmp|set)[ \\t]+$`, 'i');

const ADDRESS = String.raw`(?:\d{1,3}\.){3}\d{1,3}`;
/** Words allowed between the keyword and the community: rights, numbers, addresses, names of arguments. */
const ACCESS =
  String.raw`(?:${QUALIFIER}|(?:ro|rw|rwa|read-?only|read-?write(?:-all)?|read|write|trap|name|string|create|encrypted|community-name|${ADDRESS})[ \t]+|` +
  String.raw`(?:access)?mode[ \t]+(?:ro|rw|enable|disable)[ \t]+|index[ \t]+\S{1,40}[ \t]+(?:name[ \t]+)?|ipaddr[ \t]+)`;
const isRouteCommunity = (value: string): boolean =>
  /^\(?(?:(?:rt|soo|target|origin|color)?:?-?\d+:\S*|route-target\S*|add|set|delete|remove|in|matches-\w+|is-empty|no-export|no-advertise|internet|local-as|members?|list|index|none|both|standard|extended|expanded|additive|mode|accessmode|ipaddr|\{|=)$/i.test(
    value,
  );

/** `snmp-server community VALUE`, `set snmp community VALUE`, `snmp-agent community read cipher VALUE` … */
const community: Rule = commandRule({
  name: 'snmp-community',
  cues: ['communit'],
  lead: lead(
    String.raw`(?:[\w-]{0,20}-)?communit(?:y|ies)(?:-string|-name|-map|name|string)?(?:[ \t]+=)?${GAP}(?:(?:add|set)[ \t][^\n]{0,60}?name=|(?:add[ \t]+)?${ACCESS}{0,4})`,
  ),
  head: /snmp|trap|notif|monitor|\bnms\b/i,
  accepts: ({ value, after }) => !isRouteCommunity(value) && !/^[ \t]+members[ \t]/.test(after),
});

/** Keywords that speak of SNMP by themselves. */
const namedCommunity: Rule = commandRule({
  name: 'snmp-community',
  cues: ['communit'],
  lead: lead(
    String.raw`(?:(?:snmp|trap|get|set|ro|rw|read|write|read-only|read-write|nms)-communit(?:y|ies)(?:-string|-name)?|community-?string|communit(?:y|ies)-name|communityname|(?:ro|rw|trap)community)(?:[ \t]+=)?${GAP}${ACCESS}{0,3}`,
  ),
  head: /^(?:.{0,60}[#>])?[\w \t./-]{0,60}$/,
  accepts: ({ value }) => !isRouteCommunity(value),
});

/** "using community VALUE", "community VALUE answered", "read community VALUE" in a program's message. */
const spokenCommunity: Rule = commandRule({
  name: 'snmp-community',
  cues: ['communit'],
  lead: lead(String.raw`community(?:[ \t]+(?:string|name))?${GAP}`),
  head: /\b(?:using|use|with|trying|tried|used|v1|v2c?|read|write|trap|snmp|ro|rw)[ \t]+(?:the[ \t]+)?(?:snmp[ \t]+)?$|^[ \t]*$|[,;:][ \t]*$/i,
  accepts: ({ value, after, site }) =>
    !isRouteCommunity(value) &&
    (/^\\{0,15}["']?[ \t]+(?:answer|reject|refus|accept|timed|did|does|work|fail|is |was |not |every)/i.test(after) ||
      site.follows(
        /\b(?:using|with|trying|tried|used|v1|v2c?|use the|read|write)[ \t]+(?:the[ \t]+)?(?:snmp[ \t]+)?$/i,
      )),
});

/** Huawei: `target-host … params securityname VALUE`, the community unless it is version 3. */
const securityName: Rule = commandRule({
  name: 'snmp-community',
  cues: ['securityname'],
  lead: lead(String.raw`securityname${GAP}(?:cipher[ \t]+)?`),
  head: /target-host/i,
  accepts: ({ after }) => !/^[ \t]+v3\b/i.test(after),
});

/** Text allowed behind a community: a line's end, a block's bracket, its rights. */
const RIGHTS =
  /^\\{0,15}["']?[ \t]*(?:$|[\r\n]|\\{1,8}[rn"']|\{|hash2?\b|(?:ro|rw|rwa|read-only|read-write|read|write|view|access|acl|authorization|version|security|context|remote|group|permit|clients?|source|[0-9]{1,2})\b)/i;
const ROUTE_POLICY = /route-map|policy|community-list|route-filter|\bterm\b|members/;
const POLICY_LIMIT = 400;

/** A line of its own in a block: Junos `community VALUE {`, F5 `community VALUE`, CatOS `set community VALUE`. */
const communityBlock: Rule = commandRule({
  name: 'snmp-community',
  cues: ['communit'],
  lead: lead(String.raw`(?:snmp-)?community(?:-name)?${GAP}`),
  head: COMMAND_START_OR_SET,
  accepts: ({ value, after, site, isQuoted, lead: leadText }) => {
    if (isRouteCommunity(value) || value.endsWith(';')) return false;
    const isSet = site.follows(/\bset[ \t]+$/);
    if (isSet ? /^[A-Z0-9_-]+$/.test(value) || /^[ \t]+additive/.test(after) : !RIGHTS.test(after)) return false;
    if (/name[ \t]/i.test(leadText)) return true;
    const { text, cueStart } = site;
    const around = text.slice(Math.max(0, cueStart - POLICY_LIMIT), cueStart) + after;
    return (
      !ROUTE_POLICY.test(around) &&
      (isQuoted ||
        looksSecret(value) ||
        /^[ \t]/.test(site.head) ||
        isSet ||
        /^\S*[ \t]+\S/.test(after) ||
        /\{/.test(after))
    );
  },
});

const OPTION = String.raw`(?:(?:(?:vrf|use-vrf|filter-vrf|source-interface|permit|deny)[ \t]+\S{1,40}|traps?|informs?|trap-only|poll|udp-port[ \t]+\d{1,5}|version[ \t]+v?(?:1|2c?))[ \t]+){0,6}`;
const OPTION_WORD =
  /^(?:version|v[123]c?|vrf|use-vrf|filter(?:-vrf)?|source(?:-interface)?|udp-port|params|traps?|informs?|poll|community|permit|deny|enable|disable)$/i;

/** `snmp-server host ADDRESS [traps] [version 2c] VALUE`; version 3 names a user there, who is no secret. */
const host: Rule = commandRule({
  name: 'snmp-community',
  cues: ['snmp-', 'snmp host', 'snmp trap', 'snmp manager', 'trap-receiver', 'trap-server', 'trap receiver'],
  lead: lead(
    String.raw`(?:snmp(?:-server|-agent)?${GAP}(?:host|trap-host|traphost|trap-receiver|trapreceiver|target-host|manager)|trap[- ](?:receiver|server|host))${GAP}` +
      String.raw`(?:(?:create|add)[ \t]+)?(?:inside|outside|management|mgmt|dmz)?[ \t]*[\w.:-]{1,80}${GAP}${OPTION}(?:community(?:-name)?[ \t]+)?(?:(?:[0-9]|clear|encrypted)[ \t]+)?`,
  ),
  accepts: ({ value, site }) =>
    !OPTION_WORD.test(value) && !site.follows(/\b(?:no|show|display)[ \t]+$/) && !isAddress(value),
});
const isAddress = (value: string): boolean => /^\d{1,3}(?:\.\d{1,3}){3}$/.test(value);

/** Commands with a community at a fixed position and without the word. */
const fixedCommunity: Rule = commandRule({
  name: 'snmp-community',
  cues: ['trapreceiver', 'comm-tbl', 'trap-group', 'snmp-server group', 'snmp group'],
  lead: lead(
    String.raw`(?:trapreceiver${GAP}(?:create|add(?![ \t]+[\d.]+[ \t]))|comm-tbl|trap-group|(?:snmp-server|create${GAP}snmp|snmp)${GAP}group(?=[ \t]+\S{1,64}[ \t]+v(?:1|2c)))${GAP}`,
  ),
  // Casa names the same community twice.
  reach: /(?<=comm-tbl[ \t]{1,4}\S{1,64})[ \t]+[^\s"']+/y,
});

/** The two passphrases of an SNMPv3 user: `auth sha VALUE priv aes 128 VALUE`. */
const userKey: Rule = commandRule({
  name: 'snmp-user',
  cues: ['auth ', 'auth\t', 'auth-prot', 'priv ', 'priv\t', 'priv-prot'],
  lead: lead(
    String.raw`(?:auth(?:-prot(?:ocol)?)?[ \t]+(?:md5|sha-?\d*)|priv(?:-prot(?:ocol)?)?[ \t]+(?:3?des(?:56)?|aes(?:(?:-|[ \t]+)?(?:128|192|256))?))${GAP}(?:(?:auth|priv)-pass[ \t]+)?(?:(?:[0-9]|encrypted|localized|ciphertext|plaintext)[ \t]+)?`,
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
  accepts: ({ site, lead: leadText }) => leadText.includes('addresses=') || site.follows(/snmp[ \t]community/),
});

/** `"snmp_communities":[{"name":"VALUE","access":"ro"}]`. */
const listedCommunity: Rule = commandRule({
  name: 'snmp-community',
  cues: ['communit'],
  lead: lead(
    String.raw`(?:snmp_?|ro_?|rw_?)?communit(?:y|ies)\\{0,15}["'][ \t]{0,4}:\s{0,20}\[?\s{0,20}\{\s{0,20}\\{0,15}["'](?:name|community|community_name|community_string|string|value|text)\\{0,15}["'][ \t]{0,4}:[ \t]{0,4}(?=\\{0,15}["'])`,
  ),
  accepts: ({ value }) => !isRouteCommunity(value),
});

export const snmpRules: readonly Rule[] = [
  listedCommunity,
  community,
  namedCommunity,
  spokenCommunity,
  securityName,
  communityBlock,
  host,
  fixedCommunity,
  userKey,
  userPrivacy,
  tool,
  menuName,
];
