import { describe, expect, test } from 'vitest';
import type { Line } from '@/lib/store/chunks/line';
import { LINE_FORMATS } from './line-formats';

const line: Line = {
  seq: 7,
  time: '2026-11-22T02:14:07.120Z',
  receivedAt: '2026-11-22T02:14:07.300Z',
  level: 'ERROR',
  component: 'gateway',
  device: 'fra-sw-12',
  phase: '',
  message: 'authentication failed: TACACS timeout',
  fields: {},
};
const text = (change: Partial<Line>): string => LINE_FORMATS.text.encode({ ...line, ...change });

describe('text', () => {
  test('time, level, component, device, phase, message', () => {
    expect(text({})).toBe(
      '2026-11-22T02:14:07.120Z\tERROR   \tgateway\tfra-sw-12\t-\tauthentication failed: TACACS timeout\n',
    );
  });

  test.each([
    ['a line break', 'one\r\ntwo\nthree', 'one ⏎ two ⏎ three'],
    ['a separator of lines', 'one\u2028two\u0085three', 'one ⏎ two ⏎ three'],
    ['colours', '\u001b[31mred\u001b[0m', 'red'],
    ['a title of the terminal', '\u001b]0;owned\u0007after', 'after'],
    ['a bell and a lone escape', 'a\u0007b\u001b', 'a<␇>b<␛>'],
    ['text turned round', 'a\u202eb', 'a<U+202E>b'],
    ['a tab', 'a\tb', 'a\tb'],
  ])('%s in a message', (_name, message, shown) => {
    expect(text({ message }).split('\t').slice(5).join('\t')).toBe(`${shown}\n`);
  });

  test('a name cannot make a row or a column of its own', () => {
    expect(text({ device: 'a\nb\tc\u001b[2J' }).split('\t')[3]).toBe('a ⏎ b c');
  });
});

test('ndjson is the line, as the API gives it', () => {
  const whole = { ...line, fields: { a: [1, 'x'] }, clientSeq: 12 };
  expect(JSON.parse(LINE_FORMATS.ndjson.encode(whole))).toEqual(whole);
});

test('csv has a heading and as many cells', () => {
  const { head, encode } = LINE_FORMATS.csv;
  expect(head).toBe('seq,time,receivedAt,level,component,device,phase,message,fields,clientSeq\r\n');
  expect(encode({ ...line, device: 'fra\u202e', message: '\u001b[31mred\u001b[0m\r\nlast\u0007' })).toBe(
    '7,2026-11-22T02:14:07.120Z,2026-11-22T02:14:07.300Z,ERROR,gateway,fra<U+202E>,,"red\nlast<␇>",,\r\n',
  );
  expect(encode({ ...line, message: '=cmd|calc', fields: { a: 1 }, clientSeq: 3 })).toBe(
    `7,2026-11-22T02:14:07.120Z,2026-11-22T02:14:07.300Z,ERROR,gateway,fra-sw-12,,"'=cmd|calc","{""a"":1}",3\r\n`,
  );
});
