import { expect, test } from 'vitest';
import { formatRunCursor, parseRunCursor } from './run-cursor';

test('a formatted cursor parses to itself', () => {
  const cursor = { startedAt: new Date(Date.UTC(2026, 0, 2, 3, 4, 5, 6)), id: 'a/b "c"' };
  expect(parseRunCursor(formatRunCursor(cursor))).toEqual(cursor);
});

test.each([
  '',
  'null',
  '[]',
  '[0]',
  '[0,7]',
  '[8.64e15,"r"]',
  '[-8.64e15,"r"]',
  '[1e300,"r"]',
  '[0,"\\u0000"]',
  '[0,"\\ud800"]',
])('null for %s', (json) => {
  expect(parseRunCursor(Buffer.from(json).toString('base64url'))).toBeNull();
});
