import { parseLevelWord } from './parse-level';
import { setField } from './record-keys';

const FIRST_KEY = /^[A-Za-z_@][\w.@/-]{0,80}=/;
/** A key with its value: in double quotes (Go), in single ones (Python's repr), or up to the next blank. */
const PAIR =
  /([A-Za-z_@][\w.@/-]{0,80})=(?:"([^"\\]*(?:\\.[^"\\]*)*)"|'([^'\\]*(?:\\.[^'\\]*)*)'|([^\s"'][^\s"]*|))(?: +|$)/sy;

/** Most pairs of a line: one with more is data, not a record, and renaming repeated keys would take quadratic time. */
const MAX_PAIRS = 200;

const LEVEL_KEYS = ['level', 'lvl', 'severity', 'loglevel', 'log_level', 'levelname'];
const TIME_KEYS = ['time', 'ts', 't', 'timestamp', '@timestamp', 'date'];
const MESSAGE_KEYS = ['msg', 'message', 'event'];

/**
 * The record of a line that is logfmt from end to end and says its level, or its time and message; null for any other.
 * Devices print pairs as well (`ttl=64 time=0.3`), and prose may have one. Without a message of its own the line is it.
 */
export function parseLogfmt(line: string): Record<string, unknown> | null {
  if (!FIRST_KEY.test(line)) return null;
  const record: Record<string, unknown> = {};
  const count = readPairs(line, record);
  if (count < 2) return null;
  const has = (keys: readonly string[]) => keys.some((key) => key in record);
  const hasMessage = has(MESSAGE_KEYS);
  const hasLevel = LEVEL_KEYS.some((key) => key in record && parseLevelWord(String(record[key])) !== null);
  if (!hasLevel && !(has(TIME_KEYS) && hasMessage)) return null;
  if ('t' in record && !TIME_KEYS.some((key) => key !== 't' && key in record)) {
    record.timestamp = record.t;
    delete record.t;
  }
  return hasMessage ? record : { message: line, ...record };
}

/** Number of pairs; 0 when the line has anything else in it. */
function readPairs(line: string, record: Record<string, unknown>): number {
  const text = line.trimEnd();
  let count = 0;
  for (let at = 0; at < text.length; count += 1) {
    PAIR.lastIndex = at;
    const match = PAIR.exec(text);
    if (!match || count === MAX_PAIRS) return 0;
    const [whole, key = '', double, single, bare = ''] = match;
    const quoted = double ?? single;
    setField(record, key, quoted === undefined ? bare : unescape(quoted));
    at += whole.length;
  }
  return count;
}

const ESCAPES: Record<string, string> = { n: '\n', t: '\t', r: '\r', '"': '"', "'": "'", '\\': '\\' };
const unescape = (text: string): string =>
  text.includes('\\') ? text.replace(/\\(.)/gs, (whole, one: string) => ESCAPES[one] ?? whole) : text;
