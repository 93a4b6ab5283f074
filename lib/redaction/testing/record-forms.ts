/** A text that programs and devices write over several lines, whose secret reaches over the ends of lines. */
export type RecordForm = { kind: string; template: string };

const of = (kind: string, ...templates: string[]): RecordForm[] => templates.map((template) => ({ kind, template }));

/** Private keys in every armour. */
const KEYS = [
  '-----BEGIN RSA PRIVATE KEY-----\n{{key}}\n-----END RSA PRIVATE KEY-----',
  '-----BEGIN ENCRYPTED PRIVATE KEY-----\n{{key}}\n-----END ENCRYPTED PRIVATE KEY-----',
  '-----BEGIN EC PRIVATE KEY-----\nProc-Type: 4,ENCRYPTED\nDEK-Info: AES-256-CBC,00\n\n{{key}}\n-----END EC PRIVATE KEY-----',
  '-----BEGIN OPENSSH PRIVATE KEY-----\n{{key70}}\n-----END OPENSSH PRIVATE KEY-----',
  '-----BEGIN PGP PRIVATE KEY BLOCK-----\nVersion: GnuPG v2\n\n{{key}}\n-----END PGP PRIVATE KEY BLOCK-----',
  '---- BEGIN SSH2 ENCRYPTED PRIVATE KEY ----\nComment: "lab"\n{{key70}}\n---- END SSH2 ENCRYPTED PRIVATE KEY ----',
  '-----BEGIN OpenVPN Static key V1-----\n{{hex32}}\n{{hex32}}\n{{hex32}}\n-----END OpenVPN Static key V1-----',
  'Private-Lines: 7\n{{key}}\nPrivate-MAC: 00ff',
  'PuTTY-User-Key-File-3: ssh-rsa\nEncryption: none\nComment: lab\nPrivate-Lines: 7\n{{key}}\nPrivate-MAC: 00ff',
  '$ANSIBLE_VAULT;1.1;AES256\n{{hex80}}\n{{hex80}}\n{{hex32}}',
  '-----BEGIN RSA PRIVATE KEY-----\n{{line40}}\n{{line24}}\n{{line40}}\n{{line24}}\n{{line26}}\n-----END RSA PRIVATE KEY-----',
];

/** What stands before each line of a key where a device, a logger or a file shows it, and behind it. */
const DRESSES: readonly [string, string][] = [
  ['sw1(config)# ', ''],
  ['fra-sw-12(conf-ssl-key)#', ''],
  ['Nov 23 02:14:07 fra-sw-12 sshd[812]: ', ''],
  ['2026-11-23 02:14:07,120 DEBUG netmiko: ', ''],
  ["b'", "\\n'"],
  ["write_channel: b'", "\\n'"],
  ['read_channel: ', ''],
  ['+', ''],
  ['    ', ''],
  ['  "', '",'],
  ['> ', ''],
  ['', '\\r\\n'],
  ['INFO | ', ''],
  ['[fra-sw-12] ', ''],
  ['12:14:07 stdout: ', ''],
  ['data=', ''],
];
const dressed = ([before, after]: readonly [string, string], lines: string): string =>
  lines
    .split('\n')
    .map((line) => before + line + after)
    .join('\n');
/** Each line of a body has a slot of its own, so that a dress goes round every line. */
const BODY = '{{line64}}\n{{line64}}\n{{line64}}\n{{line26}}';
const DRESSED_KEYS = DRESSES.map((dress) =>
  dressed(dress, `-----BEGIN RSA PRIVATE KEY-----\n${BODY}\n-----END RSA PRIVATE KEY-----`),
);

