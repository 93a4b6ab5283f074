import { expect, it } from 'vitest';
import { isSessionCookie, sessionCookieName } from './session-cookie';

it.each([sessionCookieName(true), sessionCookieName(false), `${sessionCookieName(true)}.0`])('knows %s', (name) => {
  expect(isSessionCookie(name)).toBe(true);
});

it.each(['next-auth.csrf-token', 'next-auth.session-tokens', 'theme', ''])('leaves %j alone', (name) => {
  expect(isSessionCookie(name)).toBe(false);
});
