import { expect, test } from 'vitest';
import { hasPlainHost } from './host-header';

test.each([
  [['Host', 'localhost:3000']],
  [['host', 'x.example', 'Accept', '*/*']],
  [['Host', '[::1]:80']],
  [['Host', '']],
  [['Accept', '*/*']],
])('%j is one host, or none', (headers) => {
  expect(hasPlainHost(headers)).toBe(true);
});

test.each([
  [['Host', 'a', 'Host', 'a']],
  [['Host', 'a', 'X', 'y', 'hOST', 'b']],
  [['Host', 'a b']],
  [['Host', 'a/b']],
  [['Host', 'x@y']],
  [['Host', 'a, b:1']],
  [['Host', 'a:port']],
  [['Host', '[::1']],
  [['Host', 'é']],
])('%j is refused', (headers) => {
  expect(hasPlainHost(headers)).toBe(false);
});
