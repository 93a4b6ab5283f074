/** Long lines made to be slow: cues without end, quotes and escapes that never close, near matches of every kind. */
export const HOSTILE_UNITS: readonly string[] = [
  ...[
    'password ',
    'password',
    'passwordkeysecret',
    'secret=',
    'password="',
    'password=\\"',
    'password: ',
    'password=["',
  ],
  ...['key ', 'key_', 'key-', 'key 7 ', 'api key: ', '<key ', '<password>', '--password ', 'pre-shared-key '],
  ...['"', "'", '\\', '\\"', '=', 'A', 'a,', ' ', '\t', '[REDACTED:', '[REDACTED:x]', '"password":"x",', '{"a":'],
  ...['eyJ', 'eyJ.', 'eyJa', '://', '://a:', '://a:b@', '$9$', '$1$a$', 'basic YTpi ', 'bearer a1 ', 'Cookie: '],
  ...['Authorization: Digest ', 'Private-Lines: 3', '-----BEGIN PRIVATE KEY-----', '-----END PRIVATE KEY-----', '----'],
  ...[
    'snmp-server host 1.1.1.1 ',
    'snmpwalk ',
    'snmp community ',
    'community add ',
    'auth sha ',
    'mysql ',
    'curl -u a',
    'username a password b ',
  ],
  ...[
    '\u001b[',
    '\u001b[31m',
    '\u001b]',
    '\\n',
    '\\nx',
    'password="a\\n',
    'password=\\"a\\n',
    'password\\n',
    'psk ',
    'set x ENC ',
    'cipher ',
    'authentication ',
  ],
  ...[
    'hex:',
    'code=',
    'auth=(',
    'communitydata(',
    'UsmUserData("u", "',
    'creds: (',
    'login with a:',
    'credentials: u / ',
  ],
  ...[
    '{"secret=',
    'community=rt:1',
    'key=os.environ',
    '\\nsecret=',
    'key " &quot;',
    'password="a\\nsecret=',
    'Password: \nhost,password\n',
  ],
  ...['a:b1@', 'cmd=a+', '@', '+'],
  // Found by bench/hostile-search.ts, slowest first: some took seconds.
  ...[
    `session=${'/x:'.repeat(29)}`,
    `openssl${' '.repeat(89)}`,
    `password: ${'\n'.repeat(64)}`,
    `\\nsecret=${'\\n'.repeat(200)}`,
    `_secret_${'a'.repeat(88)}`,
    `retrying ${'1.2.3.4 '.repeat(11)}`,
    `otp: ${'\\nab c'.repeat(16)}`,
    `Private-Lines: 3 ${'\\nab c'.repeat(14)}`,
    `<key ${'a'.repeat(90)}`,
    `password${' '.repeat(88)}`,
    `-----END PRIVATE KEY-----${'a '.repeat(35)}`,
    'Cookie: none ',
  ],
  ...['echo ', '-a ', '/p:', 'key " ', 'enable"a=b ', '%22password%22%3A%22', '<input type="password" '],
];
const TAILS: readonly string[] = ['password', 'password="', 'password=', 'eyJ', '-----BEGIN PRIVATE KEY-----', 'curl '];

/** The unit over and over, `length` characters in all. */
export const fillLine = (unit: string, length: number): string =>
  unit.repeat(Math.ceil(length / unit.length)).slice(0, length);

/** One line each, `length` characters long; 256 KiB is the longest that ingest lets through. */
export const buildHostileLines = (length: number): string[] => [
  ...HOSTILE_UNITS.map((unit) => fillLine(unit, length)),
  ...TAILS.flatMap((tail) => [tail + ' '.repeat(length), tail + 'A'.repeat(length), tail + fillLine('a ', length)]),
];
