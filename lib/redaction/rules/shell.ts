import { commandRule, GAP, lead } from '../command-rule';
import { holdsMarker, markerEnd } from '../marker';
import type { Place } from '../place';
import { isPath, isPlainValue, looksSecret } from '../plain-value';
import { readArgument } from '../read-value';
import type { Finding, Rule } from '../rule';
import { secretNameRule } from '../secret-name';

/** `--db-password VALUE`, `-password VALUE`, `set db_password VALUE`; with `=` it is an assignment. */
const optionRule: Rule = {
  cues: ['passw', 'passp', '--pass', 'secret', 'key', 'token', 'communit', 'psk', 'pwd', '_pass '],
  find: findOption,
};
const SPACES = /[ \t]+/y;

function findOption(place: Place): Finding | null {
  const { text, word, wordStart, wordEnd } = place;
  SPACES.lastIndex = wordEnd;
  if (!SPACES.test(text)) return null;
  const isSetting = word.includes('_') && place.follows(/\bset[ \t]+$|^[ \t]*$/);
  const isName = text[wordStart] === '-' || isSetting;
  const rule = isName ? secretNameRule(word) : null;
  if (rule === null) return null;
  const at = SPACES.lastIndex;
  const range = readArgument(text, at);
  const done = Math.max(markerEnd(text, at), markerEnd(text, range.start));
  if (done >= 0) return { start: at, end: done, rule: null };
  const value = text.slice(range.start, Math.min(range.end, range.start + 300));
  if (isPlainValue(value) || value.startsWith('-') || holdsMarker(value)) return null;
  if (isSetting && !looksSecret(value)) return null;
  return /key|token/.test(rule) && isPath(value) ? null : { ...range, rule };
}

/** Between the words of a command, or of the list in which Python shows one: `'sshpass', '-p', 'VALUE'`. */
const BETWEEN = String.raw`(?:[ \t]+|\\{0,15}["'],[ \t]?b?\\{0,15}["'])`;

/** One character only: with a run of any length on both sides of the words between, time would grow with its square. */
const ONE_BETWEEN = BETWEEN.replace('+', '');

/** Programs and the switch behind which their password stands: [cues, program, switch]. */
const SWITCHES: readonly [string[], string, string][] = [
  [['sshpass'], 'sshpass', String.raw`-p(?:${BETWEEN})?`],
  [['mysql', 'mariadb'], '(?:mysql|mariadb)[a-z_-]{0,20}', String.raw`-p(?=[^\s-])`],
  [['docker', 'podman'], String.raw`(?:docker|podman)${BETWEEN}login`, `-p${BETWEEN}`],
  [['az login'], 'az login', `-p${BETWEEN}`],
  [['curl'], 'curl', String.raw`(?:-[a-zA-Z]{0,6}u|--user|--proxy-user)[ \t=]{0,8}(?:\\{0,15}["'])?[^\s:"'\\]{1,64}:`],
  [['plink', 'pscp', 'psftp'], String.raw`(?:plink|pscp|psftp)(?:\.exe)?`, `-pw${BETWEEN}`],
  [['ipmitool'], 'ipmitool', String.raw`-P(?:${BETWEEN})?`],
  [['racadm'], 'racadm', `-p${BETWEEN}`],
  [['ldapsearch', 'ldapmodify', 'ldapadd', 'ldapwhoami'], 'ldap[a-z]{3,8}', `-w${BETWEEN}`],
  [['redis-cli'], 'redis-cli', `-a${BETWEEN}`],
  [['openssl'], 'openssl', `-[kK]${BETWEEN}`],
  [['smbclient', 'rpcclient', 'winexe'], '(?:smbclient|rpcclient|winexe)', String.raw`-U[ \t=]{0,8}[^\s%"']{1,64}%`],
  [['rdp', 'rdesktop'], '[a-z]{0,6}rdp', '/p:'],
  [
    ['htpasswd'],
    'htpasswd',
    String.raw`-[a-zA-Z]{0,4}b[a-zA-Z]{0,4}${GAP}(?:\S{1,120}${GAP})?\S{1,64}${GAP}(?=\S+[ \t]*$)`,
  ],
  [['schtasks'], 'schtasks', `/rp${BETWEEN}`],
  [['sqlplus'], 'sqlplus', String.raw`[\w.]{1,64}/(?=[^\s/@]+@)`],
  [['net use'], 'net use', String.raw`/user:\S{1,80}${GAP}`],
];

const switchRules = SWITCHES.map(([cues, program, flag]) =>
  commandRule({
    name: 'password',
    cues,
    lead: lead(String.raw`${program}${ONE_BETWEEN}(?:[^\n]{0,160}?${ONE_BETWEEN})?${flag}`),
  }),
);

/** radtest(1): the user's password, the server, a port and the shared secret. */
const radtest = commandRule({
  name: 'password',
  cues: ['radtest'],
  lead: lead(String.raw`radtest${GAP}(?:-[a-z]${GAP}\S{1,20}${GAP})?\S{1,64}${GAP}`),
  reach: /[ \t]+\S+[ \t]+\d{1,5}[ \t]+[^\s"']+/y,
});

/** What is piped into a program that reads a password. */
const echo = commandRule({
  name: 'password',
  cues: ['echo ', 'printf '],
  lead: lead(String.raw`(?:echo|printf)${GAP}(?:-\w${GAP})?(?:(?:\\{0,15}["'])?[^\s:"'\\|]{1,64}:)?`),
  accepts: ({ after }) =>
    /^\\{0,15}["']?[ \t]{0,8}\|[ \t]{0,8}(?:sudo[ \t]+)?(?:chpasswd|-S|passwd|\S+.{0,24}--password-stdin)/.test(
      after.replace('sudo -', '-'),
    ),
});

export const shellRules: readonly Rule[] = [optionRule, ...switchRules, radtest, echo];
