import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { stripAnsi } from '@/lib/store/chunks/ansi';
import { buildHighlighter } from './highlight';
import { buildMessageView, type MessageForm } from './message-parts';

const ESC = '\u001b';
const hits = (message: string, query: string) =>
  buildMessageView(message, { highlighter: buildHighlighter(query), maxCharacters: 1000 })
    .parts.filter((part) => part.isHit)
    .map((part) => part.text);

describe('hits', () => {
  it('keep their case when asked to', () => {
    const highlighter = buildHighlighter('Timeout "Failed login"', true);
    const { parts } = buildMessageView('timeout Timeout failed login Failed  login', {
      highlighter,
      maxCharacters: 99,
    });
    expect(parts.filter(({ isHit }) => isHit).map(({ text }) => text)).toEqual(['Timeout', 'Failed  login']);
  });

  it.each([
    ['word', 'Timeout: no timeouts', 'timeout', ['Timeout']],
    ['several words', 'login failed for admin', 'failed admin', ['failed', 'admin']],
    ['host name', 'host fra-sw-12, fra-sw-120', 'fra-sw-12', ['fra-sw-12']],
    [
      'phrase',
      'authentication   failed; failed authentication',
      '"authentication failed"',
      ['authentication   failed'],
    ],
    ['part', 'GigabitEthernet0/1', '*ethernet*', ['Ethernet']],
    ['end of a word', 'reconnected, connect', '*connected', ['connected']],
    ['start of a word', 'reconnect connected', 'connect*', ['connect']],
    ['backslash', 'C:\m done', '"c:\m done"', ['C:\m done']],
    ['punctuation is text in a part', 'a.c abc', '*a.c*', ['a.c']],
    ['regular expression', 'error 42', '/\\d+/', []],
    ['nothing but stars', 'text', '*', []],
    ['open quote', 'say "hello', '"hello', ['hello']],
    ['no query', 'text', '', []],
  ])('%s', (_, message, query, expected) => {
    expect(hits(message, query)).toEqual(expected);
  });

  it('spans colours', () => {
    expect(hits(`auth${ESC}[31mentication fai${ESC}[0mled`, '"authentication failed"').join('')).toBe(
      'authentication failed',
    );
  });
});

describe('buildMessageView', () => {
  it('shows invisible characters as marks', () => {
    const { parts } = buildMessageView('a\u202Eb\u0000c\u200B', { highlighter: null, maxCharacters: 100 });
    expect(parts.filter((part) => part.isMark).map((part) => part.text)).toEqual(['U+202E', '␀', 'U+200B']);
  });

  it.each<[string, string, MessageForm, string]>([
    ['a Windows line end', 'one\r\ntwo\r\n', 'shown', 'one\ntwo\n'],
    ['a Windows line end', 'one\r\ntwo\r\n', 'row', 'one ⏎ two'],
    ['a Windows line end', 'one\r\ntwo', 'raw', 'one[␍]\ntwo'],
    ['a line end at the end', 'done\r', 'row', 'done'],
    ['a progress bar', ` 10%\r ${ESC}[32m50%\r100%${ESC}[0m`, 'row', '100%'],
    ['a progress bar', ` 10%\r100%`, 'raw', ' 10%[␍]100%'],
    ['a pager', `one\n --More-- ${'\b'.repeat(10)}${' '.repeat(10)}${'\b'.repeat(10)}two`, 'row', 'one ⏎ two'],
    ['colours', `${ESC}[31mred`, 'raw', '[␛][31mred'],
    ['a progress bar of which only the end is left', `${'working\r'.repeat(2000)}finished`, 'row', 'finished'],
  ])('shows %s %j as %s', (_what, message, form, shown) => {
    const { parts, hiddenCount } = buildMessageView(message, { highlighter: null, maxCharacters: 100, form });
    expect(parts.map(({ text, isMark }) => (isMark ? `[${text}]` : text)).join('')).toBe(shown);
    expect(hiddenCount).toBe(0);
  });

  it('marks hits in what is shown, and keeps its colours', () => {
    const message = `loading\r${ESC}[31mER${ESC}[1mROR${ESC}[0m: full`;
    const { parts } = buildMessageView(message, { highlighter: buildHighlighter('error'), maxCharacters: 100 });
    expect(parts.map(({ text, isHit, style }) => [text, isHit, style.color])).toEqual([
      ['ER', true, 'red'],
      ['ROR', true, 'red'],
      [': full', false, null],
    ]);
  });

  it('says how much it left out', () => {
    const view = buildMessageView('x'.repeat(5000), { highlighter: null, maxCharacters: 10 });
    expect(view.parts.map((part) => part.text).join('')).toBe('x'.repeat(10));
    expect(view.hiddenCount).toBe(4990);
  });

  it('shows every visible character once, in order', () => {
    fc.assert(
      fc.property(fc.array(fc.constantFrom('error', ' ', `${ESC}[31m`, `${ESC}[0m`, 'é', '😀', '"', '*')), (pieces) => {
        const message = pieces.join('');
        const { parts } = buildMessageView(message, {
          highlighter: buildHighlighter('error é'),
          maxCharacters: 10_000,
        });
        expect(parts.map((part) => part.text).join('')).toBe(stripAnsi(message));
      }),
    );
  });
});
