import { LEVEL_NUMBER } from '@/lib/store/chunks/level';
import {
  bareLevel,
  nodeLevel,
  otlpLevel,
  parseLevelWord,
  pythonLevel,
  syslogLevel,
  type ReadLevel,
} from './parse-level';
import { candidatesOf, scalarText, takeField, type SlotCandidate } from './record-candidates';
import { isAnsible, isGelf, isKubernetes, isMonolog, isNode, isSyslog } from './record-family';
import { SLOT, setField, type SortedRecord } from './record-keys';
import type { Adjustment } from './schema';

type Fields = Record<string, unknown>;

/** Keys whose numbers mean the same in every record. */
const FAMILY_KEYS = new Set([
  ...['levelno', 'record.level.no', 'level.no', 'severityNumber', 'severity_number', 'PRIORITY', 'syslogseverity'],
  ...['syslog_severity', 'syslog_severity_code', 'pri', 'prival', 'severityLevel', 'LogLevel'],
]);

/** Keys with other meanings as well: only a plain level of this family counts, and they stay in the fields. */
const WEAK_KEYS = new Set(['status', 'type', 'event', 'priority', 'Priority', 'pri-text', 'event.severity']);
const SEVERITY_WORD =
  /^(?:emerg|emergency|panic|alert|crit|critical|fatal|err|error|warn|warning|notice|info|informational|information|debug|trace)$/i;

/**
 * The level of a record whose level is not simply one of the five words: by all its keys that speak of a level, best name
 * first, numbers by the family that the other keys show. A word that is not one of the five is kept as `level_name`; what
 * cannot be read stays under its own name. Null when the record says nothing of a level.
 */
export function readLevel(record: Fields, sorted: SortedRecord): { level: number | null; adjusted: Adjustment | null } {
  const candidates = orderedCandidates(record);
  const own = candidates.find(({ value }) => value === sorted.slots[SLOT.level]);
  const severity = candidates.find(({ value }) => value === sorted.slots[SLOT.severityNumber]);
  for (const candidate of candidates) {
    const read = readOne(record, candidate);
    if (!read || (isBareNumber(record, candidate) && hasWord(candidates))) continue;
    keepOthers(sorted.fields, [own, severity], candidate);
    keepName(sorted.fields, candidate, nameOf(candidates, candidate, read));
    return { level: read.level, adjusted: null };
  }
  const unread = candidates.find(({ key, value }) => !WEAK_KEYS.has(key) && !isUnspecified(key, value));
  keepOthers(sorted.fields, [own, severity], null);
  return { level: null, adjusted: unread ? { field: unread.key, code: 'unknown_level' } : null };
}

/** A number under a name that any family uses, in a record of no known family: a word is more exact. */
function isBareNumber(record: Fields, { key, value }: SlotCandidate): boolean {
  const number = parseNumber(value);
  if (number === null || number >= 100 || isNode(record) || FAMILY_KEYS.has(key)) return false;
  return !(number <= 7 && (isGelf(record) || isSyslog(record)));
}

const hasWord = (candidates: readonly SlotCandidate[]): boolean =>
  candidates.some(
    ({ key, value }) =>
      !WEAK_KEYS.has(key) && typeof value === 'string' && parseNumber(value) === null && parseLevelWord(value) !== null,
  );

/** Python's number is the level and its name may be anything; OTLP's number is the level and its text what the source called it. */
function orderedCandidates(record: Fields): SlotCandidate[] {
  const words = candidatesOf(record, 'level');
  const [severity] = candidatesOf(record, 'severityNumber');
  const python = words.filter(({ key }) => key === 'levelno');
  const others = words.filter(({ key }) => key !== 'levelno');
  if (!severity) return [...python, ...others];
  const at = others.findIndex(({ key }) => !['level', 'levelname', 'severity'].includes(key));
  return [...python, ...others.slice(0, at === -1 ? undefined : at), severity, ...(at === -1 ? [] : others.slice(at))];
}

const isUnspecified = (key: string, value: unknown): boolean => key.startsWith('severity') && Number(value) === 0;

/** A slot's value stays in the fields when another key decided the level. */
function keepOthers(fields: Fields, inSlots: (SlotCandidate | undefined)[], winner: SlotCandidate | null): void {
  for (const one of inSlots) if (one && one !== winner) setField(fields, one.key, one.value);
}

