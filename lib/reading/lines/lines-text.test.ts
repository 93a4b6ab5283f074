import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { linesText, oneLine } from './lines-text';
import type { Line } from '@/lib/store/chunks/line';

const line = (change: Partial<Line>): Line => ({
  seq: 7,
  time: '2026-11-22T02:14:07.120Z',
  receivedAt: '2026-11-22T02:14:08.000Z',
  level: 'ERROR',
  component: 'gateway',
  device: 'fra-sw-12',
  phase: '',
  message: 'authentication failed',
  fields: {},
  ...change,
});

describe('lines as text', () => {
  it('has time, level, component, device and message, and no number', () => {
    expect(linesText([line({}), line({ level: 'INFO', component: '', device: '' })])).toBe(
      '2026-11-22T02:14:07.120Z ERROR    gateway fra-sw-12 authentication failed\n' +
        '2026-11-22T02:14:07.120Z INFO     - - authentication failed',
    );
  });

  it.each([
    ['a\r\nb\nc\rd', 'a ⏎ b ⏎ d'],
    ['a\u2028b', 'a ⏎ b'],
    ['\u001b[31mred\u001b[0m \u001b]8;;http://x\u0007link', 'red link'],
    ['safe\u202etxt.exe\u200b\u0007', 'safe<U+202E>txt.exe<U+200B><␇>'],
    ['a\tb', 'a b'],
    ['naïve 東京 🙂', 'naïve 東京 🙂'],
  ])('%j becomes %j', (text, expected) => {
    expect(oneLine(text)).toBe(expected);
  });

  it('is one line each without anything invisible, whatever was logged', () => {
    fc.assert(
      fc.property(fc.array(fc.string({ unit: 'binary' }), { minLength: 1 }), (messages) => {
        const text = linesText(messages.map((message) => line({ message, device: message, component: message })));
        expect(text.split('\n')).toHaveLength(messages.length);
        expect(text.replaceAll('\n', '')).not.toMatch(/[\p{Cc}\p{Cf}\u2028\u2029]/u);
      }),
    );
  });
});
