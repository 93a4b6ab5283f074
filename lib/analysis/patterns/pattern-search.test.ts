import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { searchText } from '@/lib/store/chunks/search-text';
import { maskMessage } from './mask-message';
import { patternSearch } from './pattern-search';

const NAMES = new Set(['fra-sw-12', 'ber-rt-01']);
const searchOf = (message: string) => patternSearch(maskMessage(message, NAMES).pattern, message, NAMES);

describe('patternSearch', () => {
  it.each([
    ['retry 3 of 57 after 120 ms', String.raw`/^retry \S+ of \S+ after \S+ ms$/`],
    ['fra-sw-12: connected (10.2.0.1:22)', String.raw`/^\S+: connected \(\S+\)$/`],
    ['wrote /var/backup/fra-sw-12.cfg', String.raw`/^wrote \/var\/backup\/\S+\.cfg$/`],
    ['done at 2026-11-24 10:00:07.120', String.raw`/^done at .+$/`],
    ['commit complete', '/^commit complete$/'],
  ])('finds %j by the whole message', (message, q) => {
    expect(searchOf(message)).toBe(q);
  });

  it('finds messages of several lines or too long for a pattern by a phrase', () => {
    expect(searchOf('Traceback (most recent call last):\n  File "x"\nValueError: unexpected prompt text')).toBe(
      '"ValueError: unexpected prompt text"',
    );
    expect(searchOf(`configuration archive refused ${'x'.repeat(300)}`)).toBe('"configuration archive refused"');
  });

  it('finds messages by what is shown of them', () => {
    expect(searchOf('\u001b[31mauthentication rejected\u001b[0m\r')).toBe('/^authentication rejected$/');
    expect(searchOf('copied 10%\rcopied 100%')).toBe('/^copied \\S+%$/');
    expect(searchOf('cafe\u0301 closed')).toBe('/^caf\u00e9 closed$/');
  });

  it('finds nothing where there are no words to find it by', () => {
    expect(searchOf('')).toBe('/^$/');
    expect(searchOf('  \n 12 \n')).toBeNull();
  });

  it('is an expression that finds the message it is made of, whatever that holds', () => {
    const piece = fc.oneof(
      fc.string({ unit: 'grapheme', maxLength: 8 }),
      fc.constantFrom(...NAMES, '/', '\\', '$', '<ip>', '#'),
      fc.nat().map(String),
    );
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 8 }), (pieces) => {
        const message = pieces.join(' ');
        const q = searchOf(message);
        const [, source] = /^\/(.*)\/$/s.exec(q ?? '') ?? [];
        if (source !== undefined) expect(searchText(message)).toMatch(new RegExp(source, 'u'));
      }),
    );
  });
});
