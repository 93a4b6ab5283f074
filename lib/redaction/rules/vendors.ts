import { commandRule, GAP, lead } from '../grammar/command-rule';
import type { Rule } from '../grammar/rule';

const TYPED = String.raw`(?:(?:[0-9]|ENC)[ \t]+)?`;

/** First-hop redundancy: `standby 1 authentication [text] VALUE`. */
const firstHop = commandRule({
  name: 'authentication',
  cues: ['authentication ', 'authentication\t'],
  lead: lead(String.raw`authentication${GAP}(?:text[ \t]+|simple[ \t]+|plain[ \t]+|md5[ \t]+(?=\S{8,}\s*$))?${TYPED}`),
  head: /(?:standby|vrrp|glbp|hsrp|vrrp-group|nhrp)[ \t].{0,80}$/i,
  accepts: ({ value }) => !/^(?:md5|mode|key-chain|text)$/i.test(value),
});

/** `neighbor A authentication md5 VALUE`. */
const neighborMd5 = commandRule({
  name: 'authentication',
  cues: ['authentication md5'],
  lead: lead(String.raw`authentication${GAP}md5${GAP}${TYPED}`),
  head: /(?:neighbor|peer|circuit|area|interface|isis|rip)[ \t]+\S{1,64}[ \t]+$/i,
  accepts: ({ value, after }) => !/^(?:key|mode|pre-shared)/i.test(value) && /^[ \t]*(?:$|[\r\n"'\\])/.test(after),
});

/** EIGRP: `authentication mode hmac-sha-256 7 VALUE`. */
const eigrp = commandRule({
  name: 'authentication',
  cues: ['hmac-sha-'],
  lead: lead(String.raw`hmac-sha-\d{1,3}${GAP}${TYPED}`),
  head: /authentication[ \t]+mode[ \t]+$/i,
});

/** Huawei, H3C, HPE: `… cipher VALUE`, `… simple VALUE` behind a keyword that is no secret's name by itself. */
const cipher = commandRule({
  name: 'huawei-cipher',
  cues: ['cipher ', 'cipher\t', 'simple ', 'simple\t', 'ciphertext ', 'plain ', 'plain\t'],
  lead: lead(String.raw`(?:irreversible-cipher|cipher|simple|ciphertext|plain)${GAP}`),
  head: /(?:(?:local-)?user[ \t]+\S{1,64}(?:[ \t]+group[ \t]+\S{1,64})?|password|-mode|communit|-key|\bkey|psk|secret|pass-phrase|md5|sha\d*|hmac-\S{1,12})(?:[ \t]+(?:read|write|authentication|accounting|authorization|\d{1,5}|md5|hmac-\S{1,12}|sha\S{0,8}|aes\S{0,6}|des\S{0,4}))*[ \t]+$/i,
});

const pskWord = commandRule({
  name: 'psk',
  cues: ['psk'],
  lead: lead(
    String.raw`(?:[\w-]{0,20}-)?psk${GAP}(?:(?:ascii|hex|set-key|pass-phrase|passphrase|pre-shared-key|cipher|simple)[ \t]+){0,3}${TYPED}`,
  ),
  head: /(?:^|[:{;#>"'])[ \t]*$|\b(?:wpa2?|wpa3|set|security|ipsec|wlan|ikev?\d?|dot11|add)\b.{0,120}$/i,
  accepts: ({ value, after }) => !/^(?:set-key|secrets?|mode)$/i.test(value) && !/^[ \t]+secret[ \t]/i.test(after),
});

/** PAN-OS set commands and ArubaOS management users carry a hash behind a name. */
const phash = commandRule({ name: 'password-hash', cues: ['phash'], lead: lead(String.raw`phash${GAP}`) });
const managementUser = commandRule({
  name: 'password-hash',
  cues: ['mgmt-user'],
  lead: lead(String.raw`mgmt-user${GAP}\S{1,64}${GAP}(?:(?:root|standard|[a-z]{2,12}-[a-z-]{2,20})${GAP})?`),
});
/** WPA: `wpa passphrase VALUE` is a password command; Junos `simple-password` likewise. RIP and IS-IS stay there too. */
const xauth = commandRule({
  name: 'psk',
  cues: ['xauth ', 'eap ', 'rsa ', 'ecdsa '],
  lead: lead(String.raw`(?:xauth|eap|(?:rsa|ecdsa)${GAP}\S{1,120})${GAP}`),
  head: /(?:^|[\w.@%\n"] ?):[ \t]*$|^[ \t]*:[ \t]*$/,
  accepts: ({ isQuoted }) => isQuoted,
});

export const vendorRules: readonly Rule[] = [
  firstHop,
  neighborMd5,
  eigrp,
  cipher,
  pskWord,
  phash,
  managementUser,
  xauth,
];
