import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { listSenderCaptures } from '@/lib/testing/sender-captures';
import { parseRecord } from './parse-record';
import { parseTextLine } from './parse-text-line';

describe('network devices', () => {
  test.each([
    [
      '<189>45: *Nov 27 13:00:01.123: %SYS-5-CONFIG_I: Configured from console by netops on vty0 (10.1.1.9)',
      {
        level: 'notice',
        facility: 'local7',
        sequence: '45',
        timestamp: 'Nov 27 13:00:01.123',
        clock: 'never synchronised',
        component: 'SYS',
        message: '%SYS-5-CONFIG_I: Configured from console by netops on vty0 (10.1.1.9)',
      },
    ],
    [
      '<189>47: fra-sw-12: .Nov 27 13:00:02.456 UTC: %LINEPROTO-5-UPDOWN: down',
      { sequence: '47', device: 'fra-sw-12', timestamp: 'Nov 27 13:00:02.456 UTC', component: 'LINEPROTO' },
    ],
    [
      'Nov 27 13:00:03 10.1.1.12 48: 000123: Nov 27 13:00:03.001 CET: %SEC_LOGIN-4-LOGIN_FAILED: Login failed [user: admin]',
      {
        host: '10.1.1.12',
        sequence: '48',
        device_sequence: '000123',
        timestamp: 'Nov 27 13:00:03.001 CET',
        relay_time: 'Nov 27 13:00:03',
        level: 'warning',
        component: 'SEC_LOGIN',
        message: '%SEC_LOGIN-4-LOGIN_FAILED: Login failed [user: admin]',
      },
    ],
    [
      '<187>Nov 27 14:18:42 localhost 46: fra-sw-12: Nov 27 13:00:02: %LINK-3-UPDOWN: Interface down',
      { level: 'err', host: 'localhost', device: 'fra-sw-12', timestamp: 'Nov 27 13:00:02', component: 'LINK' },
    ],
    [
      '<187>1 2026-11-27T14:18:42.458254+00:00 localhost 46 - - -  fra-sw-12: Nov 27 13:00:02: %LINK-3-UPDOWN: Interface down',
      {
        level: 'err',
        device: 'fra-sw-12',
        sequence: '46',
        component: 'LINK',
        relay_time: '2026-11-27T14:18:42.458254+00:00',
      },
    ],
    [
      '2026-11-27T13:00:04.000Z fra-fw-01 : %ASA-6-302013: Built outbound TCP connection 1234',
      { timestamp: '2026-11-27T13:00:04.000Z', host: 'fra-fw-01', level: 'info', component: 'ASA' },
    ],
    ['<189>00:00:46: %LINK-3-UPDOWN: Interface up', { uptime: '00:00:46', level: 'err', component: 'LINK' }],
    ['3d05h: %SYS-5-RESTART: System restarted', { uptime: '3d05h', level: 'notice' }],
    [
      '<189>: 2026 Nov 27 13:00:02 CET: %ETHPORT-5-IF_DOWN: down',
      { timestamp: '2026 Nov 27 13:00:02 CET', component: 'ETHPORT' },
    ],
    [
      '<189>123: RP/0/RSP0/CPU0:Nov 27 13:00:02.456 UTC: config[65]: %MGBL-SYS-5-CONFIG_I : Configured',
      { sequence: '123', node: 'RP/0/RSP0/CPU0', component: 'config', process_id: '65', level: 'notice' },
    ],
    [
      '<188>Nov 27 2026 13:00:02 fra-hw-01 %%01IFNET/4/LINK_STATE(l)[12]:The line protocol is down',
      { timestamp: 'Nov 27 2026 13:00:02', host: 'fra-hw-01', level: 'warning', component: 'IFNET' },
    ],
    [
      '*Nov 27 13:00:01.123: OSPF-1 ADJ Gi0/1: dead timer',
      { timestamp: 'Nov 27 13:00:01.123', message: 'OSPF-1 ADJ Gi0/1: dead timer' },
    ],
  ])('%s', (line, expected) => {
    expect(parseTextLine(line)).toMatchObject(expected);
  });
});

