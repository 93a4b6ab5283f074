import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { parseRecord, RecordError } from './parse-record';

const RECEIVED = Date.parse('2026-11-27T15:00:00Z');
const at = (iso: string, us = 0) => ({ ms: Date.parse(iso), us });
const read = (record: unknown) => {
  const { adjusted, fields, ...parsed } = parseRecord(record, RECEIVED);
  return { ...parsed, fields: { ...fields }, adjusted: [...adjusted] };
};

describe('levels by family', () => {
  test.each([
    ['Python', { levelname: 'Level 15', levelno: 15 }, 10, 'Level 15'],
    ['Python', { levelno: 15 }, 10, 'Level 15'],
    ['Python', { levelname: 'NOTICE', levelno: 35 }, 30, 'NOTICE'],
    ['Python', { levelname: 'SPAM-ish', levelno: 5 }, 10, 'SPAM-ish'],
    ['Python', { level: 25 }, 20, 'Level 25'],
    ['no family', { level: 30 }, 30, undefined],
    ['no family', { level: 17 }, 40, undefined],
    ['pino', { level: 30, pid: 1, hostname: 'a', time: 1795788955111 }, 20, undefined],
    ['pino without its base', { level: 50, msg: 'm', time: 1795788955111 }, 40, undefined],
    ['bunyan', { level: 10, pid: 1, hostname: 'a', v: 0 }, 10, 'trace'],
    ['bunyan', { level: 60, pid: 1, hostname: 'a', v: 0 }, 50, 'fatal'],
    ['journald', { PRIORITY: '3', _HOSTNAME: 'a' }, 40, undefined],
    ['journald', { PRIORITY: '0', _HOSTNAME: 'a' }, 50, 'emerg'],
    ['syslog-ng', { PRIORITY: 'err', HOST: 'a' }, 40, undefined],
    ['GELF', { version: '1.1', short_message: 'm', level: 3 }, 40, undefined],
    ['GELF', { version: '1.1', short_message: 'm', level: 5 }, 20, 'notice'],
    ['rsyslog', { priority: 'err', fromhost: 'a' }, 40, undefined],
    ['Logstash', { severity: 3, facility: 3, priority: 27 }, 40, undefined],
    ['OTLP', { severityNumber: 17 }, 40, undefined],
    ['OTLP', { severityNumber: 21, severityText: 'EMERG' }, 50, 'EMERG'],
    ['OTLP', { severityNumber: 0, severityText: 'warn' }, 30, undefined],
    ['OTLP', { severityNumber: 0 }, 20, undefined],
    ['Monolog', { level: 200, level_name: 'INFO' }, 20, 'INFO'],
    ['Monolog', { level: 550, level_name: 'ALERT' }, 50, 'ALERT'],
    ['Monolog', { level: 100, channel: 'c' }, 10, undefined],
    ['Logback', { level_value: 40000 }, 40, undefined],
    ['ECS', { 'log.level': 'error' }, 40, undefined],
    ['ECS', { log: { level: 'warn' } }, 30, undefined],
    ['Datadog', { status: 'error' }, 40, undefined],
    ['a status of HTTP', { status: 500 }, 20, undefined],
    ['a state', { status: 'failed' }, 20, undefined],
    ['a priority of business', { priority: 'high' }, 20, undefined],
    ['CLEF', { '@l': 'Warning' }, 30, undefined],
    ['Serilog', { Level: 'Fatal' }, 50, 'Fatal'],
    ['Azure', { severityLevel: 3 }, 40, undefined],
    ['log4j 2', { level: { name: 'ERROR' } }, 40, undefined],
    ['loguru', { record: { level: { name: 'SUCCESS', no: 25 } } }, 20, 'SUCCESS'],
  ])('%s: %j', (_family, record, level, name) => {
    const parsed = read({ message: 'm', ...record });
    expect([parsed.level, parsed.fields.level_name, parsed.adjusted]).toEqual([level, name, []]);
  });

  test.each([
    ['SUCCESS', 20, 'SUCCESS'],
    ['http', 20, 'http'],
    ['silly', 10, 'silly'],
    ['CONFIG', 10, 'CONFIG'],
    ['dpanic', 50, 'dpanic'],
    ['ERROR+2', 40, 'ERROR+2'],
    ['INFO2', 20, 'INFO2'],
    ['Level 25', 20, 'Level 25'],
    ['EMERG', 50, 'EMERG'],
    ['TRACE', 10, 'TRACE'],
    ['SEVERITY_NUMBER_WARN', 30, undefined],
    ['\u001b[31merror\u001b[39m', 40, undefined],
    ['[ERROR]', 40, undefined],
    ['<3>', 40, undefined],
    ['E', 40, undefined],
    ['F', 50, 'F'],
    ['Warn', 30, undefined],
  ])('%s', (word, level, name) => {
    const parsed = read({ message: 'm', level: word });
    expect([parsed.level, parsed.fields.level_name, parsed.adjusted]).toEqual([level, name, []]);
  });
});

