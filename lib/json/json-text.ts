import { JsonFault } from './json-fault';

/** A shorter text is looked at character by character: four calls of the engine cost more. */
const SHORT = 256;
/** Characters of a text with escapes that are parsed at once. */
const PIECE_LENGTH = 64 * 1024;

const QUOTE = 34;
const BACKSLASH = 92;
const LINE_FEED = 10;
const RETURN = 13;

export type TextEnd = {
  /** Of the closing quote; where the text breaks off when it has none: a line end, or the end of all. */
  at: number;
  isClosed: boolean;
  hasEscapes: boolean;
};

/**
 * Where the JSON text ends whose quote is at `start`. Behind each stretch without a quote the engine searches for one, in a fiftieth
 * of the time of a look at each of 20 million characters, which would hold the server.
 */
export function findTextEnd(text: string, start: number): TextEnd {
  let hasEscapes = false;
  for (let at = start + 1; ;) {
    for (const limit = Math.min(text.length, at + SHORT); at < limit; at += 1) {
      const code = text.charCodeAt(at);
      if (code === QUOTE) return { at, isClosed: true, hasEscapes };
      if (code === LINE_FEED || code === RETURN) return { at, isClosed: false, hasEscapes };
      if (code !== BACKSLASH) continue;
      hasEscapes = true;
      at += 1;
    }
    const quote = text.indexOf('"', at);
    const stretch = text.slice(at, quote === -1 ? text.length : quote);
    const lineEnd = firstOf(stretch.indexOf('\n'), stretch.indexOf('\r'));
    hasEscapes ||= stretch.includes('\\');
    if (lineEnd !== -1) return { at: at + lineEnd, isClosed: false, hasEscapes };
    if (quote === -1) return { at: text.length, isClosed: false, hasEscapes };
    if (!isEscaped(text, at, quote)) return { at: quote, isClosed: true, hasEscapes };
    at = quote + 1;
  }
}

const firstOf = (a: number, b: number): number => (a === -1 || b === -1 ? Math.max(a, b) : Math.min(a, b));

/** Whether an odd number of backslashes stands before `end`, none of them before `start`. */
function isEscaped(text: string, start: number, end: number): boolean {
  let at = end;
  while (at > start && text.charCodeAt(at - 1) === BACKSLASH) at -= 1;
  return (end - at) % 2 === 1;
}

/**
 * The text between the quotes at `start` and `end`, its escapes resolved; control characters stay as they are. Throws
 * JsonFault.
 */
export function unescapeText(text: string, start: number, end: number): string {
  let resolved = '';
  for (let at = start + 1; at < end;) {
    const pieceEnd = endOfPiece(text, at, end);
    const piece = text.slice(at, pieceEnd);
    resolved += piece.includes('\\') ? unescapePiece(piece, at) : piece;
    at = pieceEnd;
  }
  return resolved;
}

function unescapePiece(piece: string, start: number): string {
  try {
    return JSON.parse(`"${escapeControls(piece)}"`) as string;
  } catch {
    const bad = /\\(?!["\\/bfnrt]|u[\dA-Fa-f]{4})|\\./g;
    for (let match = bad.exec(piece); match; match = bad.exec(piece)) {
      if (match[0].length === 1) throw new JsonFault(start + match.index, 'a known escape behind \\');
    }
    throw new JsonFault(start - 1, 'a text in double quotes');
  }
}

const CONTROL = /[\u0000-\u001f]/;

/** All of one character at a time: a function called for each of them takes twenty times as long. */
function escapeControls(piece: string): string {
  let escaped = piece;
  for (let char = CONTROL.exec(escaped)?.[0]; char !== undefined; char = CONTROL.exec(escaped)?.[0]) {
    escaped = escaped.replaceAll(char, `\\u${char.charCodeAt(0).toString(16).padStart(4, '0')}`);
  }
  return escaped;
}

/** Pieces end before an escape, never in one. */
function endOfPiece(text: string, start: number, end: number): number {
  const limit = start + PIECE_LENGTH;
  if (limit >= end) return end;
  for (let at = limit; at > limit - ESCAPE_LENGTH; at -= 1) if (isEscapeStart(text, start, at)) return at;
  return limit;
}

const ESCAPE_LENGTH = '\\u0000'.length;

const isEscapeStart = (text: string, start: number, at: number): boolean =>
  text.charCodeAt(at) === BACKSLASH && !isEscaped(text, start, at);