describe('syslog', () => {
  test.each([
    [
      '<27>Nov 27 13:00:00 gw-01 netraven-gateway[77]: Failed to connect to fra-sw-12: timed out',
      {
        level: 'err',
        facility: 'daemon',
        timestamp: 'Nov 27 13:00:00',
        host: 'gw-01',
        programname: 'netraven-gateway',
        procid: '77',
        message: 'Failed to connect to fra-sw-12: timed out',
      },
    ],
    [
      '<30>Nov 27 13:00:00 gw-01 netraven-gateway[77] \uFEFFConnecting to fra-sw-12 "show run"',
      { programname: 'netraven-gateway', message: 'Connecting to fra-sw-12 "show run"' },
    ],
    [
      '<30>1 2026-11-27T13:00:00.123456+01:00 gw-01 netraven-gateway 77 CONN [meta@32473 job_id="42" device="fra-sw-12" q="a \\"b\\""] \uFEFFConnecting',
      {
        timestamp: '2026-11-27T13:00:00.123456+01:00',
        host: 'gw-01',
        'app-name': 'netraven-gateway',
        procid: '77',
        msgid: 'CONN',
        job_id: '42',
        device: 'fra-sw-12',
        'structured-data': { 'meta@32473': { job_id: '42', device: 'fra-sw-12', q: 'a "b"' } },
        message: 'Connecting',
      },
    ],
    [
      '<133>1 2026-11-27T13:00:05.003+01:00 ber-rt-01 bgpd 1234 BGP-5-ADJCHANGE [meta seq="7"] neighbor 10.9.9.9 Down - holdtime expired',
      { level: 'notice', host: 'ber-rt-01', 'app-name': 'bgpd', message: 'neighbor 10.9.9.9 Down - holdtime expired' },
    ],
    [
      '<11>Failed to connect to fra-sw-12\nTraceback:\n  File\0',
      { level: 'err', message: 'Failed to connect to fra-sw-12\nTraceback:\n  File' },
    ],
    ['<13>Nov  7 02:14:07 su: failed', { timestamp: 'Nov  7 02:14:07', programname: 'su', message: 'failed' }],
    [
      "<15>Sanitized request: {'host': '10.1.1.1'}",
      { level: 'debug', message: "Sanitized request: {'host': '10.1.1.1'}" },
    ],
    ['<999>not syslog', { message: '<999>not syslog' }],
    ['<30>1 2026-11-27T13:00:00Z - - - - -', { level: 'info', message: '' }],
  ])('%s', (line, expected) => {
    expect(parseTextLine(line)).toMatchObject(expected);
  });
});