describe('what cannot be read is kept and named', () => {
  test.each([
    [{ level: 'LOUD' }, { field: 'level', code: 'unknown_level' }],
    [{ severity: ['x'] }, { field: 'severity', code: 'unknown_level' }],
    [{ 'log.level': 'LOUD' }, { field: 'log.level', code: 'unknown_level' }],
    [{ timestamp: 'yesterday' }, { field: 'timestamp', code: 'unreadable_time' }],
    [{ ts: '2026-11-22 02:14:07 NewYork' }, { field: 'ts', code: 'unreadable_time' }],
    [{ time: 0 }, { field: 'time', code: 'unreadable_time' }],
    [{ datetime: 'soon' }, { field: 'datetime', code: 'unreadable_time' }],
    [{ job_id: { a: 1 } }, { field: 'job_id', code: 'unusable_id' }],
    [{ runId: 'x'.repeat(201) }, { field: 'runId', code: 'unusable_id' }],
    [{ seq: -1 }, { field: 'seq', code: 'unusable_seq' }],
    [{ component: 'x'.repeat(201) }, { field: 'component', code: 'cut' }],
  ])('%j', (record, adjustment) => {
    const parsed = read({ message: 'm', ...record });
    expect(parsed.adjusted).toEqual([adjustment]);
    expect(parsed.fields[adjustment.field]).toEqual(Object.values(record)[0]);
    expect(parsed).toMatchObject({ message: 'm', level: 20, time: at('2026-11-27T15:00:00Z') });
  });

  test('a record without content is refused, one with any content is not', () => {
    for (const empty of [
      {},
      { level: 'ERROR' },
      { run_id: 'r' },
      { timestamp: 'yesterday' },
      { message: null },
      { a: null },
    ]) {
      expect(() => parseRecord(empty, RECEIVED)).toThrow('message: expected');
    }
    expect(read({ reason: 'Unhealthy', password: 'hunter2secret' }).message).toBe(
      '{"reason":"Unhealthy","password":"[REDACTED:password]"}',
    );
    expect(read({ device: 'fra-sw-12', level: 'ERROR' }).message).toBe('{"device":"fra-sw-12","level":"ERROR"}');
  });
});

describe('names of other senders', () => {
  test.each([
    ['structlog', { event: 'm', logger: 'l', host: 'gw-01' }, { message: 'm', component: 'l', device: '' }],
    ['Fluent Bit', { log: 'm\n', date: 1795789014.258 }, { message: 'm', time: at('2026-11-27T14:16:54.258Z') }],
    [
      'loguru',
      { text: 'all', record: { message: 'm', name: 'n', time: { timestamp: 1795789014.258 } } },
      { message: 'm', component: 'n', time: at('2026-11-27T14:16:54.258Z') },
    ],
    [
      'CLEF',
      { '@t': '2026-11-27T14:16:54.258Z', '@mt': 'to {Device}', Device: 'r1' },
      { message: 'to r1', time: at('2026-11-27T14:16:54.258Z') },
    ],
    [
      'rsyslog',
      { message: ' m', fromhost: 'fra-sw-12', programname: 'bgpd', timereported: '2026-11-27T13:00:00+00:00' },
      { message: 'm', device: 'fra-sw-12', component: 'bgpd', time: at('2026-11-27T13:00:00Z') },
    ],
    [
      'rsyslog with a counter for the program',
      { message: 'm', fromhost: 'fra-sw-12', programname: '46' },
      { component: '', fields: { programname: '46' } },
    ],
    [
      'rsyslog of the Gateway',
      { message: 'm', host: 'gw-01', facility: 'daemon', tag: 'netraven-gateway[77]:' },
      { component: 'netraven-gateway', device: '', fields: { host: 'gw-01' } },
    ],
    [
      'syslog-ng',
      { MESSAGE: 'm', HOST: 'fra-sw-12', PROGRAM: 'bgpd', PRIORITY: 'err', ISODATE: '2026-11-27T13:00:00+00:00' },
      { message: 'm', device: 'fra-sw-12', component: 'bgpd', level: 40, time: at('2026-11-27T13:00:00Z') },
    ],
    [
      'python-logstash',
      { message: 'm', '@version': '1', host: 'gw-01', logger_name: 'l', level: 'ERROR' },
      { component: 'l', device: '', fields: { host: 'gw-01' } },
    ],
    [
      'ECS',
      { message: 'm', log: { level: 'error', logger: 'l' }, host: { name: 'gw-01' }, process: { pid: 1 } },
      { component: 'l', device: '', level: 40 },
    ],
    ['ECS of a relay', { message: 'm', 'host.name': 'fra-sw-12' }, { device: 'fra-sw-12' }],
    [
      'OTLP',
      { body: 'm', timeUnixNano: '0', observedTimeUnixNano: '1795789014258123999' },
      { message: 'm', time: at('2026-11-27T14:16:54.258Z', 123) },
    ],
    [
      'log4j 2',
      { message: 'm', loggerName: 'l', thread: 'main', instant: { epochSecond: 1795789014, nanoOfSecond: 258000000 } },
      { component: 'l', time: at('2026-11-27T14:16:54.258Z') },
    ],
    [
      'Google',
      { message: 'm', timestampSeconds: 1795789014, timestampNanos: 258000000 },
      { time: at('2026-11-27T14:16:54.258Z') },
    ],
    [
      'Kubernetes',
      {
        message: 'm',
        type: 'Warning',
        involvedObject: {},
        source: { component: 'kubelet' },
        lastTimestamp: '2026-11-27T13:00:00Z',
      },
      { level: 30, component: 'kubelet', time: at('2026-11-27T13:00:00Z') },
    ],
    [
      'date and time apart',
      { message: 'm', date: '2026-11-27', time: '13:00:00' },
      { time: at('2026-11-27T13:00:00Z') },
    ],
    ['localhost', { message: 'm', host: 'localhost' }, { device: '', fields: { host: 'localhost' } }],
  ])('%s', (_family, record, expected) => {
    const parsed = read(record);
    expect(parsed).toMatchObject(expected);
    expect(parsed.adjusted).toEqual([]);
  });

  test('a value that fills no empty slot of a wire-format record stays a field', () => {
    const fields = {
      name: 'n',
      status: 'error',
      event: 'e',
      text: 't',
      host: 'h',
      created: 'c',
      error: 'x',
      type: 'y',
    };
    const own = { message: 'm', level: 'INFO', timestamp: '2026-11-27T13:00:00Z', component: 'c', device: 'd' };
    const parsed = read({ ...own, ...fields });
    expect(parsed).toMatchObject({ message: 'm', level: 20, component: 'c', device: 'd', fields, adjusted: [] });
  });
});

