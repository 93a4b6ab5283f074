import { expect, it } from 'vitest';
import { signInErrorText } from './sign-in-error';

it('tells the known reasons apart', () => {
  const texts = ['too_many_attempts', 'CredentialsSignin', 'AccessDenied', 'unavailable'].map(signInErrorText);
  expect(new Set(texts).size).toBe(4);
});

it.each(['', 'toString', '__proto__', '<script>alert(1)</script>', 'Your account is closed, call 555'])(
  'shows nothing of the unknown code %j',
  (code) => {
    expect(signInErrorText(code)).toBe('Sign-in failed. Try again.');
  },
);
