import { continuedValue, DEVICE_PROMPT, opensName, tailOf } from './continuation';
import { markerEnd } from './marker';
import { isNoValue } from './plain-value';
import { readArgument } from './read-value';
import { CLOSED, strayed, type LineReading, type OpenOf, type OpenSecret, type Relation } from './open-secret';

const WORDS =
  'pass ?(?:word|wd|phrase|code)|passw[oö]rt|kennwort|mot de passe|contrase(?:ñ|n)a|wachtwoord|senha|secret|pin|otp|(?:verification|token|security|access|one-time) code|community(?: string)?';
/** A prompt: the word, what it is for, and a sign that something is to be typed. */
const PROMPT = new RegExp(
  String.raw`(?:^|[^\w-])(?:${WORDS})s?(?:[ \t]+(?:for|of|to|again|on)\b[^:\n]{0,100}|[ \t]*\([^)\n]{0,60}\)|[ \t]*\[[^\]\n]{0,60}\])?[ \t]*[:>?]$`,
  'i',
);
/** A pattern that a program waits for: `"*assword:"`. */
const EXPECTED = /^expect: (?:does|set|timed)?.{0,200}assw?(?:ord|hrase)\S{0,4}[: ]/i;
/** A message about a password is no prompt for one, and one of a failure names no value. */
const FAILURE = /\b(?:fail(?:ed|ure)?|error|could not|cannot|can't|unable|invalid|wrong|missing|warning|denied)\b/i;
const ABOUT =
  /\b(?:policy|expired?|history|requirements?|deprecated|changed|updated|encrypted|retriev\w+|load\w+|stor\w+)\b/i;
const CLOSERS = /[)"'\]}\s\\]{1,12}$/;

/** Own lines between a prompt and the line that shows what was sent: echoes, time stamps, what was read. */
const MAX_STRAYS = 6;

/** Whether a value is asked for, or named, at the line's end. */
export function opensValue(line: string): OpenSecret | null {
  const tail = tailOf(line);
  const shown = tail.replace(CLOSERS, '');
  const isAsked = /[:>?]$/.test(shown) && PROMPT.test(shown) && !ABOUT.test(shown);
  if (isAsked && FAILURE.test(shown)) return null;
  if (isAsked || EXPECTED.test(line)) {
    return { kind: 'value', rule: 'password', form: 'answer', strays: 0 };
  }
  const name = opensName(tail);
  if (name === null || (name.form === 'line' && FAILURE.test(tail))) return null;
  return { kind: 'value', ...name, strays: 0 };
}

/** A program says what it sends: `write_channel: b'…\n'`, `send: sending "…\r" to { exp4 }`, `>> …`. */
const CARRIER =
  /(?:^|[\s[(,:])(?:(?:send(?:ing|line|_keys)?|sent|write(?:_channel|_line|ln)?|writing|wrote|typed|typing|typing in|input|stdin|tx|answer(?:ed|ing)?|respon(?:se|ded|ding)|reply|replied|out)\b|>{2,3}(?=[ \t])|<{2,3}(?=[ \t])|^>(?=[ \t]))(?:[ \t]*[:=(]{1,2}|[ \t]+(?:to|line|text|data|bytes|string|sending|with|password|passphrase)\b){0,4}[ \t]*/i;
const LINE_END = /(?:\\{1,8}[rn])+$/;
/** What a program has read, when that is nothing yet. */
const READING =
  /^(?:.{0,120}[\s[(])?(?:read(?:_channel)?|recv|received|rx|expect)\b[^"'\w]{0,8}(?:b?["'](?:\\[rn]|\s)*["'])?\s*$/i;

/** A line behind a prompt or a name: its value, wherever it stands there, or no part of it. */
export function readValueLine(open: OpenOf<'value'>, line: string, relation: Relation): LineReading {
  if (relation === 'foreign') return { found: [], next: open };
  if (open.form === 'answer') {
    if (line.trim() === '' || READING.test(line)) return { found: [], next: open };
    const sent = sentValue(line);
    if (sent !== null) return { ...CLOSED, found: [{ ...sent, rule: open.rule }] };
    if (DEVICE_PROMPT.test(line.trim())) return relation === 'own' ? CLOSED : { found: [], next: open };
  }
  if (/^[\s.:_=-]*$/.test(line)) return { found: [], next: open };
  if (markerEnd(line, line.search(/\S/)) >= 0) return CLOSED;
  const company = open.form !== 'argument' ? 'none' : relation === 'own' ? 'any' : 'command';
  const range = open.strays === 0 ? continuedValue(line, company) : null;
  if (range !== null) return { ...CLOSED, found: [{ ...range, rule: open.rule }] };
  return strayed(open, relation, open.form === 'answer' ? MAX_STRAYS : 0);
}

function sentValue(line: string): { start: number; end: number } | null {
  const match = CARRIER.exec(line.slice(0, 300));
  if (match === null) return null;
  const at = match.index + match[0].length;
  const range = readArgument(line, at);
  const isQuoted = range.start > at;
  const text = line.slice(range.start, Math.min(range.end, range.start + 300));
  const end = range.end - (LINE_END.exec(text)?.[0].length ?? 0);
  const value = line.slice(range.start, end);
  if (isNoValue(value) || markerEnd(line, range.start) >= 0) return null;
  const isAlone = line.slice(range.end).trim().length === 0;
  return isQuoted || isAlone ? { start: range.start, end } : null;
}
