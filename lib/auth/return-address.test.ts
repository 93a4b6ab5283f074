import { expect, test } from 'vitest';
import { findBadReturnAddress } from './return-address';

const find = (search: string, cookies: Record<string, string> = {}) =>
  findBadReturnAddress({ search: new URLSearchParams(search), cookie: (name) => cookies[name] });

test.each(['', 'callbackUrl=', 'callbackUrl=/runs?a=b', 'callbackUrl=http://localhost:3000/runs', 'other=x'])(
  'takes %s',
  (search) => {
    expect(find(search)).toBeNull();
  },
);

test.each(['x', 'javascript:alert(1)', 'data:text/html,x', '..', '%00', '//[', 'http://', 'mailto:a@b'])(
  'finds %s in the query and in the cookie',
  (text) => {
    expect(find(`callbackUrl=${encodeURIComponent(text)}`)).toEqual({ name: 'callbackUrl', isCookie: false });
    const name = '__Secure-next-auth.callback-url';
    expect(find('', { [name]: text })).toEqual({ name, isCookie: true });
  },
);

test('looks at each of several', () => {
  expect(find('callbackUrl=/a&callbackUrl=x')).toEqual({ name: 'callbackUrl', isCookie: false });
});
