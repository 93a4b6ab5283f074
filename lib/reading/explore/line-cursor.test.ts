import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { formatLineCursor, parseLineCursor, timeKey } from './line-cursor';

const time = fc
  .record({ ms: fc.integer({ min: Date.UTC(1900, 0, 1), max: Date.UTC(9999, 0, 1) }), us: fc.nat(999) })
  .map(timeKey);

describe('line cursor', () => {
  test('a formatted cursor parses to itself', () => {
    const line = fc.record({ runId: fc.string({ unit: 'grapheme' }), seq: fc.integer({ min: 1, max: 2_147_483_647 }) });
    fc.assert(
      fc.property(time, fc.option(line), (at, after) => {
        const cursor = { time: at, line: after };
        expect(parseLineCursor(formatLineCursor(cursor))).toEqual(cursor);
      }),
    );
  });

  test('texts of times compare as the times do', () => {
    expect(timeKey({ ms: Date.UTC(2026, 0, 2), us: 7 })).toBe('2026-01-02T00:00:00.000007Z');
    expect(timeKey({ ms: 999, us: 999 }) < timeKey({ ms: 1000, us: 0 })).toBe(true);
    expect(timeKey({ ms: -1, us: 0 }) < timeKey({ ms: 0, us: 0 })).toBe(true);
  });

  test.each([
    ['no JSON', 'bm90aGluZw'],
    ['nothing', ''],
    ['no list', Buffer.from('{}').toString('base64url')],
    ['another time', Buffer.from('["2026-01-01"]').toString('base64url')],
    ['no such day', Buffer.from('["2026-13-01T00:00:00.000000Z"]').toString('base64url')],
    ['the 30th of February', Buffer.from('["2026-02-30T00:00:00.000000Z"]').toString('base64url')],
    ['year 0', Buffer.from('["0000-01-01T00:00:00.000000Z"]').toString('base64url')],
    ['a run id with NUL', Buffer.from('["2026-01-01T00:00:00.000000Z","\\u0000",1]').toString('base64url')],
    ['half a surrogate pair', Buffer.from('["2026-01-01T00:00:00.000000Z","\\ud800",1]').toString('base64url')],
    ['a seq that is none', Buffer.from('["2026-01-01T00:00:00.000000Z","r",0]').toString('base64url')],
    ['no seq', Buffer.from('["2026-01-01T00:00:00.000000Z","r"]').toString('base64url')],
    ['a seq beyond int4', Buffer.from('["2026-01-01T00:00:00.000000Z","r",3000000000]').toString('base64url')],
  ])('null for %s', (_name, text) => {
    expect(parseLineCursor(text)).toBeNull();
  });
});
