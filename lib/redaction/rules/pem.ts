import { classifyKeyLine, isBodyWord, isStaticKey, keyBegin, keyEnd } from '../grammar/key-block';
import { markerEnd } from '../grammar/marker';
import type { CueSite } from '../grammar/cue-site';
import type { Finding, Range } from '../grammar/finding';
import type { Rule } from '../grammar/rule';

/** A key of 16,384 bits has 12,700 characters of body. */
const BODY_LIMIT = 32_768;
const NEXT_EDGE = /-{4,5} ?(?:END|BEGIN) |Private-(?:MAC|Lines):/i;
const BEGIN = keyBegin('y');
const END = keyEnd('y');

/** A private key in one text: from behind its first line to its END line, or as far as its body goes. */
export const pemRule: Rule = { cues: ['-begin ', '- begin ', 'private-lines'], find: findBody };

function findBody({ text, cueStart }: CueSite): Finding | null {
  let begin = cueStart;
  while (cueStart - begin < 5 && text[begin - 1] === '-') begin -= 1;
  BEGIN.lastIndex = begin;
  if (!BEGIN.test(text)) return null;
  const start = skipOpening(text, BEGIN.lastIndex);
  const done = markerEnd(text, start);
  if (done >= 0) return { start, end: done, rule: null };
  const end = bodyEnd(text, start, isStaticKey(text.slice(begin, BEGIN.lastIndex)));
  return end > start ? { start, end: trimEnd(text, start, end), rule: 'private-key' } : null;
}

function bodyEnd(text: string, start: number, isHex: boolean): number {
  const next = text.slice(start, start + BODY_LIMIT).search(NEXT_EDGE);
  END.lastIndex = start + next;
  if (next >= 0 && END.test(text)) return start + next;
  return linesEnd(text, { start, end: next < 0 ? Math.min(text.length, start + BODY_LIMIT) : start + next }, isHex);
}

/** One line of body; its end may be real or escaped. */
const SEGMENT =
  /[ \t>|"',+]{0,40}([A-Za-z0-9+/=]{1,200})(?=["',]{0,3}(?:[ \t]{0,8}[\r\n]|\\{1,8}[rn"']|["'}\]]|$))["',]{0,3}(?:\\{1,8}[rn]|[ \t\r\n]){0,8}/y;

function linesEnd(text: string, { start, end: limit }: Range, isHex: boolean): number {
  let end = start;
  SEGMENT.lastIndex = start;
  while (SEGMENT.lastIndex < limit) {
    const word = SEGMENT.exec(text)?.[1];
    if (word === undefined || !isBodyWord(word, isHex)) break;
    end = SEGMENT.lastIndex;
  }
  return Math.min(end, limit);
}

/** Line ends, real or escaped, and the headers of an armoured key. */
const OPENING =
  /(?:\s|\\{1,8}[rn]){0,16}(?:(?:Proc-Type|DEK-Info|Version|Comment|Hash|Charset):[^\n\\]{0,200}(?:\s|\\{1,8}[rn]){0,16}){0,8}/iy;

function skipOpening(text: string, from: number): number {
  OPENING.lastIndex = from;
  return OPENING.test(text) ? OPENING.lastIndex : from;
}

function trimEnd(text: string, start: number, end: number): number {
  let at = end;
  while (at > start + 1 && /[\s"']/.test(text[at - 1] ?? 'x')) at -= 1;
  const escaped = /(?:\\{1,8}[rn])+$/.exec(text.slice(Math.max(start + 1, at - 40), at))?.[0].length ?? 0;
  return at - escaped;
}

/** The last part of a key whose first line was in an earlier record: body lines up to an END line. */
export const pemTailRule: Rule = { cues: ['-end ', '- end '], find: findTail };
const TAIL_LINES = 200;
const TAIL = { isHex: false, relation: 'own' } as const;

/** No line of a key's body is longer, and a text may have a thousand last lines and no line end. */
const LONGEST_LINE = 400;

/** The last line end before `at`, -1 when none is near; the text's beginning counts as one. */
function lineEndBefore(text: string, at: number): number {
  const from = Math.max(0, at - LONGEST_LINE);
  const found = text.slice(from, at).lastIndexOf('\n');
  return found < 0 ? -1 : from + found;
}

function findTail({ text, cueStart, floor }: CueSite): Finding | null {
  let dashes = cueStart;
  while (cueStart - dashes < 5 && text[dashes - 1] === '-') dashes -= 1;
  END.lastIndex = dashes;
  if (!END.test(text)) return null;
  const end = dashes;
  let start = end;
  let lineEnd = lineEndBefore(text, dashes);
  for (let count = 0; count < TAIL_LINES && lineEnd > floor; count += 1) {
    const lineStart = Math.max(floor, lineEndBefore(text, lineEnd) + 1);
    if (classifyKeyLine(text.slice(lineStart, Math.min(lineEnd, lineStart + 300)), TAIL).kind !== 'body') break;
    start = lineStart;
    lineEnd = lineStart - 1;
  }
  return start < end ? { start, end: trimEnd(text, start, end), rule: 'private-key' } : null;
}
