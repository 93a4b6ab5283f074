import { holdsMarker } from './marker';
import { CLOSED, counted, strayed, type LineReading, type OpenOf, type OpenSecret, type Relation } from './open-secret';

const KIND = '[A-Z0-9 ]{0,40}(?:PRIVATE KEY|STATIC KEY V[0-9])[A-Z0-9 ]{0,20}';
const BEGIN = `-{4,5} ?BEGIN ${KIND} ?-{4,5}|Private-Lines: ?[0-9]{1,3}`;
/** Ansible's, whose body is hexadecimal and has no last line of its own. */
const VAULT = /^\W{0,20}\$ANSIBLE_VAULT;[\w.;-]{1,80}\W{0,8}$/;

/** First lines of private keys: PEM (RFC 7468), OpenSSH, PGP (RFC 9580), SSH2 (RFC 4716), PuTTY, OpenVPN's static key. */
export const keyBegin = (flags: string): RegExp => new RegExp(BEGIN, `i${flags}`);
export const keyEnd = (flags: string): RegExp => new RegExp(`-{4,5} ?END ${KIND}|Private-MAC:`, `i${flags}`);

const ANY_BEGIN = keyBegin('g');
const ANY_END = keyEnd('');
const MAY_BEGIN = /BEGIN |Private-Lines/i;

/** Most lines of a private key; after them a missing END line is not awaited any longer. */
const MAX_KEY_LINES = 400;
/** Most consecutive own lines that are no part of the key: devices repeat prompts and commands between its lines. */
const MAX_STRAYS = 12;

/** OpenVPN's, whose body is hexadecimal. */
export const isStaticKey = (firstLine: string): boolean => /static key/i.test(firstLine);

/** Whether a key begins in the line and does not end in it. */
export function opensKey(line: string): OpenSecret | null {
  if (line.includes('$') && VAULT.test(line)) return { kind: 'key', isHex: true, left: MAX_KEY_LINES, strays: 0 };
  if (!MAY_BEGIN.test(line)) return null;
  const begin = [...line.matchAll(ANY_BEGIN)].at(-1);
  if (begin === undefined || ANY_END.test(line.slice(begin.index))) return null;
  const lines = /Private-Lines: ?(\d+)/i.exec(begin[0])?.[1];
  return {
    kind: 'key',
    isHex: isStaticKey(begin[0]),
    left: lines === undefined ? MAX_KEY_LINES : Number(lines) + MAX_STRAYS,
    strays: 0,
  };
}

export function readKeyLine(open: OpenOf<'key'>, line: string, relation: Relation): LineReading {
  // A last line has a dash, and so has the first one of something else.
  const mayEnd = relation !== 'foreign' && line.includes('-');
  const end = mayEnd ? line.search(ANY_END) : -1;
  const part = classifyKeyLine(end < 0 ? line : line.slice(0, end), { isHex: open.isHex, relation });
  const found = part.kind === 'body' ? [{ start: part.start, end: part.end, rule: 'private-key' }] : [];
  if (end >= 0) return { found, next: null };
  if (mayEnd && relation === 'own' && OTHER_BEGIN.test(line)) return CLOSED;
  if (part.kind === 'other') return strayed(open, relation, MAX_STRAYS);
  if (relation === 'foreign') return { found, next: open };
  return open.left <= 1 ? { ...CLOSED, found } : { found, next: counted(open, { left: open.left - 1, strays: 0 }) };
}

/** Something else in armour begins, as a certificate. */
const OTHER_BEGIN = /-{4,5} ?BEGIN [A-Z0-9 ]{1,40}-{4,5}/;
const HEADER = /^[\s>|"',+]{0,40}(?:Proc-Type|DEK-Info|Version|Comment|Hash|Charset):/i;
/** The last word of the line, with what closes it in lists, byte strings and escaped texts. */
const LAST_WORD = /(?:^|[\s"'|>:#$%=([,\]])([A-Za-z0-9+/]{1,200}={0,2})(?:\\{1,8}[rn]|["',\s\\)\]}]){0,16}$/;
const WHOLE_LINE = /^[\s>|"',+]{0,40}(?:\d{1,4}[:.]?\s{1,8})?(?:b["'])?["']?$/;
/** What stands before a line in a session, a log or a list. */
const PREFIX = /[#>$%:|"'=\])]\s{0,8}(?:\d{1,4}[:.]?\s{1,8})?$/;
const DIGEST =
  /(?:sha-?\d*|md5|checksum|digest|fingerprint|hash|commit|revision|e?tag|crc|id|uuid|serial)["']?\s{0,3}[:=]?\s{0,3}["']?$/i;
const NAME =
  /^(?:[a-z]+|[A-Z]?[a-z]+|[A-Z]+|\d+|(?:[A-Z]?[a-z]+|[A-Z]+|(?:[A-Z][a-z]{2,}){2,3})\d{1,3}(?:\/\d{1,3}){0,3}|[A-Z0-9]{1,15})$/;
const HEX = /^[0-9a-fA-F]+$/;
/** Words this long belong to no language. */
const MIN_RANDOM = 24;
/** From another device, only a whole body line counts. */
const MIN_FOREIGN = 40;

/**
 * The role of a line for an open key: a part of its body (with the range), a header or blank line between, or no part
 * of it.
 */
export type KeyLine = { kind: 'body'; start: number; end: number } | { kind: 'filler' } | { kind: 'other' };
type Expected = { isHex: boolean; relation: Relation };

const OTHER: KeyLine = { kind: 'other' };
const FILLER: KeyLine = { kind: 'filler' };
/** Characters of a line, from its end, in which its last word is looked for. */
const LONGEST = 400;
const isBlank = (line: string): boolean => line.trim() === '';

export function classifyKeyLine(line: string, { isHex, relation }: Expected): KeyLine {
  if (isBlank(line) || (line.includes(':') && HEADER.test(line)) || holdsMarker(line)) return FILLER;
  const match = LAST_WORD.exec(line.length > LONGEST ? line.slice(-LONGEST) : line);
  const word = match?.[1];
  if (match === null || word === undefined) return OTHER;
  const start = Math.max(0, line.length - LONGEST) + match.index + match[0].indexOf(word);
  if (!isBodyWord(word, isHex) || (relation === 'foreign' && word.length < MIN_FOREIGN)) return OTHER;
  const before = line.slice(0, start);
  if (DIGEST.test(before)) return OTHER;
  const isWhole = WHOLE_LINE.test(before);
  return isWhole || (word.length >= 6 && PREFIX.test(before))
    ? { kind: 'body', start, end: start + word.length }
    : OTHER;
}

/** Base64 has all kinds of characters; hexadecimal in such a key is a checksum of something else. */
export function isBodyWord(word: string, isHex: boolean): boolean {
  if (isHex) return HEX.test(word) && word.length >= 16;
  if (word.length >= MIN_RANDOM) return !HEX.test(word);
  return word.endsWith('=') || !NAME.test(word);
}
