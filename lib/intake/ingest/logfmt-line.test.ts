import { describe, expect, test } from 'vitest';
import { parseRecord } from './parse-record';
import { parseTextLine } from './parse-text-line';

const RECEIVED = Date.parse('2026-11-27T15:00:00Z');

describe('logfmt', () => {
  test.each([
    [
      'time="2026-11-22T02:14:07Z" level=error msg="failed \\"x\\"" device=fra-sw-1 caller=x.go:12',
      { level: 40, message: 'failed "x"', device: 'fra-sw-1', fields: { caller: 'x.go:12' } },
    ],
    ['t=2026-11-22T02:14:07+0000 lvl=eror msg=failed logger=alerting', { level: 40, component: 'alerting' }],
    ['ts=2026-11-22T02:14:07.000Z caller=main.go:1 level=warn component=tsdb msg="slow"', { component: 'tsdb' }],
    ["device='d1' event='it is' level='error' timestamp='2026-11-22T02:14:07'", { message: 'it is', device: 'd1' }],
    [
      `event="it's" level='error' timestamp='2026-11-22T02:14:07' port=22 user=`,
      { message: "it's", fields: { port: '22', user: '' } },
    ],
    [
      'date=2026-11-22 time=02:14:07 devname="fra-fw-01" type="event" level="warning" msg="down"',
      { level: 30, device: 'fra-fw-01', message: 'down' },
    ],
    [
      'ts=2026-11-22T02:14:07Z caller=main.go:1 level=error err="no route"',
      { level: 40, message: 'ts=2026-11-22T02:14:07Z caller=main.go:1 level=error err="no route"' },
    ],
  ])('%s', (line, expected) => {
    const { time, ...parsed } = parseRecord(parseTextLine(line), RECEIVED);
    expect(parsed).toMatchObject({ adjusted: [], ...expected });
    expect(new Date(time.ms).toISOString()).toBe('2026-11-22T02:14:07.000Z');
  });

  test.each([
    'level=error',
    'set a=b and go',
    'a=b c=d',
    'time=3 ttl=64 ms',
    'type=SYSCALL msg=audit(1364481363.243:24287): arch=c000003e',
    'name="unclosed level=error',
    'icmp_seq=1 ttl=64 time=0.3',
  ])('%s stays the message', (line) => {
    expect(parseTextLine(line)).toMatchObject({ message: line });
    expect(parseTextLine(line)).not.toHaveProperty('ttl');
  });

  test('a line of very many pairs stays the message', () => {
    const line = `level=error ${'a=b '.repeat(50_000)}`;
    expect(parseTextLine(line)).toEqual({ message: line, level: 'error' });
  });
});