function keepName(fields: Fields, winner: SlotCandidate, name: string | null): void {
  if (name === null || name === winner.value) {
    if (!WEAK_KEYS.has(winner.key) && winner.key !== 'levelno' && !(name !== null && winner.key === 'level_name')) {
      takeField(fields, winner);
    }
  }
  if (name !== null && !('level_name' in fields)) fields.level_name = name;
}

/** The sender's word: the one that was read if it says more than the level, or a word beside the number that does. */
function nameOf(candidates: SlotCandidate[], winner: SlotCandidate, read: ReadLevel): string | null {
  if (parseNumber(winner.value) === null) return read.name;
  const beside = candidates.find(
    ({ key, value }) => typeof value === 'string' && parseNumber(value) === null && !WEAK_KEYS.has(key),
  );
  const word = typeof beside?.value === 'string' ? parseLevelWord(beside.value) : null;
  if (!beside || (word?.level === read.level && word.name === null)) return read.name;
  return word?.name ?? String(beside.value).trim();
}

function readOne(record: Fields, { key, value }: SlotCandidate): ReadLevel | null {
  if (key === 'event') return isAnsible(record) ? ansibleLevel(record) : null;
  const number = parseNumber(value);
  if (number !== null) return readNumber(record, key, number);
  if (typeof value !== 'string') return null;
  if (key === 'type') return isKubernetes(record) ? parseLevelWord(value) : null;
  if (!WEAK_KEYS.has(key)) return parseLevelWord(value);
  const word = key === 'pri-text' ? value.replace(/^.*\./, '') : value.trim();
  return SEVERITY_WORD.test(word) ? parseLevelWord(word) : null;
}

function parseNumber(value: unknown): number | null {
  const text = scalarText(value)?.trim();
  return text !== undefined && /^\d{1,6}(?:\.0+)?$/.test(text) ? Number(text) : null;
}

const { DEBUG, INFO, WARNING, ERROR, CRITICAL } = LEVEL_NUMBER;
const levelAt = (levels: readonly number[], value: number): ReadLevel | null => {
  const level = levels[value];
  return level === undefined ? null : { level, name: null };
};

/** Most numbers mean one thing under one key; `level` and its like depend on the record's other keys. */
function readNumber(record: Fields, key: string, value: number): ReadLevel | null {
  switch (key) {
    case 'levelno':
    case 'record.level.no':
    case 'level.no':
      return pythonLevel(value);
    case 'severityNumber':
    case 'severity_number':
      return otlpLevel(value);
    case 'PRIORITY':
    case 'syslogseverity':
    case 'syslog_severity':
    case 'syslog_severity_code':
      return syslogLevel(value);
    case 'pri':
    case 'prival':
      return value <= 191 ? syslogLevel(value % 8) : null;
    case 'priority':
    case 'Priority':
      return isSyslog(record) && value <= 191 ? syslogLevel(value % 8) : null;
    case 'severityLevel':
      // Azure Monitor: verbose, information, warning, error, critical.
      return levelAt([DEBUG, INFO, WARNING, ERROR, CRITICAL], value);
    case 'LogLevel':
      // Microsoft.Extensions.Logging: trace, debug, information, warning, error, critical.
      return levelAt([DEBUG, DEBUG, INFO, WARNING, ERROR, CRITICAL], value);
    case 'status':
    case 'type':
    case 'event.severity':
      return null;
    default:
      return readLevelNumber(record, value);
  }
}

function readLevelNumber(record: Fields, value: number): ReadLevel | null {
  if (value <= 7 && (isGelf(record) || isSyslog(record))) return syslogLevel(value);
  if (value === 100 && isMonolog(record)) return { level: DEBUG, name: null };
  return value >= 10 && value <= 60 && isNode(record) ? nodeLevel(value) : bareLevel(value);
}

function ansibleLevel(record: Fields): ReadLevel {
  const event = scalarText(record.event) ?? '';
  const { ignore_errors: isIgnored } = record.event_data as Fields;
  if (/unreachable/.test(event)) return { level: ERROR, name: null };
  if (!/failed|error/.test(event)) return { level: INFO, name: null };
  return { level: isIgnored === true ? WARNING : ERROR, name: null };
}