describe('any record', () => {
  const key = fc.constantFrom(
    ...['timestamp', 'time', 'ts', '@timestamp', 'level', 'levelname', 'severity', 'msg', 'job_id', 'jobName'],
    ...['run_id', 'session_id', 'component', 'logger', 'source', 'device', 'device_id', 'phase', 'seq', 'client_seq'],
    ...[
      'extra',
      'details',
      'fields',
      'host',
      'hostname',
      'status',
      'priority',
      'log',
      'event',
      'text',
      'note',
      '__proto__',
    ],
  );
  /** Each value has a number of its own, so that none can hide behind another. */
  const record = fc
    .uniqueArray(key, { minLength: 1, maxLength: 10 })
    .chain((keys) => fc.tuple(fc.constant(keys), fc.array(fc.boolean(), { minLength: 10, maxLength: 10 })))
    .map(([keys, isNested]) =>
      keys.map((name, at): [string, unknown] => [name, isNested[at] ? { inner: `value-${at}-` } : `value-${at}-`]),
    );

  test('keeps every value that was sent, somewhere in its line', () => {
    fc.assert(
      fc.property(record, (members) => {
        const kept = JSON.stringify(read({ message: 'm', ...Object.fromEntries(members) }));
        for (const at of members.keys()) expect(kept).toContain(`value-${at}-`);
      }),
      { numRuns: 500 },
    );
  });

  test('is read alike, whatever the order of its keys', () => {
    const names = ['message', 'level', 'timestamp', 'device', 'component', 'run_id', 'seq', 'note'];
    const values: Record<string, unknown> = { level: 'ERROR', timestamp: '2026-11-27T14:00:00Z', seq: 7 };
    fc.assert(
      fc.property(fc.shuffledSubarray(names, { minLength: 1 }), (some) => {
        const recordOf = (keys: string[]) =>
          Object.fromEntries(keys.map((name) => [name, values[name] ?? `a ${name}`]));
        const [one, other] = [recordOf(some), recordOf([...some].sort())];
        const hasContent = ['message', 'device', 'component', 'note'].some((name) => name in one);
        if (!hasContent) expect(() => read(one)).toThrow(RecordError);
        else if ('message' in one) expect(read(one)).toEqual(read(other));
        else expect({ ...read(one), message: '' }).toEqual({ ...read(other), message: '' });
      }),
    );
  });

  test('whose values take the names of methods is a line', () => {
    const hostile = { toString: false, valueOf: 1 };
    expect(
      read({ message: 'kept', level: hostile, levelname: hostile, component: hostile, event: hostile }).message,
    ).toBe('kept');
  });

  test('of whatever values is a line or refused, never anything else', () => {
    fc.assert(
      fc.property(fc.dictionary(key, fc.jsonValue(), { maxKeys: 8 }), (given) => {
        try {
          const { time, level, clientSeq, component } = read(given);
          expect([10, 20, 30, 40, 50]).toContain(level);
          expect([Number.isInteger(time.ms), time.us >= 0 && time.us < 1000]).toEqual([true, true]);
          expect(clientSeq === null || Number.isSafeInteger(clientSeq)).toBe(true);
          expect(component.length).toBeLessThanOrEqual(200);
        } catch (error) {
          expect(error).toMatchObject({ code: 'message_missing' });
        }
      }),
      { numRuns: 300 },
    );
  });

  test.each([null, undefined, 7, 'text', true, [], [{ message: 'm' }]])('is an object, so %j is none', (given) => {
    expect(() => read(given)).toThrow(expect.objectContaining({ code: 'not_an_object' }) as RecordError);
  });
});
