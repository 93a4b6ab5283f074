import { describe, expect, test } from 'vitest';
import { redactText } from '../redact-text';
import { randomAlnum, seededRandom } from '../testing/secret-makers';
import { TOKEN_MAKERS } from './token-makers';
import { TOKEN_TABLE } from './token-table';

/** Random text of a shorter length is only nearly always told from a word. */
const SHORTEST = 16;
const TOKENS = TOKEN_TABLE.flatMap(([, prefixes, , length]) =>
  prefixes.split(' ').map((prefix) => {
    const body = randomAlnum(seededRandom(prefix.length + length), Math.max(SHORTEST, length));
    return { prefix, body };
  }),
);
const WORDS = 'example-of-a-name-with-many-words-and-parts-of-some-length-that-goes-on-for-a-while';
const changed = (texts: readonly string[]): string[] => texts.filter((text) => redactText(text) !== text);

describe('every beginning of the table', () => {
  test.each([
    ['alone', (token: string) => token],
    ['in a sentence', (token: string) => `the job called with ${token}.`],
    ['as a value', (token: string) => `{"msg":"answered 401","used":"${token}"}`],
    ['in an address', (token: string) => `GET https://192.0.2.5/v1?x=${token}&page=2`],
    ['behind a tab', (token: string) => String.raw`name\t${token}\n`],
  ])('%s: the token is taken whole', (_where, write) => {
    const left = TOKENS.filter(({ prefix, body }) => {
      const clean = redactText(write(prefix + body));
      return clean.includes(body.slice(0, 8)) || clean.includes(body.slice(-8));
    });
    expect(left.map(({ prefix }) => prefix)).toEqual([]);
  });

  test('words with the same beginning stay, and so do masks and parts of words', () => {
    const texts = TOKENS.flatMap(({ prefix, body }) =>
      [prefix, `${prefix}…`, prefix + WORDS, prefix + 'x'.repeat(body.length), `x${prefix}name`].map(
        (text) => `see ${text} for more`,
      ),
    );
    expect(changed(texts)).toEqual([]);
  });
});

describe('every maker of tokens without a beginning', () => {
  const [token, digest] = [randomAlnum(seededRandom(4), 32), 'd8578edf8458ce06fbc5bb76a58c5ca4'];

  test('a token is known by its maker and by being random', () => {
    const texts = TOKEN_MAKERS.flatMap((maker) => {
      const name = maker.replace(/[ .-]/g, '_').toUpperCase();
      return [`${maker} call failed for ${token}`, `${name}_VALUE=${token}`, `${name}_KEY: ${digest}`];
    });
    expect(texts.filter((text) => new RegExp(`${token}|${digest}`).test(redactText(text)))).toEqual([]);
  });

  test('of two in a line the second is read alike the second time', () => {
    const once = redactText(`okta answered ${token} and ${randomAlnum(seededRandom(5), 32)}`);
    expect(once).toContain('[REDACTED:token] and ');
    expect(redactText(once)).toBe(once);
  });

  test('checksums, names, dates and addresses beside a maker stay', () => {
    const texts = TOKEN_MAKERS.flatMap((maker) => [
      `${maker} agent fetched 4211 bytes, checksum ${digest}`,
      `${maker} request id 3f2504e0-4f89-41d3-9a0c-0305e82c3301 answered in 31 ms`,
      `${maker} sync of fra-sw-12.example.net done at 2026-11-27T19:41:11Z, version 2.14.3-alpine3`,
      `${maker}-agent-7f9c8d6b5-x2k4j restarted`,
    ]);
    expect(changed(texts)).toEqual([]);
  });
});
