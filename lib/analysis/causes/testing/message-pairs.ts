/** Messages as Gateways, drivers and libraries write them: each pair is one cause, met twice. */
export const SAME_CAUSE: readonly (readonly [string, string, pattern: string])[] = [
  [
    'connection to 10.20.0.11:22 failed: no route to host',
    'connection to 10.24.16.200:830 failed: no route to host',
    'connection to <ip> failed: no route to host',
  ],
  [
    'icmp_ping ber-rt-01: no route to host',
    'icmp_ping ber-rt-02: no route to host',
    'icmp_ping <device>: no route to host',
  ],
  ['configs/ber-rt-01.cfg kept as it is', 'configs/fra-sw-12.cfg kept as it is', 'configs/<device>.cfg kept as it is'],
  [
    'authentication failed: TACACS+ server tac-fra-01 timed out',
    'authentication failed: TACACS+ server tac-fra-02 timed out',
    'authentication failed: TACACS+ server tac-fra-# timed out',
  ],
  [
    'TCP connection to device failed.\n\nCommon causes of this problem are:\n1. Incorrect hostname',
    'TCP connection to device failed.\n\nDevice settings: cisco_ios 10.1.1.1:22',
    'TCP connection to device failed.',
  ],
  ['[Errno 113] No route to host', '[errno 113] No route to host', '[Errno 113] No route to host'],
  [
    "Pattern not detected: 'sw-12#' in output after 30.0 s",
    "Pattern not detected: 'sw-7#' in output after 61.25 s",
    "Pattern not detected: 'sw-##' in output after # s",
  ],
  [
    'lock 3f2504e0-4f89-11d3-9a0c-0305e82c3301 is held by another session',
    'lock 9b1deb4d-3b7d-4bad-9bdd-2b0d7b3dcb6d is held by another session',
    'lock <id> is held by another session',
  ],
  ['duplicate address 00:1b:54:aa:02:ff seen', 'duplicate address 001b.54aa.0300 seen', 'duplicate address <mac> seen'],
  [
    'no answer from 2001:db8::1 in time',
    'no answer from fe80::20c:29ff:fe0a:1/64 in time',
    'no answer from <ip> in time',
  ],
  [
    'commit 1a2b3c4d5e6f70819203 was not pushed',
    'commit ffee00112233445566778899 was not pushed',
    'commit # was not pushed',
  ],
  [
    'expired at 2026-11-22T02:14:07.120Z, now 02:15:00',
    'expired at 2026-11-20 23:59:59+01:00, now 12:00:09.5',
    'expired at <time>, now <time>',
  ],
  [
    'Traceback (most recent call last):\n  File "gateway/aaa/tacacs.py", line 61, in exchange\nTimeoutError: timed out',
    'Traceback (most recent call last):\n  File "gateway/drivers/ssh.py", line 4, in open\nTimeoutError: timed out\n',
    'TimeoutError: timed out',
  ],
  [
    'interface GigabitEthernet1/0/24 flapped 5 times',
    'interface GigabitEthernet2/0/1 flapped 12 times',
    'interface GigabitEthernet#/#/# flapped # times',
  ],
  ['\u001b[31mBad secrets\u001b[0m on line 7', 'Bad secrets on line 12', 'Bad secrets on line #'],
  ['read   1,024 of 48,210 bytes', 'read 9 of 12\tbytes', 'read # of # bytes'],
  ['pointer 0xDEADBEEF is not mapped', 'pointer 0x1f is not mapped', 'pointer # is not mapped'],
];

/** Pairs that look alike and are two causes. */
export const OTHER_CAUSE: readonly (readonly [string, string])[] = [
  ['RESTCONF answered HTTP 401', 'RESTCONF answered HTTP 503'],
  ['git push ended with exit code: 1', 'git push ended with exit code: 128'],
  ['[Errno 111] Connection problem', '[Errno 113] Connection problem'],
  ['killed by signal 9', 'killed by signal 15'],
  ['authentication failed: timeout', 'authorization failed: timeout'],
  ['TACACS+ server tac-fra-01 timed out', 'TACACS+ server tac-muc-01 timed out'],
  [
    'Traceback (most recent call last):\n  x\nTimeoutError: a',
    'Traceback (most recent call last):\n  x\nValueError: a',
  ],
  ['feed the cafe', 'feed the dead'],
];
