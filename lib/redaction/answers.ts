import { continuedValue, DEVICE_PROMPT, isLikelyValue } from './continuation';
import { holdsMarker, markerEnd } from './grammar/marker';
import { CLOSED, strayed, type LineReading, type OpenOf, type Relation } from './grammar/open-secret';
import { isLikelyProse, isNoValue, looksSecret } from './grammar/plain-value';
import { isPrompt, PASSPHRASE } from './prompts';
import { readArgument } from './grammar/read-value';
import type { Range } from './grammar/finding';

/** Most own lines between a prompt and the line that shows what was sent: echoes, time stamps, output. */
const MAX_STRAYS = 6;

/** A line behind a prompt or a name: its value, wherever it stands there, or no part of it. */
export function readValueLine(open: OpenOf<'value'>, line: string, relation: Relation): LineReading {
  const goesOn: LineReading = { found: [], next: open };
  if (relation === 'foreign' || RULER.test(line)) return goesOn;
  // A marker means that the awaited value was here.
  if (relation === 'own' && holdsMarker(line)) return CLOSED;
  const range = open.form === 'answer' ? answerAt(open, line) : valueAt(open, line, relation);
  if (range !== null) return { ...CLOSED, found: [{ ...range, rule: open.rule }] };
  if (open.form !== 'answer') return strayed(open, relation, 0);
  const read = readText(line);
  if (read === '' || isPrompt(line)) return goesOn;
  if (DEVICE_PROMPT.test(read)) return relation === 'own' ? CLOSED : goesOn;
  return strayed(open, relation, MAX_STRAYS);
}

/** Nothing, or the text between a label and its value. */
const RULER = /^[\s.:_=-]*$/;

function valueAt(open: OpenOf<'value'>, line: string, relation: Relation): Range | null {
  if (open.form === 'line') return continuedValue(line, 'none');
  return continuedValue(line, relation === 'own' ? 'any' : 'command');
}

function answerAt(open: OpenOf<'value'>, line: string): Range | null {
  const sent = sentValue(line) ?? valueOfField(line);
  if (sent !== null || open.strays > 0) return sent;
  return continuedValue(line, 'none') ?? loggedValue(line) ?? (open.rule === PASSPHRASE ? passphrase(line) : null);
}

/** A program says what it sends: `write_channel: b'…\n'`, `send: sending "…\r" to { exp4 }`, `>> …`. */
const CARRIER =
  /(?:^|[\s[(,:.])(?:(?:(?:exp_)?send(?:ing|line|_text)?|sent|write(?:_channel|_line|ln)?|writing|wrote|typed|typing|input|entered|entering|stdin|tx|answer(?:ed|ing)?|respon(?:se|ded|ding)|reply|replied|out|client|C(?=:))\b|[-=]{0,2}>{1,3}(?=[ \t])|<{2,3}(?=[ \t])|→)(?:[ \t]*[:=(]{1,2}|[ \t]+(?:to|line|text|data|bytes|string|sending|with|password|passphrase|--)(?=\s)){0,4}[ \t]*/i;
const LINE_END = /(?:\\{1,8}[rn])+$/;

function sentValue(line: string): Range | null {
  const match = CARRIER.exec(line.slice(0, 300));
  return match === null ? null : argumentAt(line, match.index + match[0].length, true);
}

/** `{"event": "write", "data": "…\n"}`: the text that a record in JSON is about. */
const FIELD =
  /["'](?:text|data|value|input|line|content|message|msg|answer|payload|bytes|chars|stdin)\\{0,15}["'][ \t]{0,4}[:=][ \t]{0,4}(?=b?\\{0,15}["'])/i;

function valueOfField(line: string): Range | null {
  const match = FIELD.exec(line.slice(0, 600));
  const range = match === null ? null : argumentAt(line, match.index + match[0].length, false);
  return range !== null && isLikelyValue(line.slice(range.start, range.end)) ? range : null;
}

function argumentAt(line: string, at: number, mayBeBare: boolean): Range | null {
  const range = readArgument(line, at);
  const text = line.slice(range.start, Math.min(range.end, range.start + 300));
  const end = range.end - (LINE_END.exec(text)?.[0].length ?? 0);
  if (isNoValue(line.slice(range.start, end)) || markerEnd(line, range.start) >= 0) return null;
  const isQuoted = range.start > at;
  const isAlone = mayBeBare && line.slice(range.end).trim() === '' && !DEVICE_PROMPT.test(line.slice(range.start, end));
  return isQuoted || isAlone ? { start: range.start, end } : null;
}

/** A log's own prefix: a time, a level, a sender in brackets. */
const LOGGED = /^(?=.{0,80}(?:\d\d:\d\d|\b(?:DEBUG|INFO|WARN|NOTICE)))(.{4,160}?[\]:|>-][ \t]+)(\S{4,100})[ \t\r]*$/;

/** Behind a log's prefix, only a value that looks made up counts. */
function loggedValue(line: string): Range | null {
  const match = LOGGED.exec(line);
  const value = match?.[2];
  if (value === undefined || !looksSecret(value) || !isLikelyValue(value)) return null;
  const start = match?.[1]?.length ?? 0;
  return { start, end: start + value.length };
}

/** Four words and more, each short and of small letters, as people choose a passphrase. */
const WORDS = /^[ \t]*((?:[a-z]{3,12} ){3,9}[a-z]{3,12})[ \t\r]*$/;

/** Words that occur in every sentence; no word of a passphrase is one of them. */
function passphrase(line: string): Range | null {
  const words = WORDS.exec(line)?.[1];
  if (words === undefined) return null;
  const isSentence = words.split(' ').some((word) => !isLikelyValue(word) || isLikelyProse(word, ''));
  const start = line.indexOf(words);
  return isSentence ? null : { start, end: start + words.length };
}

/** Output that a program has read, without saying so. */
const READING =
  /^(?:.{0,120}[\s[(.])?(?:read(?:_channel)?|recv|received|rx|expect|output|stdout|S(?=:))\b[^"'\w]{0,8}|^\{.{0,200}"(?:text|data|line|content|message|output)":[ \t]?"|^.{0,80}(?:DEBUG|INFO)\b[^:]{0,40}:[ \t]/;

const readText = (line: string): string =>
  line
    .replace(READING, '')
    .replace(/^b?["']|(?:\\+[rn]|["'}\s])+$/g, '')
    .replace(/^(?:\\+[rn]|\s)+/, '');
