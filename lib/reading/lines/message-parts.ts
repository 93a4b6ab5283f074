import type { AnsiSpan } from '@/lib/store/chunks/ansi';
import { findRanges, type TextRange } from './highlight';
import { markInvisible } from '@/lib/format/invisible';
import { PLAIN_STYLE, type AnsiStyle } from '@/lib/store/chunks/sgr';
import { shownSpans } from '@/lib/store/chunks/shown-text';

export type MessagePart = { text: string; style: AnsiStyle; isHit: boolean; isMark: boolean };
export type MessageView = {
  parts: MessagePart[];
  /** Characters left out at the end; 0 when all is shown. */
  hiddenCount: number;
};

/** Enough for the widest row; what is longer is read in the detail. */
export const ROW_CHARACTERS = 2000;

/** `shown`: as a terminal would; `row`: the same on one line; `raw`: each character that was sent, or its mark. */
export type MessageForm = 'shown' | 'row' | 'raw';

type ViewOptions = { highlighter: RegExp | null; maxCharacters: number; form?: MessageForm };

/** A message ready to be shown: colours, hits and marks, cut to `maxCharacters` after control sequences are gone. */
export function buildMessageView(
  message: string,
  { highlighter, maxCharacters, form = 'shown' }: ViewOptions,
): MessageView {
  const head = WRITES_OVER.test(message) ? message : message.slice(0, maxCharacters * 4);
  const spans = spansOf(head, form);
  const text = spans.map((span) => span.text).join('');
  const ranges = findRanges(text.slice(0, maxCharacters), highlighter);
  const parts: MessagePart[] = [];
  let offset = 0;
  for (const span of spans) {
    const shown = { ...span, text: span.text.slice(0, Math.max(0, maxCharacters - offset)) };
    parts.push(...splitSpan(shown, offset, ranges));
    offset += span.text.length;
  }
  return { parts, hiddenCount: message.length - head.length + Math.max(0, text.length - maxCharacters) };
}

/**
 * A message that overwrites itself has to be played back from its start. Of other messages only a few times the wanted
 * length is read, since control sequences take room too: a huge message then costs no more than a long one.
 */
const WRITES_OVER = /[\b\r]/;

/** The sign for a line break of a message in a row. */
const ROW_BREAK = ' ⏎ ';

function spansOf(text: string, form: MessageForm): AnsiSpan[] {
  if (form === 'raw') return [{ ...PLAIN_STYLE, text }];
  const spans = shownSpans(form === 'row' ? text.replace(/(?<![\r\n])[\r\n]+$/, '') : text);
  return form === 'row' ? spans.map((span) => ({ ...span, text: span.text.replaceAll('\n', ROW_BREAK) })) : spans;
}

function splitSpan({ text, ...style }: AnsiSpan, offset: number, ranges: TextRange[]): MessagePart[] {
  const parts: MessagePart[] = [];
  let at = 0;
  const push = (end: number, isHit: boolean) => {
    for (const part of markInvisible(text.slice(at, end))) parts.push({ ...part, style, isHit });
    at = Math.max(at, end);
  };
  for (const { start, end } of ranges) {
    if (end <= offset || start >= offset + text.length) continue;
    push(Math.max(0, start - offset), false);
    push(Math.min(text.length, end - offset), true);
  }
  push(text.length, false);
  return parts;
}
