import { classifyKeyLine, keyBegin, keyEnd } from '../key-block';
import { markerEnd } from '../marker';
import type { Place } from '../place';
import type { Finding, Rule } from '../rule';

/** A key of 16,384 bits has 12,700 characters of body. */
const BODY_LIMIT = 32_768;
const NEXT_EDGE = /-{4,5} ?(?:END|BEGIN) |Private-MAC:/i;
const BEGIN = keyBegin('y');
const END = keyEnd('y');
const END_ANYWHERE = keyEnd('');

/** A private key in one text: from behind its first line to its END line, or as far as its body goes. */
export const pemRule: Rule = { cues: ['-begin ', '- begin ', 'private-lines'], find: findBody };

function findBody({ text, cueStart }: Place): Finding | null {
  let begin = cueStart;
  while (cueStart - begin < 5 && text[begin - 1] === '-') begin -= 1;
  BEGIN.lastIndex = begin;
  if (!BEGIN.test(text)) return null;
  const start = skipSpace(text, BEGIN.lastIndex);
  const done = markerEnd(text, start);
  if (done >= 0) return { start, end: done, rule: null };
  const end = bodyEnd(text, start);
  return end > start ? { start, end: trimEnd(text, start, end), rule: 'private-key' } : null;
}

function bodyEnd(text: string, start: number): number {
  const next = text.slice(start, start + BODY_LIMIT).search(NEXT_EDGE);
  if (next >= 0 && END_ANYWHERE.test(text.slice(start + next, start + next + 100))) return start + next;
  return linesEnd(text, start, next < 0 ? Math.min(text.length, start + BODY_LIMIT) : start + next);
}

/** As far as whole lines look like body. A key whose line ends are escaped is one such line. */
function linesEnd(text: string, start: number, limit: number): number {
  let end = start;
  let at = start;
  while (at < limit) {
    const found = text.indexOf('\n', at);
    const lineEnd = found < 0 || found > limit ? limit : found;
    const line = text.slice(at, lineEnd);
    const isBody = /^[\sA-Za-z0-9+/=\\>|"',]*$/.test(line) && !/[A-Za-z] +[A-Za-z]/.test(line);
    if (!isBody && classifyKeyLine(line, true).kind === 'other') break;
    if (line.trim() !== '') end = lineEnd;
    at = lineEnd + 1;
  }
  return end;
}

function skipSpace(text: string, from: number): number {
  const found = text.slice(from, from + 64).search(/[^\s]/);
  return found < 0 ? Math.min(text.length, from + 64) : from + found;
}

function trimEnd(text: string, start: number, end: number): number {
  let at = end;
  while (at > start + 1 && /[\s"']/.test(text[at - 1] ?? 'x')) at -= 1;
  return at;
}

/** The last part of a key whose first line was in an earlier record: body lines up to an END line. */
export const pemTailRule: Rule = { cues: ['-end ', '- end '], find: findTail };
const TAIL_LINES = 200;

function findTail({ text, cueStart, floor }: Place): Finding | null {
  let dashes = cueStart;
  while (cueStart - dashes < 5 && text[dashes - 1] === '-') dashes -= 1;
  END.lastIndex = dashes;
  if (!END.test(text)) return null;
  const end = dashes;
  let start = end;
  let lineEnd = text.lastIndexOf('\n', dashes - 1);
  for (let count = 0; count < TAIL_LINES && lineEnd > floor; count += 1) {
    const lineStart = Math.max(floor, text.lastIndexOf('\n', lineEnd - 1) + 1);
    if (classifyKeyLine(text.slice(lineStart, Math.min(lineEnd, lineStart + 300)), false).kind !== 'body') break;
    start = lineStart;
    lineEnd = lineStart - 1;
  }
  return start < end ? { start, end: trimEnd(text, start, end), rule: 'private-key' } : null;
}
