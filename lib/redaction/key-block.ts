const KIND = '[A-Z0-9 ]{0,40}(?:PRIVATE KEY|STATIC KEY V[0-9])[A-Z0-9 ]{0,20}';
const BEGIN = `-{4,5} ?BEGIN ${KIND} ?-{4,5}|Private-Lines: ?[0-9]{1,3}`;

/** First lines of private keys: PEM (RFC 7468), OpenSSH, PGP (RFC 9580), SSH2 (RFC 4716), PuTTY, OpenVPN's static key. */
export const keyBegin = (flags: string): RegExp => new RegExp(BEGIN, `i${flags}`);
export const keyEnd = (flags: string): RegExp => new RegExp(`-{4,5} ?END ${KIND}|Private-MAC:`, `i${flags}`);

const BODY = /^[\s>|"',+]{0,40}([A-Za-z0-9+/=]{1,200})(?:\\{1,8}[rn]|["',\s\\]){0,16}$/;
const HEADER = /^[\s>|"',+]{0,40}(?:Proc-Type|DEK-Info|Version|Comment|Hash|Charset):/i;
const LONG_TAIL = /(?:^|[\s"'|>:])([A-Za-z0-9+/=]{40,200})(?:\\{1,8}[rn]|["',\s\\]){0,16}$/;

/** What a line is to an open key: its body (and where in the line), a header or blank line between, or no part of it. */
export type KeyLine = { kind: 'body'; start: number; end: number } | { kind: 'filler' } | { kind: 'other' };

/** `isStrict`: only a line that can hardly be anything else, behind a prefix or not. */
export function classifyKeyLine(line: string, isStrict: boolean): KeyLine {
  if (line.trim() === '' || HEADER.test(line)) return { kind: 'filler' };
  const match = (isStrict ? null : BODY.exec(line)) ?? LONG_TAIL.exec(line.slice(0, 1000));
  const body = match?.[1];
  if (match === null || body === undefined) return { kind: 'other' };
  const start = match.index + match[0].indexOf(body);
  return { kind: 'body', start, end: start + body.length };
}
