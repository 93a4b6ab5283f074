import { commandRule, GAP, lead } from '../grammar/command-rule';
import { isKeyword, isPath, looksSecret } from '../grammar/plain-value';
import type { Rule } from '../grammar/rule';
import { COMMAND_START } from './command-words';

const WORD = String.raw`\S{1,80}${GAP}`;
const TYPED = String.raw`(?:(?:[0-9]|encrypted|cipher)[ \t]+)?`;
const ADDRESS = String.raw`[\w.:-]{1,80}${GAP}`;

/** Commands that carry a secret at a fixed position, behind no keyword of its own: [cues, everything up to the value]. */
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
  // A user's hash or password behind the rights, without a keyword (SMB switches, OLTs, wireless controllers, NetScaler).
  [['username '], String.raw`username${GAP}${WORD}(?:privilege${GAP}\d{1,2}|enable)${GAP}(?!privilege|enable)`],
  [['user_control'], String.raw`user_control${GAP}enable${GAP}${WORD}`],
  [['mobility-manager'], String.raw`mobility-manager${GAP}${ADDRESS}user${GAP}${WORD}`],
  [['user '], String.raw`user${GAP}${WORD}(?:group${GAP}${WORD}(?=\S+[ \t]*$)|(?=\S+[ \t]+(?:portal|radius)\b))`],
  [['system user'], String.raw`(?:add|set)?[ \t]*system${GAP}user${GAP}${WORD}(?=\S{8,})`],
  [
    ['create account', 'configure account'],
    String.raw`(?:create|configure)${GAP}account${GAP}(?:admin|user|all)${GAP}(?:(?!encrypted)${WORD})?(?:encrypted${GAP})?`,
  ],
  [['encrypted'], String.raw`-encrypted-password${GAP}`],
  // Authentication of routing and redundancy protocols, the type named and then the key.
  [
    [
      'authentication text',
      'authentication simple',
      'authentication string',
      'authentication plain',
      'authentication-type',
      'auth-type simple',
      'auth-type text',
      'auth text',
      'keyed-',
      'hello-auth',
    ],
    String.raw`(?:(?:authentication|auth)(?:-type|-mode)?${GAP}(?:text|string|simple(?:-text-auth|-password)?|plain(?:-text)?)|authentication-type${GAP}md5|(?:authentication${GAP})?keyed-(?:md5|sha\d*)|hello-auth)${GAP}${TYPED}`,
  ],
  [['authentication text,'], String.raw`authentication${GAP}text,${GAP}string${GAP}`],
  // FortiOS shows the keys of a tunnel; OpenWrt's settings.
  [['ah=', 'esp='], String.raw`(?:ah|esp)=[\w-]{1,20}${GAP}key=\d{1,3}${GAP}(?=[0-9a-f]{16})`],
  [['option '], String.raw`option${GAP}(?:\w{1,20}_)?(?:wpakey\d?|key\d?|psk|pin|secret)${GAP}(?=["'][^"'\n]{4})`],
  [['authentication key '], String.raw`authentication${GAP}key${GAP}${TYPED}`],
  [['tcp-md5'], String.raw`tcp-md5${GAP}${TYPED}`],
  [['eigrp auth'], String.raw`eigrp${GAP}authentication${GAP}`],
  // IPsec set up by hand, SonicOS' users of SNMP, MACsec.
  [
    ['session-key'],
    String.raw`session-key${GAP}(?:in|out)bound${GAP}(?:ah|esp)${GAP}\d{1,10}${GAP}(?:(?:cipher|authenticator)${GAP})?`,
  ],
  [['authenticator '], String.raw`authenticator${GAP}(?=[0-9a-fA-F]{8,})`],
  [
    ['authentication sha', 'authentication md5', 'encryption aes', 'encryption des'],
    String.raw`(?:authentication|encryption)${GAP}(?:md5|sha\d{0,3}|aes|3?des)${GAP}(?=\d,\S)`,
  ],
  [['cak '], String.raw`cak${GAP}(?:(?:cipher|simple|7|0)${GAP})?`],
  [['key-hash'], String.raw`key-hash${GAP}(?:md5|sha\d{1,3})${GAP}`],
  // A server named before its key; a number there only says which key.
  [
    ['ntp server', 'ntp peer', 'sntp server'],
    String.raw`s?ntp${GAP}(?:server|peer)${GAP}${ADDRESS}(?:prefer${GAP})?key${GAP}(?:\d{1,5}${GAP})?(?=\S*[^\d\s])`,
  ],
  [['secret client', 'secret server'], String.raw`secret${GAP}(?:client|server)${GAP}`],
  [['syscon'], String.raw`syscon${GAP}(?:address${GAP}${ADDRESS}|password${GAP})`],
  [['transceiver '], String.raw`unsupported-transceiver${GAP}${WORD}`],
  [['set history'], String.raw`set${GAP}history\d${GAP}(?:ENC${GAP})?`],
  [
    ['key set ', 'passwd set ', 'secret set ', 'community set '],
    String.raw`(?:\w{0,20}_)?(?:key|passwd|secret|community)${GAP}set${GAP}`,
  ],
  [['pre-share '], String.raw`pre-share${GAP}(?=\S*[^a-z\s])`],
  [['authkey ', 'privkey '], String.raw`(?:auth|priv)key${GAP}`],
  // PINs of telephones and of mobile modems.
  [
    ['pin verify', 'pin ', 'pin-code', 'sim unlock', 'puk '],
    String.raw`(?:pin(?:-code)?(?:${GAP}verify)?(?:${GAP}auto)?|sim${GAP}unlock|puk)${GAP}(?=\d{4,8}[ \t"']*$)`,
  ],
  // debconf; GRUB.
  [['d-i '], String.raw`d-i${GAP}[\w/-]{0,60}passw[\w/-]{0,40}${GAP}(?:password|string)${GAP}`],
  [['rootpw'], String.raw`rootpw${GAP}(?:--(?:plaintext|iscrypted)${GAP})?`],
  [['password --'], String.raw`password${GAP}--(?:md5|encrypted|sha\d{3})${GAP}`],
  [['grub.pbkdf2'], String.raw`(?=grub\.pbkdf2\.sha\d{3}\.\d{1,7}\.)`],
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

const fixedPositions = COMMANDS.map(([cues, source]) =>
  commandRule({
    name: 'password',
    cues,
    lead: lead(source),
    accepts: ({ value, site }) =>
      !isPath(value) && !isKeyword(value) && !site.follows(/\b(?:no|show|display|the|of|to|as|was|for)[ \t]+$/i),
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

/** ExtremeXOS: whatever it encrypts, it shows between quotes. */
const encrypted = commandRule({
  name: 'password',
  cues: ['encrypted "'],
  lead: lead(String.raw`encrypted${GAP}(?=")`),
  accepts: ({ value, isQuoted }) => isQuoted && looksSecret(value) && !/\s/.test(value),
});

/** `aws configure set db_secret VALUE`: a setting whose name is a secret's. */
const spokenValue = commandRule({
  name: 'token',
  cues: ['token', 'key', 'secret'],
  lead: lead(String.raw`(?:token|key|secret)${GAP}(?:is|was|(?:set|changed)${GAP}to)${GAP}`),
  accepts: ({ value }) => value.length >= 8 && looksSecret(value) && !isPath(value) && !value.includes(':'),
});

export const positionalRules: readonly Rule[] = [
  ...fixedPositions,
  v3User,
  namedByNumber,
  mode,
  encrypted,
  spokenValue,
];