describe('loggers', () => {
  test.each([
    [
      'W, [2026-11-22T02:14:07.120456 #12]  WARN -- : /10.0.0.1 status timeout',
      { level: 'WARN', timestamp: '2026-11-22T02:14:07.120456', process_id: '12', message: '/10.0.0.1 status timeout' },
    ],
    [
      'fra-sw-12: missed cmd(s): show version',
      { device: 'fra-sw-12', level: 'WARNING', message: 'fra-sw-12: missed cmd(s): show version' },
    ],
    ['fra-sw-12 clogin error: Error: TIMEOUT reached', { device: 'fra-sw-12', level: 'ERROR' }],
    ['starting: Fri Nov 27 02:00:01 UTC 2026', { timestamp: 'Fri Nov 27 02:00:01 UTC 2026' }],
    [
      '2026-11-22 02:14:07,120 - netraven.gateway - ERROR - no route',
      { timestamp: '2026-11-22 02:14:07,120', component: 'netraven.gateway', level: 'ERROR', message: 'no route' },
    ],
    ['ERROR:netraven.gateway:no route', { component: 'netraven.gateway', level: 'ERROR', message: 'no route' }],
    [
      'E1122 02:14:07.120456   12 backup.cc:34] no route',
      { level: 'E', timestamp: '1122 02:14:07.120456', thread: '12', caller: 'backup.cc:34' },
    ],
    [
      '::error file=a.py,line=3::first%0Asecond',
      { level: 'error', message: 'first\nsecond', annotation: { file: 'a.py', line: '3' } },
    ],
    ['::group::Backup', { message: '::group::Backup' }],
    ['[WARN] slow', { level: 'WARN', message: '[WARN] slow' }],
    ['fatal: [ber-rt-01]: UNREACHABLE!', { level: 'fatal' }],
    ['2026/11/22 02:14:07 listening', { timestamp: '2026/11/22 02:14:07', message: 'listening' }],
    [
      '2026-11-22 02:14:07.120 [main] WARN  com.example.Backup - slow',
      { level: 'WARN', component: 'com.example.Backup', thread: 'main', message: 'slow' },
    ],
    [
      '[Sun Nov 22 02:14:07.120456 2026] [core:error] no',
      { timestamp: 'Sun Nov 22 02:14:07.120456 2026', level: 'error', component: 'core' },
    ],
    [
      'time=2026-11-22T02:14:07Z level=error msg="no route" and more',
      { level: 'error', message: 'time=2026-11-22T02:14:07Z level=error msg="no route" and more' },
    ],
  ])('%s', (line, expected) => {
    expect(parseTextLine(line)).toMatchObject(expected);
  });

  const TIME = '2026-11-22 02:14:07.120';
  test.each([
    [
      `${TIME} [10882] ERROR    netraven.worker-1: no route`,
      { process_id: '10882', level: 'ERROR', component: 'netraven.worker-1', message: 'no route' },
    ],
    [
      `${TIME} [10882] Level 23 netd: no route`,
      { process_id: '10882', level: 'Level 23', component: 'netd', message: 'no route' },
    ],
    [`[${TIME} +0000] [77] [ERROR] no route`, { process_id: '77', level: 'ERROR', message: 'no route' }],
    [
      `${TIME} 77 ERROR netd.driver [-] no route`,
      { process_id: '77', level: 'ERROR', component: 'netd.driver', message: '[-] no route' },
    ],
    [`[${TIME}: ERROR/MainProcess] no route`, { level: 'ERROR', process_name: 'MainProcess', message: 'no route' }],
    [
      `${TIME} ERROR 77 --- [main] c.e.Backup                 : no route`,
      { level: 'ERROR', process_id: '77', thread: 'main', component: 'c.e.Backup', message: 'no route' },
    ],
    [
      `${TIME} | SUCCESS  | __main__:<module>:45 - done`,
      { level: 'SUCCESS', component: '__main__', caller: '<module>:45', message: 'done' },
    ],
    [
      `${TIME} | CRITICAL | a.b:run:45 - no route`,
      { level: 'CRITICAL', component: 'a.b', caller: 'run:45', message: 'no route' },
    ],
    [`${TIME} | WARNING  | no route`, { level: 'WARNING', message: 'no route' }],
    ['ERROR:netraven.worker-1:no route', { level: 'ERROR', component: 'netraven.worker-1', message: 'no route' }],
    ['TRACE:netd:sent', { level: 'TRACE', component: 'netd', message: 'sent' }],
    ['Level 23:netd:sent', { level: 'Level 23', component: 'netd', message: 'sent' }],
    [`[ERROR] ${TIME} no route`, { level: 'ERROR', timestamp: TIME, message: 'no route' }],
    [`[Level 23] ${TIME} no route`, { level: 'Level 23', timestamp: TIME, message: 'no route' }],
    [`ERROR ${TIME} no route`, { level: 'ERROR', timestamp: TIME, message: 'no route' }],
    ['[error    ] no route', { level: 'error', message: '[error    ] no route' }],
    ['INFO     netd: slow', { level: 'INFO', component: 'netd', message: 'slow' }],
    ['WARNING  netd: slow', { level: 'WARNING', component: 'netd', message: 'slow' }],
    ['ERROR fra-sw-1: no route', { level: 'ERROR', message: 'ERROR fra-sw-1: no route' }],
    ['CRITICAL fra-sw-1: no route', { level: 'CRITICAL', message: 'CRITICAL fra-sw-1: no route' }],
    ['silly: sent', { level: 'silly', message: 'silly: sent' }],
    ['verbose: sent', { level: 'verbose', message: 'verbose: sent' }],
    ['http: GET /', { level: 'http', message: 'http: GET /' }],
  ])('%s', (line, expected) => {
    const { timestamp, ...record } = parseTextLine(line);
    const { timestamp: _time, ...wanted } = { timestamp: undefined, ...expected };
    expect(record).toEqual(wanted);
    if (line.includes(TIME)) expect(String(timestamp)).toContain(TIME);
  });

  test.each([
    'http://10.0.0.1/ is up',
    'http:get',
    'info gathered',
    '[main] text',
    'Connecting to fra-sw-12: ok',
    'Nov is a month',
    '====',
    '<tag> text',
    'hostname fra-sw-12',
    'interface Gi1/0/1: up',
  ])('%s stays whole', (line) => {
    expect(parseTextLine(line)).toEqual({ message: line });
  });
});

