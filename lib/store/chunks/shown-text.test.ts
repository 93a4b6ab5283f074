import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { shownSpans, shownText } from './shown-text';

const ESC = '\u001b';

const SHOWN: readonly [what: string, message: string, shown: string][] = [
  ['plain text', 'link\tup\n  on Gi0/1', 'link\tup\n  on Gi0/1'],
  ['colours', `${ESC}[1;31mERROR${ESC}[0m failed`, 'ERROR failed'],
  ['a title and a link', `${ESC}]0;title\u0007${ESC}]8;;http://x${ESC}\\text${ESC}]8;;${ESC}\\`, 'text'],
  ['a character set and a saved cursor', `${ESC}(B${ESC}7ok${ESC}8`, 'ok'],
  ['line ends of Windows and of a terminal', 'one\r\ntwo\r\r\nthree\r', 'one\ntwo\nthree'],
  ['a progress bar', ' 10%\r 50%\r100%', '100%'],
  ['a longer text under a shorter one', 'downloading\rdone', 'doneloading'],
  ['a line that is erased first', `downloading\r${ESC}[Kdone`, 'done'],
  ['a whole line erased', `downloading${ESC}[2K\rdone`, 'done'],
  ['a pager', 'one\n --More-- \b\b\b\b\b\b\b\b\b\b          \b\b\b\b\b\b\b\b\b\b two', 'one\n two'],
  ['a pager that is wiped out at the end', 'one\n--More--\b\b\b\b\b\b\b\b        ', 'one\n'],
  ['overstrikes', 'N\bNA\bAM\bME\bE _\bx', 'NAME x'],
  ['a typing error', 'shwo\b\bow', 'show'],
  ['more backspaces than text', 'a\b\b\bb', 'b'],
  ['moves of the cursor', `abc${ESC}[2DX${ESC}[10GY`, 'aXc      Y'],
  ['erased and deleted characters', `abcdef${ESC}[1G${ESC}[2X${ESC}[4G${ESC}[1P`, '  cef'],
  ['a mark above a letter that is written over', 'e\u0301\bo', 'o'],
  ['an emoji, one column', '😀\bok', 'ok'],
  ['another line, which stays', `one\n${ESC}[1A${ESC}[2Jtwo`, 'one\ntwo'],
  ['blanks at the end of what is not edited', 'prompt> ', 'prompt> '],
  ['an escape that starts nothing', `a${ESC}`, `a${ESC}`],
];

describe('shownText', () => {
  it.each(SHOWN)('shows %s', (_what, message, shown) => {
    expect(shownText(message)).toBe(shown);
  });

  it('keeps the colours of what is left', () => {
    const spans = shownSpans(`\r${ESC}[31m 50%\r${ESC}[32m100${ESC}[0m`);
    expect(spans.map(({ text, color }) => [text, color])).toEqual([
      ['100', 'green'],
      ['%', 'red'],
    ]);
  });

  const piece = fc.oneof(
    fc.constantFrom(
      '\r',
      '\n',
      '\r\n',
      '\b',
      ESC,
      `${ESC}[31m`,
      `${ESC}[0m`,
      `${ESC}[K`,
      `${ESC}[3D`,
      `${ESC}[2C`,
      ' ',
    ),
    fc.string({ unit: 'grapheme', maxLength: 4 }),
  );
  const hostile = fc.array(piece, { maxLength: 30 }).map((pieces) => pieces.join(''));

  it('is its own text, and that of its spans', () => {
    fc.assert(
      fc.property(hostile, (message) => {
        const text = shownText(message);
        expect(
          shownSpans(message)
            .map((span) => span.text)
            .join(''),
        ).toBe(text);
        expect(text).not.toMatch(/[\b\r]/);
      }),
    );
  });

  it('shows a text of one line without moves as it is', () => {
    fc.assert(
      fc.property(fc.stringMatching(/^[ -~\t\n]*$/), (text) => {
        expect(shownText(text)).toBe(text);
      }),
    );
  });

  it('makes no large text of a few bytes', () => {
    expect(shownText(`${ESC}[999999999Cx\n`.repeat(1000)).length).toBeLessThan(20_000);
  });

  it('stops erasing what is erased without end', () => {
    const long = 'x'.repeat(100_000);
    expect(shownText(`${long}${`\r${ESC}[2K`.repeat(5)}done`)).toBe('done');
    expect(shownText(`${long}\r${`${ESC}[2K`.repeat(50_000)}done`)).toBe('done');
    expect(shownText(`${long}\r${`${ESC}[P`.repeat(50_000)}`)).toBe(long.slice(10));
  });
});
