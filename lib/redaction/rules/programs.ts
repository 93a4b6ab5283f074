import { commandRule, GAP, lead } from '../grammar/command-rule';
import { isWhereOrWhen, looksSecret } from '../grammar/plain-value';
import type { Rule } from '../grammar/rule';

/** Between the words of a command, or of the list in which Python shows one: `'sshpass', '-p', 'VALUE'`. */
const BETWEEN = String.raw`(?:[ \t]+|\\{0,15}["'],[ \t]?b?\\{0,15}["'])`;
/** One character only: with a run of any length on both sides of the words between, time would grow with its square. */
const ONE_BETWEEN = BETWEEN.replace('+', '');
const EQUALS_OR_BETWEEN = `(?:=|${BETWEEN})`;
const USER = String.raw`(?:\\{0,15}["'])?[^\s:"'\\]{1,64}:`;

/** Programs and the switch behind which their password stands: [cues, program, switch]. */
const SWITCHES: readonly [string[], string, string][] = [
  [['sshpass'], 'sshpass', String.raw`-p(?:${BETWEEN})?`],
  [['mysql', 'mariadb'], '(?:mysql|mariadb)[a-z_-]{0,20}', String.raw`-p(?=[^\s-])`],
  [
    ['docker', 'podman', 'buildah', 'helm registry', 'oc login', 'nerdctl'],
    String.raw`(?:(?:docker|podman|buildah|nerdctl|oc)${BETWEEN}login|helm${BETWEEN}registry${BETWEEN}login)`,
    `-p${EQUALS_OR_BETWEEN}`,
  ],
  [['az login'], 'az login', `-p${BETWEEN}`],
  [
    ['curl'],
    'curl',
    String.raw`(?:(?:-[a-zA-Z]{0,6}[uU]|--user|--proxy-user)[ \t=]{0,8}${USER}|(?:-E|--cert)[ \t=]{1,8}[^\s:]{1,120}:)`,
  ],
  [['http -a', 'https -a', 'http --auth'], 'https?', String.raw`(?:-a|--auth)[ \t=]{1,8}${USER}`],
  [['-creds ', '-creds='], String.raw`[\w-]{0,20}`, String.raw`--(?:src-|dest-)?creds[ \t=]${USER}`],
  [['govc'], 'govc', String.raw`-u[ \t=]${USER}(?=[^\s@]+@)`],
  [['plink', 'pscp', 'psftp'], String.raw`(?:plink|pscp|psftp)(?:\.exe)?`, `-pw${BETWEEN}`],
  [['ipmitool'], 'ipmitool', String.raw`-P(?:${BETWEEN})?`],
  [
    ['racadm', 'hponcfg', 'ilorest', 'psexec', 'mongo', 'rdesktop', 'gnmic', 'check_mysql', 'check_pgsql'],
    String.raw`(?:racadm|hponcfg|ilorest|psexec\d{0,2}|mongo[a-z]{0,8}|rdesktop|gnmic|check_(?:mysql|pgsql))`,
    `-p${BETWEEN}`,
  ],
  [
    ['hydra', 'medusa', 'crackmapexec', 'evil-winrm', 'ncftp', 'twine'],
    String.raw`(?:hydra|medusa|crackmapexec|evil-winrm|ncftp[a-z]{0,4}|twine)`,
    `-p${BETWEEN}`,
  ],
  [['useradd', 'usermod'], 'user(?:add|mod)', `-p${BETWEEN}`],
  [['sqlcmd', 'bcp ', 'isql', 'vim-cmd'], '(?:sqlcmd|bcp|[ot]?isql|tsql|vim-cmd)', String.raw`-P(?:${BETWEEN})?`],
  [['zip '], '(?:un)?zip', String.raw`-P(?:${BETWEEN})?`],
  [['7z ', '7za ', 'rar '], '(?:7za?|(?:un)?rar)', String.raw`-h?p(?=[^\s-]{2})`],
  [['ldapsearch', 'ldapmodify', 'ldapadd', 'ldapwhoami', 'ldapdelete'], 'ldap[a-z]{3,8}', `-w${BETWEEN}`],
  [['redis-cli'], 'redis-cli', `-a${BETWEEN}`],
  [['openssl'], 'openssl', `-[kK]${BETWEEN.replace('+', '*')}`],
  [['openssl passwd'], 'openssl passwd', String.raw`(?=[^\s-])(?<!-salt[ \t]{1,8})`],
  [['smbclient', 'rpcclient', 'winexe'], '(?:smbclient|rpcclient|winexe)', String.raw`-U[ \t=]{0,8}[^\s%"']{1,64}%`],
  [['smbclient //'], String.raw`smbclient${GAP}//\S{1,120}`, String.raw`(?=[^\s-]\S*[ \t]+-U)`],
  [['lftp'], 'lftp', String.raw`-u[ \t=]?[^\s,"']{1,64},`],
  [['rdp', 'mstsc'], '(?:[a-z]{0,6}rdp|mstsc)', '/p:'],
  [['schtasks'], 'schtasks', `/rp${BETWEEN}`],
  [['sqlplus'], 'sqlplus', String.raw`[\w.]{1,64}/(?=[^\s/@]+@)`],
  [['net use'], 'net use', String.raw`(?:/user:\S{1,80}${GAP}|\\\\\S{1,120}${GAP}(?=[^\s/]\S*[ \t]+/user))`],
  [['net user'], 'net user', String.raw`[\w.-]{1,64}${GAP}(?=[^\s/]+(?:[ \t]+/|[ \t]*$))`],
  [['nsupdate', 'dig '], '(?:nsupdate|dig)', String.raw`-y${BETWEEN}(?:[\w-]{1,20}:)?[\w.-]{1,80}:`],
  [['eapol_test'], 'eapol_test', `-s${BETWEEN}`],
  [['radclient'], 'radclient', String.raw`(?:auth|acct|status|coa|disconnect)${BETWEEN}`],
  [['check_snmp'], 'check_snmp', String.raw`-C(?:${BETWEEN})?`],
  [['onesixtyone'], 'onesixtyone', String.raw`[\d.]{7,15}${GAP}`],
  [['wpa_passphrase'], 'wpa_passphrase', String.raw`\S{1,64}${GAP}`],
  [['iwconfig'], 'iwconfig', String.raw`key${GAP}(?:s:)?(?=[0-9A-Fa-f]{10}|\S{5,})`],
  [['oathtool', 'google-authenticator'], '(?:oathtool|google-authenticator)', `-[bs]${BETWEEN}`],
  [['vault unseal', 'vault operator'], String.raw`vault(?:${GAP}operator)?`, String.raw`unseal${GAP}`],
  [['encrypt_string'], 'encrypt_string', ''],
];