const PROMPTS = [
  'Password:',
  'password: ',
  '[sudo] password for jan:',
  "Enter passphrase for key '/home/jan/.ssh/id_ed25519':",
  "jan@10.4.2.12's password:",
  'New password:',
  'Enable password:',
  'Enter PEM pass phrase:',
  'Enter enable secret:',
  'SSH password:',
  'Password for jan@10.4.2.12: ',
  '(current) UNIX password:',
  'BECOME password[defaults to SSH password]:',
  'Verification code:',
  'Enter PIN:',
  'Passwort:',
  'Password',
  'Enter password',
  '[sudo] Passwort für jan:',
  'Duo passcode or option (1-3):',
  '2026-11-23 02:14:07,120 DEBUG paramiko: Password:',
  '{"event":"prompt","text":"Password: "}',
];
/** How the answer to a prompt is logged. */
const ANSWERS = ['{{word}}', '{{symbols}}', '{{lower}}'];
const CARRIERS: readonly [string, string][] = [
  ['{p}', 'send: sending "{{word}}\\r" to { exp4 }'],
  ['read_channel: {p}', "write_channel: b'{{symbols}}\\n'"],
  ["read_channel: b'{p} '", "read_channel: \nwrite_channel: b'{{word}}\\n'"],
  [
    'expect: does "{p} " (spawn_id exp4) match glob pattern "*assword:"? yes',
    'send: sending "{{lower}}\\r" to { exp4 }',
  ],
  ['Pattern found: ({p})', 'write_channel: {{word}}'],
  ['{p}', 'sent: {{symbols}}'],
  ['<< {p}', '>> {{word}}'],
  ["recv b'{p} '", "send b'{{word}}\\n'"],
  ['S: {p}', 'C: {{word}}'],
  ['<- {p}', '-> {{symbols}}'],
  ['{p}', "child.sendline('{{word}}')"],
  ['{p}', 'send -- "{{word}}\\r"'],
  ['{p}', '2026-11-23 02:14:07,912 DEBUG netmiko: {{word}}'],
  ['{p}', 'Nov 23 02:14:07 fra-sw-12 login[812]: {{symbols}}'],
  ['{"event":"read","data":"{p} "}', '{"event":"write","data":"{{word}}\\n"}'],
  ['{p}', 'user typed: {{word}}'],
  ['{p}', 'entered: {{symbols}}'],
];

const DIALOGUES = [
  'User Access Verification\n\nUsername: jan\nPassword:\n{{word}}\nsw1>',
  'sw1>enable\nPassword:\n{{symbols}}\nsw1#',
  'New password:\n{{word}}\nRetype new password:\n{{word}}\npasswd: password updated successfully',
  'Trying 10.4.2.12...\nConnected to 10.4.2.12.\nlogin: jan\nPassword:\n{{lower}}\nLast login: Mon Nov 23 02:14:07',
  'Username:\njan\nPassword:\n{{word}}',
  'New password:\n********\nRetype:\n{{word}}\ndone',
  'Enter new secret:\n{{word}}\nConfirm:\n{{word}}',
  'Enter passphrase (empty for no passphrase):\n{{word}}\nEnter same passphrase again:\n{{word}}',
];

const LABELS = [
  'Shared Secret....................................\n{{word}}',
  'Shared Secret.................................... :\n{{word}}',
  'Pre-Shared Key:\n{{symbols}}',
  'Community string:\n{{lower}}',
  'RADIUS key ------\n{{word}}',
  'Enable secret  :\n{{word}}',
  'Auth password =\n  {{word}}',
  'Authentication key:\n{{word}}',
  'Pre-Shared Key (ascii):\n{{symbols}}',
  'Shared Secret\n  : {{word}}',
];

const TABLES = [
  'hostname,username,password\nfra-sw-12,netops,{{word}}\nber-rt-9,netops,{{symbols}}',
  'device;user;password;enable_secret;site\nfra-sw-12;netops;{{word}};{{lower}};FRA\nber-rt-9;netops;{{word}};{{word}};BER',
  '"host","password","port"\n"fra-sw-12","{{symbols}}","22"',
  'name\tpsk\tvlan\nguest\t{{word}}\t20\nstaff\t{{lower}}\t30',
  'host | community | version\nfra-sw-12 | {{word}} | 2c',
  '| User | Password | Role |\n|------|----------|------|\n| jan | {{word}} | admin |',
  'Keyring               Hostname/Address                   Preshared Key\n\ndefault               203.0.113.9                        {{word}}',
  'Community-String    Community-Access    View name       IP address\n------------------- ------------------ -------------- ------------\n{{lower}}          read only          Default        All\n{{word}}         read write         Default        All',
  'User        Password          Privilege\n----        --------          ---------\njan         {{word}}       15\nmia         {{lower}}        1',
  'Index   Community name        Access\n1       {{word}}           ro\n2       {{lower}}            rw',
  ' username | password \n----------+-----------\n jan      | {{word}} \n(1 row)',
  "['host', 'user', 'password']\n['fra-sw-12', 'jan', '{{symbols}}']",
  'header: host,user,password\nrow 1: fra-sw-12,jan,{{word}}',
  'Community            Group / Access      context    acl_filter\n---------            --------------      -------    ----------\n{{word}}          network-operator',
  'SSID        Security   Passphrase\nguest       wpa2       {{word}}',
];

const COMMANDS = [
  'enable secret\n{{word}}',
  'username netops privilege 15 secret 9\n{{scrypt9}}',
  'snmp-server community\n  {{lower}} RO',
  'tacacs-server key 7\n{{type7}}',
  ' key-string\n  {{word}}',
  'password: >-\n  {{word}}',
  '  "password":\n    "{{word}}",',
  'config system snmp community\nedit 1\nset name {{word}}\nnext\nedit 2\nset name {{lower}}\nend',
];

