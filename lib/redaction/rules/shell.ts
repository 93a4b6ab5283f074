import { commandRule, GAP, lead } from '../command-rule';
import { markerEnd } from '../marker';
import type { Place } from '../place';
import { isPlainValue } from '../plain-value';
import { readArgument } from '../read-value';
import type { Finding, Rule } from '../rule';
import { secretNameRule } from '../secret-name';

/** `--db-password VALUE`, `-password VALUE`; with `=` it is an assignment. */
const optionRule: Rule = {
  cues: ['passw', 'passp', '--pass', 'secret', 'key', 'token', 'communit', 'psk', 'pwd'],
  find: findOption,
};
const SPACES = /[ \t]+/y;

function findOption({ text, word, wordStart, wordEnd }: Place): Finding | null {
  const rule = text[wordStart] === '-' ? secretNameRule(word) : null;
  if (rule === null) return null;
  SPACES.lastIndex = wordEnd;
  if (!SPACES.test(text)) return null;
  const at = SPACES.lastIndex;
  const range = readArgument(text, at);
  const done = Math.max(markerEnd(text, at), markerEnd(text, range.start));
  if (done >= 0) return { start: at, end: done, rule: null };
  const value = text.slice(range.start, Math.min(range.end, range.start + 300));
  return isPlainValue(value) || value.startsWith('-') ? null : { ...range, rule };
}

const sshpass = commandRule({
  name: 'password',
  cues: ['sshpass'],
  lead: lead(String.raw`sshpass${GAP}(?:-v[ \t]+)?-p[ \t]{0,8}`),
});
const mysql = commandRule({
  name: 'password',
  cues: ['mysql', 'mariadb'],
  lead: lead(String.raw`(?:mysql|mariadb)[a-z_-]{0,20}[ \t](?:[^\n]{0,120}?[ \t])?-p(?=[^\s-])`),
});
const dockerLogin = commandRule({
  name: 'password',
  cues: ['docker', 'podman'],
  lead: lead(String.raw`(?:docker|podman)[ \t]+login[ \t](?:[^\n]{0,120}?[ \t])?-p[ \t]{1,8}`),
});
const curlUser = commandRule({
  name: 'password',
  cues: ['curl '],
  lead: lead(String.raw`curl[ \t](?:[^\n]{0,160}?[ \t])?(?:-u|--user)[ \t=]{0,8}["']?[^\s:"']{1,64}:`),
});
const plink = commandRule({
  name: 'password',
  cues: ['plink', 'pscp', 'psftp'],
  lead: lead(String.raw`(?:plink|pscp|psftp)(?:\.exe)?[ \t](?:[^\n]{0,120}?[ \t])?-pw[ \t]{1,8}`),
});

const ipmitool = commandRule({
  name: 'password',
  cues: ['ipmitool'],
  lead: lead(String.raw`ipmitool[ \t](?:[^\n]{0,120}?[ \t])?-P[ \t]{0,8}`),
});
const ldapsearch = commandRule({
  name: 'password',
  cues: ['ldapsearch', 'ldapmodify', 'ldapadd'],
  lead: lead(String.raw`ldap(?:search|modify|add)[ \t](?:[^\n]{0,120}?[ \t])?-w[ \t]{1,8}`),
});
/** The pair that Python's HTTP clients take: `auth=('user', VALUE)`. */
const pair = commandRule({
  name: 'password',
  cues: ['auth=('],
  lead: lead(String.raw`auth=\([ubr]?\\{0,15}["'][^"'\n]{0,64}["'][ \t]{0,4},[ \t]{0,4}`),
});

export const shellRules: readonly Rule[] = [
  optionRule,
  sshpass,
  mysql,
  dockerLogin,
  curlUser,
  plink,
  ipmitool,
  ldapsearch,
  pair,
];
