import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { buildToken, displayPrefix, hashToken, isPlausibleToken, TOKEN_RANDOM_BYTES } from './token-format';

const randomBytes = fc.uint8Array({ minLength: TOKEN_RANDOM_BYTES, maxLength: TOKEN_RANDOM_BYTES });
const CHARACTERS = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_';

describe('token format', () => {
  it('takes every token it builds', () => {
    fc.assert(fc.property(randomBytes, (bytes) => isPlausibleToken(buildToken(bytes))));
  });

  it('refuses a token with one character changed, missing or added', () => {
    const mistake = fc.tuple(randomBytes, fc.nat({ max: 37 }), fc.constantFrom(...CHARACTERS));
    fc.assert(
      fc.property(mistake, ([bytes, position, character]) => {
        const token = buildToken(bytes);
        const at = 4 + (position % (token.length - 4));
        fc.pre(token[at] !== character);
        expect(isPlausibleToken(token.slice(0, at) + character + token.slice(at + 1))).toBe(false);
        expect(isPlausibleToken(token.slice(0, at) + token.slice(at + 1))).toBe(false);
        expect(isPlausibleToken(token + character)).toBe(false);
      }),
    );
  });

  it('gives different bytes different tokens', () => {
    fc.assert(
      fc.property(randomBytes, randomBytes, (one, other) => {
        fc.pre(Buffer.compare(one, other) !== 0);
        expect(buildToken(one)).not.toBe(buildToken(other));
      }),
    );
  });

  it('lets the free texts of the environment pass', () => {
    expect(isPlausibleToken('any string of at least 32 characters')).toBe(true);
    expect(isPlausibleToken('')).toBe(false);
  });

  it('shows four characters of the secret and no more', () => {
    expect(displayPrefix('nrl_abcdefgh')).toBe('nrl_abcd');
    expect(displayPrefix('free-text-token')).toBe('free');
  });

  it('hashes with SHA-256', () => {
    // The digest of "abc": FIPS 180-2, appendix B.1.
    expect(Buffer.from(hashToken('abc')).toString('hex')).toBe(
      'ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad',
    );
  });
});