/** Every form of several lines, by kind. */
export const RECORD_FORMS: readonly RecordForm[] = [
  ...of('key', ...KEYS),
  ...of('key in a dress', ...DRESSED_KEYS),
  ...PROMPTS.flatMap((prompt) => of('prompt', ...ANSWERS.map((answer) => `${prompt}\n${answer}`))),
  ...CARRIERS.flatMap(([before, answer]) =>
    PROMPTS.slice(0, 5).flatMap((prompt) => of('logged answer', `${before.replace('{p}', prompt.trim())}\n${answer}`)),
  ),
  ...of('dialogue', ...DIALOGUES),
  ...of('label', ...LABELS),
  ...of('table', ...TABLES),
  ...of('command', ...COMMANDS),
];

/** Commands that a terminal of 80 columns breaks; the position of the break is chosen by the generator. */
export const WRAPPED_COMMANDS: readonly string[] = [
  'username netops privilege 15 role network-admin secret 9 {{scrypt9}}',
  'fra-sw-12(config)#username netops privilege 15 password 7 {{type7}}',
  'snmp-server user netops NETOPS v3 auth sha {{word}} priv aes 128 {{word}}',
  'set system login user netops authentication encrypted-password "{{sha512}}"',
  'tacacs-server host 10.20.30.40 port 49 timeout 5 single-connection key {{word}}',
  'export GITHUB_TOKEN={{github}} && make backup',
  'set security ike policy p1 pre-shared-key ascii-text "{{junos9}}"',
  'crypto isakmp key {{symbols}} address 10.20.30.40 255.255.255.255',
];

/** What opens something, and never goes on as expected. */
export const UNFINISHED: readonly RecordForm[] = [
  ...of(
    'key',
    '-----BEGIN RSA PRIVATE KEY-----',
    '-----BEGIN RSA PRIVATE KEY-----\n{{line64}}\n{{line64}}',
    'Private-Lines: 14',
  ),
  ...of(
    'prompt',
    'Password:',
    '[sudo] password for jan:',
    'sw1>enable\nPassword:',
    'Username: jan\nPassword: ',
    "Enter passphrase for key '/x':",
  ),
  ...of(
    'table',
    'hostname,username,password',
    'User        Password          Privilege',
    'Index   Community name        Access',
  ),
  ...of('command', 'enable secret', 'username netops password', 'snmp-server community'),
];

/** Ordinary lines that stay as they are whatever was open before. */
export const ORDINARY_RECORDS: readonly string[] = [
  ...['done', 'OK', 'connected', 'Connected', 'Success', 'timeout', 'sw1#', 'sw1>', 'Timeout!', 'Welcome!', 'READY'],
  ...[
    'fra-sw-12(config)#',
    'jan@fra-sw-12:~$',
    'Login successful',
    '% Bad passwords',
    '% Access denied',
    '% Incomplete command.',
  ],
  ...[
    'Permission denied, please try again.',
    'Last login: Mon Nov 23 02:14:07 2026 from 10.4.2.1',
    'Authentication failed.',
  ],
  ...[
    'sw1#show version',
    'show running-config',
    'terminal length 0',
    'Building configuration...',
    'interface GigabitEthernet0/1',
  ],
  ...[
    'Connected to fra-sw-12 (10.4.12.12) port 22 in 247 ms, negotiated ssh2 channel',
    'queue: worker 3 took device 4711',
  ],
  ...[
    'running configuration fetched: 4711 bytes, checksum 9f86d081884c7d659a2feaa0c55ad015',
    'commit 5d41402abc4b2a76b9719d911017c592aa11bb22',
  ],
  ...[
    'host key SHA256:uNiVztksCsDhcc0u9e8BrJmlOXm5vGT0D4QfYVJQ2Cs',
    'rtt 12.4 ms',
    'exit',
    'logout',
    'up',
    'NX-OS 9.3(8)',
  ],
  ...[
    'icmp_ping to 10.20.9.7: 3 of 3 answered, rtt 12.4 ms',
    '2026-11-23 02:14:07 INFO backup finished',
    'Bye.',
    '!',
    'end',
  ],
  ...[
    'Traceback (most recent call last):',
    'nothing to store',
    '   switchport mode access',
    'Model: WS-C3750E',
    '100%',
    '10.4.2.12',
  ],
];

/** Words that could be the answer to a prompt, and are no part of a key. */
export const ORDINARY_NAMES: readonly string[] = [
  ...['GigabitEthernet0/1', 'Gi0/1', 'fra-sw-12', 'C9300-48P', '42', 'Loopback0', 'WS24C3750E', 'Switch', 'netops'],
  'b04f1f9d2a8c3e6f7b04f1f9d2a8c3e6f7b04f1f9d2a8c3e6f7b04f1f9d2a8c3',
];
