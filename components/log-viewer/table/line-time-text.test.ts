import { describe, expect, it } from 'vitest';
import { formatOffset, lineTimeText } from './line-time-text';

const start = Date.UTC(2026, 10, 22, 22, 30);
const context = { zone: 'UTC', runStartMs: start, previousMs: start + 1000 } as const;

describe('lineTimeText', () => {
  it.each([
    ['absolute', start + 28_412, '22:30:28.412'],
    ['absolute', start + 2 * 3_600_000, '2026-11-23 00:30:00.000'],
    ['relative', start + 28_412, '+28.412s'],
    ['relative', start - 3, '−0.003s'],
    ['delta', start + 1500, '+0.500s'],
  ] as const)('%s', (mode, timeMs, text) => {
    expect(lineTimeText(timeMs, { ...context, mode })).toBe(text);
  });

  it('has no delta for the first line', () => {
    expect(lineTimeText(start, { ...context, previousMs: null, mode: 'delta' })).toBe('');
    expect(formatOffset(0)).toBe('+0.000s');
  });
});
