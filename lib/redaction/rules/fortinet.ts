import { commandRule, lead } from '../grammar/command-rule';
import type { Rule } from '../grammar/rule';

/** Any value behind the word `ENC` of a `set` command. */
const enc = commandRule({
  name: 'fortinet-enc',
  cues: [' enc ', ' enc\t'],
  lead: lead(String.raw`(?:[ \t]*ENC[ \t]+|[\w-]{1,64}[ \t]+ENC[ \t]+)`),
  head: /\bset[ \t]+(?:[\w-]{1,64}[ \t]*)?$/,
});

/** The line that opens the block in which `set name` holds an SNMP community. */
export const COMMUNITY_BLOCK = 'config system snmp community';
/** An entry with eight hosts has 600 characters. */
const BLOCK_LIMIT = 2000;

/** `set name VALUE` of an SNMP community; in every other block a name is no secret. */
const communityName = commandRule({
  name: 'snmp-community',
  cues: ['set name '],
  lead: lead(String.raw`set[ \t]+name[ \t]+`),
  accepts: ({ site }) => isInCommunityBlock(site.text.slice(Math.max(0, site.cueStart - BLOCK_LIMIT), site.cueStart)),
});

function isInCommunityBlock(before: string): boolean {
  const opened = before.lastIndexOf(COMMUNITY_BLOCK);
  return opened >= 0 && !/\n(?:end\b|config )/.test(before.slice(opened));
}

export const fortinetRules: readonly Rule[] = [enc, communityName];
