import { parseAnsi, stripAnsi, type AnsiSpan } from './ansi';
import { findRanges, type TextRange } from './highlight';
import { markInvisible } from '@/lib/format/invisible';
import type { AnsiStyle } from './sgr';

export type MessagePart = { text: string; style: AnsiStyle; isHit: boolean; isMark: boolean };
export type MessageView = {
  parts: MessagePart[];
  /** Characters left out at the end; 0 when all is shown. */
  hiddenCount: number;
};

/** Enough for the widest row; what is longer is read in the detail. */
export const ROW_CHARACTERS = 2000;

/** A message ready to be shown: colours, hits and marks, cut to `maxCharacters` after control sequences are gone. */
export function buildMessageView(
  message: string,
  { highlighter, maxCharacters }: { highlighter: RegExp | null; maxCharacters: number },
): MessageView {
  // Sequences take room too: read some times the wanted length, so that a huge message costs no more than a long one.
  const head = message.slice(0, maxCharacters * 4);
  const text = stripAnsi(head).slice(0, maxCharacters);
  const ranges = findRanges(text, highlighter);
  const parts: MessagePart[] = [];
  let offset = 0;
  for (const span of parseAnsi(head)) {
    const shown = { ...span, text: span.text.slice(0, Math.max(0, maxCharacters - offset)) };
    parts.push(...splitSpan(shown, offset, ranges));
    offset += span.text.length;
  }
  return { parts, hiddenCount: message.length - head.length + Math.max(0, offset - maxCharacters) };
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
