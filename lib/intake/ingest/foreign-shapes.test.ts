import { describe, expect, test } from 'vitest';
import { parseRecord } from './parse-record';

const RECEIVED = Date.parse('2026-11-27T15:00:00Z');
const TIME = '2026-11-22T02:14:07.120Z';
const MS = Date.parse(TIME);
const SECONDS = { seconds: 1795313647, nanos: 120_000_000 };
const read = (record: unknown) => {
  const { adjusted, fields, time, ...parsed } = parseRecord(record, RECEIVED);
  expect(adjusted).toEqual([]);
  return { ...parsed, time: new Date(time.ms).toISOString(), fields: { ...fields } };
};
const EMPTY = { pid: 1, hostname: 'gw-01' };

describe('a word of level beats a number that no other key explains', () => {
  test.each([
    ['pino for Google', { severity: 'INFO', level: 30, timestamp: SECONDS, ...EMPTY }, 20],
    ['pino for Google', { severity: 'ERROR', level: 50, timestamp: SECONDS, ...EMPTY }, 40],
    ['pino with another key for its message', { level: 30, time: MS, ...EMPTY }, 20],
    ['pino with another key for its message and time', { level: 50, timestamp: MS, ...EMPTY }, 40],
    ['no family', { severity: 'INFO', level: 30 }, 20],
    ['no family', { level: 3, log_level: 'error' }, 40],
    ['no family', { level: 2, level_name: 'WARNING' }, 30],
    ['a number as before', { level: 30, status: 'error' }, 30],
    ['a word in an object', { level: { label: 'error', value: 50 } }, 40],
  ])('%s: %j', (_family, record, level) => {
    expect(read({ message: 'm', ...record }).level).toBe(level);
  });

  test('the number stays as a field', () => {
    expect(read({ message: 'm', severity: 'INFO', level: 30 }).fields).toEqual({ level: 30 });
  });
});

describe('consola', () => {
  test.each([
    ['error', 0, 40],
    ['fatal', 0, 50],
    ['warn', 1, 30],
    ['info', 3, 20],
    ['ready', 3, 20],
    ['box', 3, 20],
    ['debug', 4, 10],
    ['trace', 5, 10],
  ])('%s', (type, number, level) => {
    const parsed = read({ date: TIME, args: ['to', 'fra-sw-1', { port: 22 }], type, level: number, tag: '' });
    expect(parsed).toMatchObject({ message: 'to fra-sw-1', level, time: TIME, component: '' });
    expect(parsed.fields).toMatchObject({ args: ['to', 'fra-sw-1', { port: 22 }], level: number });
  });

  test('the tag is the component', () => {
    expect(read({ date: TIME, args: ['m'], type: 'info', level: 3, tag: 'netd' }).component).toBe('netd');
  });
});

describe('log4js', () => {
  const record = { startTime: TIME, categoryName: 'netd.driver', level: { level: 40000, levelStr: 'ERROR' }, pid: 1 };
  test.each([
    [['no route'], 'no route'],
    [['to %s: %d tries', 'fra-sw-1', 3, 'then out'], 'to fra-sw-1: 3 tries then out'],
    [['100 % done'], '100 % done'],
    [[{ message: 'boom', stack: 'Error: boom' }], 'boom'],
    [['failed', { message: 'boom' }], 'failed'],
    [[{ password: 'hunter2secret' }], '{"password":"[REDACTED:password]"}'],
  ])('%j', (data, message) => {
    expect(read({ ...record, data })).toMatchObject({ message, level: 40, time: TIME, component: 'netd.driver' });
  });
});

test('an empty list is no message', () => {
  const parsed = read({ date: TIME, args: [], type: 'info', level: 3, tag: 'netd', extra: { port: 22 } });
  expect(parsed).toMatchObject({ component: 'netd', fields: { args: [], port: 22 } });
  expect(parsed.message).toContain('"args":[]');
});

test.each(['_meta', '_logMeta'])('tslog: %s', (meta) => {
  const details = { date: TIME, logLevelId: 5, logLevelName: 'ERROR', name: 'netd', hostname: 'gw-01' };
  const parsed = read({ '0': 'no', '1': 'route', '2': { port: 22 }, [meta]: details });
  expect(parsed).toMatchObject({ message: 'no route', level: 40, time: TIME, component: 'netd', device: '' });
  expect(parsed.fields).toEqual({ '2': { port: 22 }, [meta]: details });
});

test.each([
  [10, 10, 'trace'],
  [30, 20, undefined],
  [50, 40, undefined],
  [60, 50, 'fatal'],
])('roarr: %d', (logLevel, level, name) => {
  const parsed = read({
    context: { package: 'netd', logLevel },
    message: 'm',
    sequence: '5',
    time: MS,
    version: '2.0.0',
  });
  expect(parsed).toMatchObject({ message: 'm', level, time: TIME, component: 'netd' });
  expect(parsed.fields.level_name).toBe(name);
  expect(parsed.fields.context).toEqual({ package: 'netd', logLevel });
});

test('winston for Logstash', () => {
  const parsed = read({ '@fields': { level: 'error', device: 'd1', port: 22 }, '@message': 'm', '@timestamp': TIME });
  expect(parsed).toMatchObject({ message: 'm', level: 40, time: TIME, device: 'd1', fields: { port: 22 } });
});

test.each([
  { args: ['a'], date: 'today', type: 'shoes', level: 'INFO' },
  { data: ['a'], categoryName: 'shoes' },
  { context: { user: 'a' } },
  { _meta: { date: TIME } },
])('%j keeps its meaning', (record) => {
  const { level: _level, ...fields } = { level: '', ...record };
  expect(read({ message: 'm', ...record })).toMatchObject({ message: 'm', level: 20, component: '', fields });
});