test('no text is lost: every word of a line is in its record', () => {
  const part = fc.constantFrom(
    '<189>',
    '45: ',
    '000123: ',
    '*Nov 27 13:00:01.123: ',
    'Nov 27 13:00:03 ',
    'fra-sw-12: ',
    'gw-01 ',
    'prog[7]: ',
    '%SYS-5-CONFIG_I: ',
    '2026-11-27T13:00:04Z ',
    'ERROR ',
    '[WARN] ',
    '1 ',
    '- ',
    'text ',
    ':: ',
    'W, [2026-11-22T02:14:07 #1]  WARN -- : ',
  );
  fc.assert(
    fc.property(fc.array(part, { minLength: 1, maxLength: 8 }), (parts) => {
      const record = parseTextLine(parts.join(''));
      const told = JSON.stringify(record);
      for (const word of ['45', '000123', 'fra-sw-12', 'gw-01', 'prog', 'CONFIG_I', 'text']) {
        if (parts.some((one) => one.includes(word))) expect(told).toContain(word);
      }
    }),
    { numRuns: 3000 },
  );
});

describe('lines of captured bodies as they are stored', () => {
  const RECEIVED = Date.parse('2026-11-27T15:00:00Z');
  const stored = (name: string) => {
    const body = listSenderCaptures('test-token').find((one) => one.name === name)?.body;
    const lines = Buffer.from(body ?? [])
      .toString()
      .split('\n')
      .filter((line) => line !== '');
    return lines.map((line) => {
      const { time, level, component, device, adjusted } = parseRecord(parseTextLine(line), RECEIVED);
      expect(adjusted).toEqual([]);
      return [new Date(time.ms).toISOString(), level, component, device];
    });
  };

  test('Cisco, ASA and RFC 5424', () => {
    expect(stored('crafted-cisco-text')).toEqual([
      ['2026-11-27T13:00:01.123Z', 20, 'SYS', ''],
      ['2026-11-27T13:00:02.000Z', 40, 'LINK', 'fra-sw-12'],
      ['2026-11-27T13:00:02.456Z', 20, 'LINEPROTO', 'fra-sw-12'],
      ['2026-11-27T12:00:03.001Z', 30, 'SEC_LOGIN', '10.1.1.12'],
      ['2026-11-27T13:00:04.000Z', 20, 'ASA', 'fra-fw-01'],
      ['2026-11-27T12:00:05.003Z', 20, 'bgpd', 'ber-rt-01'],
    ]);
  });

  test('RANCID', () => {
    const received = '2026-11-27T15:00:00.000Z';
    expect(stored('crafted-rancid')).toEqual([
      ['2026-11-27T02:00:01.000Z', 20, '', ''],
      [received, 20, '', ''],
      [received, 40, '', 'fra-sw-12'],
      [received, 40, '', 'fra-sw-12'],
      [received, 20, '', ''],
      [received, 20, '', ''],
      ['2026-11-27T02:03:11.000Z', 20, '', ''],
    ]);
  });
});
