import { commandRule, GAP, lead } from '../grammar/command-rule';
import { looksSecret } from '../grammar/plain-value';
import type { Rule } from '../grammar/rule';
import { isTokenLike } from './bare-names';

const ENDS_LINE = /^\\{0,15}["']?[ \t]*(?:$|[\r\n\\])/;

/** Log-ins as FTP, POP3 and IMAP write them, in capitals, the password last. */
const session = commandRule({
  name: 'password',
  cues: ['pass ', 'login '],
  lead: lead(String.raw`(?:pass|login${GAP}[\w.@-]{1,64})${GAP}`),
  head: /(?:^|[>:'"]|\bUSER[ \t]+\S{1,64}|(?:^|[>:'"])[ \t]*[a-zA-Z]{0,4}\d{1,8})[ \t]*$/,
  accepts: ({ lead: leadText, after }) => /^(?:PASS|LOGIN)[ \t]/.test(leadText) && ENDS_LINE.test(after),
});
/** SMTP and IMAP: user and password in base64 (RFC 4616). */
const saslPlain = commandRule({
  name: 'basic-auth',
  cues: ['auth plain', 'auth login', 'authenticate plain'],
  lead: lead(String.raw`auth(?:enticate)?${GAP}(?:plain|login)${GAP}`),
  accepts: ({ value }) => isTokenLike(value),
});

/** OSPFv3: keys of the IPsec security association behind its number. */
const securityAssociation = commandRule({
  name: 'key',
  cues: ['spi '],
  lead: lead(
    String.raw`spi${GAP}\d{1,10}${GAP}(?:key${GAP}|(?:esp${GAP})?(?:md5|sha-?\d{1,3}|3?des|(?:aes-cbc)(?:${GAP}\d{3})?)${GAP}(?:[0-9]${GAP})?)`,
  ),
  accepts: ({ value }) => value.length >= 8,
  reach: /[ \t]+(?:md5|sha-?\d{1,3})[ \t]+(?:[0-9][ \t]+)?[^\s"']+/y,
});
/** chrony's key file. */
const chrony = commandRule({
  name: 'key',
  cues: ['hex:'],
  lead: lead('hex:'),
  head: /(?:md5|sha\d{0,3}|aes\d{0,3})[ \t]+$/i,
});

const identifiedBy = commandRule({
  name: 'password',
  cues: ['identified by', 'identified with'],
  lead: lead(
    String.raw`identified${GAP}(?:with${GAP}[\w'"]{1,40}${GAP})?(?:by|as)${GAP}(?:password${GAP}|values${GAP})?`,
  ),
  isOnlyValue: true,
});
const secureString = commandRule({
  name: 'password',
  cues: ['securestring'],
  lead: lead(String.raw`ConvertTo-SecureString${GAP}(?:-String${GAP})?`),
  accepts: ({ isQuoted, value }) => isQuoted || looksSecret(value),
});
/** FreeRADIUS logs `Login OK: [user/VALUE]` when told to; HAProxy's page of figures has `stats auth user:VALUE`. */
const logged = commandRule({
  name: 'password',
  cues: ['login ok', 'login incorrect', 'stats auth'],
  lead: lead(
    String.raw`(?:login${GAP}(?:ok|incorrect)[^:\n]{0,60}:[ \t]{0,4}\[[^\]/\s]{1,64}/|stats${GAP}auth${GAP}[^\s:]{1,64}:)(?=[^\]\s])`,
  ),
});

/** `password OLD -> NEW`, `password VALUE confirm VALUE`: the second of two. */
const second = commandRule({
  name: 'password',
  cues: ['-> ', 'confirm '],
  lead: lead(String.raw`(?:->|confirm)${GAP}`),
  head: /\[REDACTED:[a-z0-9-]{1,32}\]\\{0,15}["']?[ \t]+$/,
});
export const protocolRules: readonly Rule[] = [
  ...[session, saslPlain, securityAssociation, chrony, identifiedBy],
  ...[secureString, logged, second],
];
