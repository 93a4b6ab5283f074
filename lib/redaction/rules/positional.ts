import { commandRule, GAP, lead } from '../command-rule';
import { isPath, looksSecret } from '../plain-value';
import type { Rule } from '../rule';
import { COMMAND_START } from './command-words';

const WORD = String.raw`\S{1,80}${GAP}`;
const ADDRESS = String.raw`[\w.:-]{1,80}${GAP}`;

/** Commands that carry a secret at a fixed place, behind no keyword of its own: [cues, everything up to the value]. */
const COMMANDS: readonly [string[], string][] = [
  // ASA: the key behind the address; Aruba: controllers that share one.
  [['aaa-server'], String.raw`aaa-server${GAP}${WORD}\(${WORD}host${GAP}${ADDRESS}(?:key${GAP})?`],
  [['masterip', 'localip'], String.raw`(?:masterip|localip)${GAP}${ADDRESS}(?:ipsec|key)${GAP}`],
  // AireOS.
  [['mgmtuser'], String.raw`mgmtuser${GAP}(?:add|password)${GAP}${WORD}`],
  [['netuser'], String.raw`netuser${GAP}(?:add|password)${GAP}${WORD}`],
  [['communit'], String.raw`community${GAP}create${GAP}`],
  [
    ['radius a', 'tacacs a'],
    String.raw`(?:radius|tacacs)${GAP}(?:auth|acct|athr)${GAP}add${GAP}\d{1,3}${GAP}${ADDRESS}\d{1,5}${GAP}(?:ascii|hex)${GAP}`,
  ],
  // FortiOS, IOS: trying a log-in by hand, and a copy to a server.
  [['authserver'], String.raw`authserver${GAP}[a-z+]{3,8}${GAP}${WORD}(?:(?:pap|chap|mschap2?|auto)${GAP})?${WORD}`],
  [
    ['test aaa'],
    String.raw`test${GAP}aaa${GAP}(?:group|server)${GAP}(?:(?:radius|tacacs\+?)${GAP})?(?:${WORD}){1,2}?(?=\S+[ \t]+(?:legacy|new-code))`,
  ],
  [
    ['execute backup', 'execute restore'],
    String.raw`execute${GAP}(?:backup|restore)${GAP}${WORD}(?:s?ftp)${GAP}${WORD}${ADDRESS}${WORD}`,
  ],
  // Certificates: the passphrase ends the command.
  [['pkcs12'], String.raw`pkcs12${GAP}[\w./:@-]{1,120}${GAP}(?:passphrase${GAP})?`],
  [['terminal ', 'pem url'], String.raw`(?:terminal|pem${GAP}url${GAP}\S{1,80})${GAP}(?:3?des|aes)${GAP}`],
  // PAN-OS, ScreenOS, F5, Check Point, Redis.
  [['authkey'], String.raw`(?:[\w-]{1,20}-)?authkey${GAP}set${GAP}`],
  [['preshare'], String.raw`preshared?${GAP}`],
  [
    ['newpass', 'requirepass', 'masterauth', 'bind-pw', 'bindpw'],
    String.raw`(?:newpass|requirepass|masterauth|bind-?pw)${GAP}`,
  ],
  // EOS: a MACsec key behind its name; the agent that streams to a collector.
  [['auth=key,', 'auth=token,'], String.raw`[\w-]{0,12}auth=(?:key|token),`],
];

const fixedPlaces = COMMANDS.map(([cues, source]) =>
  commandRule({
    name: 'password',
    cues,
    lead: lead(source),
    accepts: ({ value }) => !isPath(value) && !/^(?:timeout|key|port|url|password|passphrase|is|-)$/i.test(value),
  }),
);

/** AireOS: both passphrases of an SNMPv3 user stand behind the names of their algorithms. */
const v3User = commandRule({
  name: 'snmp-user',
  cues: ['v3user'],
  lead: lead(
    String.raw`v3user${GAP}create${GAP}${WORD}r[ow]${GAP}(?:none|hmac\w{2,6})${GAP}(?:none|des|aes\w{0,8})${GAP}`,
  ),
  reach: /[ \t]+[^\s"']+/y,
});

/** `key 0abc12 7 VALUE`: a key's name, a type, the key. */
const namedByNumber = commandRule({
  name: 'key',
  cues: ['key'],
  lead: lead(String.raw`key${GAP}[0-9a-f]{4,64}${GAP}[0-9]${GAP}`),
  head: COMMAND_START,
});

/** Huawei, H3C: `authentication-mode md5 VALUE`, `privacy-mode aes128 VALUE`. */
const mode = commandRule({
  name: 'authentication',
  cues: ['authentication-mode', 'privacy-mode'],
  lead: lead(
    String.raw`(?:authentication|privacy)-mode${GAP}(?:simple|md5|sha[\w-]{0,8}|hmac-[\w-]{1,12}|3?des\w{0,4}|aes[\w-]{0,8})${GAP}` +
      String.raw`(?:(?:key-value|\d{1,5}|key-id[ \t]+\d{1,5}|cipher|plain|simple)[ \t]+){0,3}`,
  ),
});

/** `aws configure set db_secret VALUE`: a setting whose name is a secret's. */
const spokenValue = commandRule({
  name: 'token',
  cues: ['token', 'key', 'secret'],
  lead: lead(String.raw`(?:token|key|secret)${GAP}(?:is|was|(?:set|changed)${GAP}to)${GAP}`),
  accepts: ({ value }) => value.length >= 8 && looksSecret(value) && !isPath(value) && !value.includes(':'),
});

export const positionalRules: readonly Rule[] = [...fixedPlaces, v3User, namedByNumber, mode, spokenValue];