/** `set one with usermod -p to unlock the account`. */
const GOES_ON = /^(?:to|for|and|or|if|on|with|in|um|zu|und|für|pour|et|para|por|y|per|e|om|en)$/;

const switchRules = SWITCHES.map(([cues, program, flag]) =>
  commandRule({
    name: 'password',
    cues,
    lead: lead(String.raw`${program}${ONE_BETWEEN}(?:[^\n]{0,160}?${ONE_BETWEEN})?${flag}`),
    isOnlyValue: true,
    accepts: ({ value, after }) =>
      !/^-{1,2}[a-z]|^[$|>]/i.test(value) && !(GOES_ON.test(value) && after.startsWith(' ')),
  }),
);

/** Any program that is told a user by a switch has its password behind `-p`; ports and folders are neither. */
const anyProgram = commandRule({
  name: 'password',
  cues: [' -p ', ' -p=', " -p '", ' -p "'],
  lead: lead(String.raw`[\w-]{0,64}[ \t]{1,4}-p(?:[ \t]+|=)`),
  head: /(?:^|[ \t])-(?:[uUlD]|-user(?:name)?|-login)[ \t=]?\S{1,80}(?:[ \t]|$)/,
  accepts: ({ value }) => !/^(?:\d{1,5}$|[\d.]*:\d|[-/.~$])/.test(value) && !isWhereOrWhen(value),
});

/** `keytool -storepass VALUE -keypass VALUE`. */
const keytool = commandRule({
  name: 'password',
  cues: ['storepass', 'keypass'],
  lead: lead(String.raw`-{1,2}(?:src|dest)?(?:store|key)pass(?:wd)?${EQUALS_OR_BETWEEN}`),
  isOnlyValue: true,
});

/** ssh-keygen(1): the old passphrase and the new one. */
const sshKeygen = commandRule({
  name: 'password',
  cues: ['ssh-keygen'],
  lead: lead(String.raw`ssh-keygen${ONE_BETWEEN}(?:[^\n]{0,160}?${ONE_BETWEEN})?-[NP]${BETWEEN}`),
  accepts: ({ site, value }) =>
    value !== '' && /-[NP][ \t"']/.test(site.text.slice(site.cueStart, site.cueStart + 220)),
  reach: /\\{0,15}["']?[ \t]+-N[ \t]+[^\s]+/y,
});

/** esxcli asks for the password twice. */
const esxcli = commandRule({
  name: 'password',
  cues: ['esxcli'],
  lead: lead(String.raw`esxcli${ONE_BETWEEN}[^\n]{0,160}?${ONE_BETWEEN}-p${BETWEEN}`),
  reach: /[ \t]+-c[ \t]+[^\s]+/y,
});

/** htpasswd(1), -b: the password ends the command. */
const htpasswd = commandRule({
  name: 'password',
  cues: ['htpasswd'],
  lead: lead(
    String.raw`htpasswd${GAP}(?=(?:-[A-Za-z]{1,6}[ \t]+(?:\d{1,2}[ \t]+)?){0,3}-[a-zA-Z]{0,4}b)(?:-[A-Za-z]{1,6}${GAP}(?:\d{1,2}${GAP})?){1,4}(?:\S{1,120}${GAP})?\S{1,64}${GAP}(?=\S+[ \t]*$)`,
  ),
  isOnlyValue: true,
});

/** expect(1): what is sent once the prompt was seen. */
const expect = commandRule({
  name: 'password',
  cues: ['send '],
  lead: lead(String.raw`send${GAP}(?:--${GAP})?(?=\\{0,15}["'])`),
  head: /assw|passphrase|secret/i,
  accepts: ({ value }) => !/^[\\{]/.test(value),
});

/** Redis: `AUTH [user] VALUE`. */
const redis = commandRule({
  name: 'password',
  cues: ['auth '],
  lead: lead(String.raw`auth${GAP}(?:[\w.-]{1,64}${GAP}(?=\S+[ \t"']*$))?`),
  head: /(?:^|[>:"'])[ \t]*$/,
  accepts: ({ value, lead: leadText }) => leadText.startsWith('AUTH') && looksSecret(value),
});

/** .pgpass: host, port, database, user, VALUE. */
const pgpass = commandRule({
  name: 'password',
  cues: [':5432:', ':5433:', ':6432:', '*:*:'],
  lead: lead(
    String.raw`(?:[\w-]{0,64}:(?:5432|5433|6432)|\*:\*):[^:\s]{1,64}:[^:\s]{1,64}:(?=[^:\s]{1,200}(?:\s|$))(?!\d{1,5}(?:\s|$))`,
  ),
});

export const programRules: readonly Rule[] = [
  ...switchRules,
  ...[anyProgram, keytool, sshKeygen, esxcli, htpasswd, expect, redis, pgpass],
];
