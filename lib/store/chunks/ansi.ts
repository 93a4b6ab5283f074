import { applySgr, PLAIN_STYLE, type AnsiStyle } from './sgr';

export type AnsiSpan = AnsiStyle & { text: string };

/** Characters that start a control sequence: ESC, and CSI as one character. */
const STARTS = '\u001b\u009b';

/**
 * Control sequences (ECMA-48, section 5): strings up to their terminator, CSI with its parameters, other escapes. A
 * string without a terminator is no match, or it would hide the rest of the line. No branch runs past the next escape,
 * so the time is linear in the text.
 */
export const CONTROL_SEQUENCE = new RegExp(
  [
    '\\u001b[\\]PX^_][^\\u0007\\u001b]*(?:\\u0007|\\u001b\\\\)',
    '(?:\\u001b\\[|\\u009b)[0-?]*[ -/]*[@-~]',
    '\\u001b[ -/]+[0-~]',
    '\\u001b[0-OQ-WYZ\\\\`-~]',
  ].join('|'),
  'g',
);

export const COLOR_SEQUENCE = new RegExp('^(?:\\u001b\\[|\\u009b)([0-9;]*)m$');

const hasControlSequence = (text: string): boolean => [...STARTS].some((start) => text.includes(start));

/** The text without control sequences. An escape character that starts none stays, to be shown as a mark. */
export const stripAnsi = (text: string): string =>
  hasControlSequence(text) ? text.replace(CONTROL_SEQUENCE, '') : text;

/** Splits text at its colour codes and drops other control sequences; the texts joined are `stripAnsi(text)`. */
export function parseAnsi(text: string): AnsiSpan[] {
  if (!hasControlSequence(text)) return [{ ...PLAIN_STYLE, text }];
  const spans: AnsiSpan[] = [];
  let style = PLAIN_STYLE;
  let start = 0;
  for (const match of text.matchAll(CONTROL_SEQUENCE)) {
    pushSpan(spans, style, text.slice(start, match.index));
    start = match.index + match[0].length;
    const parameters = COLOR_SEQUENCE.exec(match[0])?.[1];
    if (parameters !== undefined) style = applySgr(style, parameters);
  }
  pushSpan(spans, style, text.slice(start));
  return spans;
}

function pushSpan(spans: AnsiSpan[], style: AnsiStyle, text: string): void {
  if (text !== '') spans.push({ ...style, text });
}
