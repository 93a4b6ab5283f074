import { commandRule, GAP, lead } from '../grammar/command-rule';
import type { Rule } from '../grammar/rule';

const PROTOCOL = String.raw`(?:MD5|SHA(?:-?\d{1,3})?|AES(?:-?\d{1,3}C?)?|3?DES)`;

/** snmpd.conf(5) and snmptrapd.conf(5): directives that name a community. */
const directive = commandRule({
  name: 'snmp-community',
  cues: ['communit', 'com2sec', 'trapsink', 'trap2sink', 'informsink'],
  lead: lead(
    String.raw`(?:(?:ro|rw|trap)community6?${GAP}|authcommunity${GAP}[a-z,]{3,24}${GAP}|` +
      String.raw`com2sec6?${GAP}(?:-Cn${GAP}\S{1,64}${GAP})?\S{1,64}${GAP}\S{1,64}${GAP}|(?:trap2?|inform)sink${GAP}\S{1,80}${GAP})`,
  ),
});

/** `createUser name SHA VALUE AES VALUE`. */
const createUser = commandRule({
  name: 'snmp-user',
  cues: ['createuser'],
  lead: lead(String.raw`createUser${GAP}(?:-e${GAP}\S{1,80}${GAP})?\S{1,64}${GAP}${PROTOCOL}${GAP}`),
  // ` des ` would be too common a cue.
  reach: /\\{0,15}["']?[ \t]+3?DES[\w-]{0,6}[ \t]+[^\s]+/y,
});
const createUserPrivacy = commandRule({
  name: 'snmp-user',
  cues: [' aes', '\taes'],
  lead: lead(String.raw`[\w-]{0,64}[ \t]+AES[\w-]{0,6}${GAP}`),
  head: /createUser[ \t]/i,
});

/** The tools' passphrases: `-A VALUE -X VALUE`, in capitals. */
const passphrase = commandRule({
  name: 'snmp-user',
  cues: ['-a ', '-x '],
  lead: lead(String.raw`-[ax]${GAP}`),
  head: /\bsnmp[a-z]{3,12}[ \t]/,
  accepts: ({ lead: leadText }) => /^-[AX]/.test(leadText),
});

export const netSnmpRules: readonly Rule[] = [directive, createUser, createUserPrivacy, passphrase];
