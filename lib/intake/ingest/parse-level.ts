import { stripAnsi } from '@/lib/store/chunks/ansi';
import { LEVEL_NUMBER } from '@/lib/store/chunks/level';

/**
 * `name` is the sender's own word where it says more than the level (EMERG, NOTICE, TRACE), null where only the
 * spelling differs.
 */
export type ReadLevel = { level: number; name: string | null };

const { DEBUG, INFO, WARNING, ERROR, CRITICAL } = LEVEL_NUMBER;
const words = (text: string, level: number): [string, number][] => text.split(' ').map((word) => [word, level]);

/** The five names and their usual abbreviations. */
const SPELLINGS: ReadonlyMap<string, number> = new Map([
  ...words('DEBUG DEBU DBUG DBG D', DEBUG),
  ...words('INFO INF INFORMATION INFORMATIONAL I', INFO),
  ...words('WARNING WARN WRN W', WARNING),
  ...words('ERROR ERRO EROR ERR E', ERROR),
  ...words('CRITICAL CRIT C', CRITICAL),
]);

/** Other words that senders write: syslog, Java, Go, .NET, npm, Android, PostgreSQL, alarm severities (ITU-T X.733). */
const OTHER_WORDS: ReadonlyMap<string, number> = new Map([
  ...words('TRACE TRAC TRC TRCE VERBOSE VERB VRB V FINE FINER FINEST NOTSET SILLY SPAM CONFIG DIAGNOSTIC T ALL', DEBUG),
  ...words('NOTICE SUCCESS SUCC HTTP AUDIT LOG DEFAULT OK DATA HELP N NORMAL CLEARED INDETERMINATE ANY', INFO),
  ...words('CAUTION DEPRECATED DEPRECATION MINOR', WARNING),
  ...words('SEVERE FAIL FAILED FAILURE EXCEPTION MAJOR', ERROR),
  ...words('FATAL FATA FTL F ALERT EMERG EMERGENCY PANIC PANI DPANIC DISASTER ASSERT WTF A', CRITICAL),
]);

/** Words as nearly every sender writes them, so that a usual line costs one look-up. */
const PLAIN: ReadonlyMap<string, number> = new Map(
  [...SPELLINGS].flatMap(([word, level]) => [word, word.toLowerCase()].map((text) => [text, level] as const)),
);

/** Level of a word in capitals or small letters that is one of the five or its abbreviation; undefined for all else. */
export const plainLevel = (word: string): number | undefined => PLAIN.get(word);

const MAX_WORD_LENGTH = 60;
/** Constants of languages and protocols: `LOG_ERR`, `SEVERITY_NUMBER_WARN2`, `LogLevel.Error`. */
const PREFIX = /^(?:LOG_?LEVEL[._]|LOGGING\.|LEVEL\.|LOG_|SEVERITY_NUMBER_)/;

/**
 * Level of a word in any case, coloured or in brackets, with a step (OTLP's INFO2, slog's ERROR+2), as Python names its
 * custom levels ("Level 25"), or as syslog's `<3>`. Null when the word is none.
 */
export function parseLevelWord(text: string): ReadLevel | null {
  if (text.length > MAX_WORD_LENGTH) return null;
  const plain = stripAnsi(text).trim();
  const priority = /^<(\d{1,3})>$/.exec(plain)?.[1];
  if (priority !== undefined) return syslogLevel(Number(priority) % 8);
  const bare = plain.replace(/^[^A-Za-z0-9]+/, '').replace(/[^A-Za-z0-9+-]+$/, '');
  const word = bare.toUpperCase().replace(PREFIX, '');
  const spelt = SPELLINGS.get(word);
  if (spelt !== undefined) return { level: spelt, name: null };
  const numbered = /^(?:LEVEL|LVL)[ _-]?(\d{1,3})$/.exec(word)?.[1];
  if (numbered !== undefined) return { ...pythonLevel(Number(numbered)), name: bare };
  const [, root = ''] = /^([A-Z]+?)(?:[1-5]|[+-]\d{1,3})?$/.exec(word) ?? [];
  const level = OTHER_WORDS.get(root) ?? SPELLINGS.get(root);
  return level === undefined ? null : { level, name: bare };
}

/** Python's numbers; one between two levels counts as the lower one, as Python's own filters would treat it. */
export function pythonLevel(value: number): ReadLevel {
  const level = Math.min(CRITICAL, Math.max(DEBUG, Math.floor(value / 10) * 10));
  return { level, name: value % 10 === 0 && value >= DEBUG && value <= CRITICAL ? null : `Level ${value}` };
}

/** pino's and bunyan's numbers: 10 trace, 20 debug, 30 info, 40 warn, 50 error, 60 fatal. */
export function nodeLevel(value: number): ReadLevel {
  const level = value < 30 ? DEBUG : Math.min(CRITICAL, (Math.floor(value / 10) - 1) * 10);
  if (value === 10 || value === 60) return { level, name: value === 10 ? 'trace' : 'fatal' };
  return { level, name: value % 10 === 0 && value < 60 ? null : `Level ${value}` };
}

const SYSLOG = [
  { level: CRITICAL, name: 'emerg' },
  { level: CRITICAL, name: 'alert' },
  { level: CRITICAL, name: null },
  { level: ERROR, name: null },
  { level: WARNING, name: null },
  { level: INFO, name: 'notice' },
  { level: INFO, name: null },
  { level: DEBUG, name: null },
] as const;

/** Severity of syslog, journald and GELF: 0 is the worst (RFC 5424, section 6.2.1); null when it is none. */
export const syslogLevel = (value: number): ReadLevel | null => SYSLOG[value] ?? null;

/** OTLP severity numbers come in blocks of four: trace, debug, info, warn, error, fatal (opentelemetry.io/docs/specs/otel/logs/data-model). */
const OTLP_BLOCKS = ['TRACE', 'DEBUG', 'INFO', 'WARN', 'ERROR', 'FATAL'];

/** OTLP `severityNumber`, 1 to 24; null when it is none. */
export function otlpLevel(value: number): ReadLevel | null {
  const block = OTLP_BLOCKS[Math.floor((value - 1) / 4)];
  if (!Number.isInteger(value) || block === undefined) return null;
  const step = (value - 1) % 4;
  return parseLevelWord(step === 0 ? block : `${block}${step + 1}`);
}

/**
 * Numbers from 100 on: Monolog's (100 debug to 600 emergency), java.util.logging's (700 config to 1000 severe) and
 * Logback's (5000 trace to 40000 error).
 */
const LARGE: readonly (readonly [from: number, level: number, name: string | null])[] = [
  [50_000, CRITICAL, 'FATAL'],
  [40_000, ERROR, null],
  [30_000, WARNING, null],
  [20_000, INFO, null],
  [10_000, DEBUG, null],
  [5000, DEBUG, 'TRACE'],
  [1000, ERROR, 'SEVERE'],
  [900, WARNING, null],
  [800, INFO, null],
  [700, DEBUG, 'CONFIG'],
  [600, CRITICAL, 'EMERGENCY'],
  [550, CRITICAL, 'ALERT'],
  [500, CRITICAL, null],
  [400, ERROR, null],
  [300, WARNING, null],
  [250, INFO, 'NOTICE'],
  [200, INFO, null],
  [100, DEBUG, null],
];

/** A number whose record shows no family: 10 and 20 are Python's, others up to 24 OTLP's, then Python's again, then the large ones. */
export function bareLevel(value: number): ReadLevel | null {
  if (!Number.isFinite(value) || value < 0 || value > 100_000) return null;
  if (value >= 100) {
    const found = LARGE.find(([from]) => value >= from);
    return found ? { level: found[1], name: found[2] } : null;
  }
  if (value === 0) return { level: DEBUG, name: null };
  if (value < 25 && value !== 10 && value !== 20) {
    const level = otlpLevel(value)?.level;
    return level === undefined ? null : { level, name: null };
  }
  return pythonLevel(value);
}

/** Level number (10 to 50) of a word or a number without a record around it; null when it is none. */
export function parseLevel(value: unknown): number | null {
  if (typeof value === 'number') return bareLevel(value)?.level ?? null;
  if (typeof value !== 'string') return null;
  const text = value.trim();
  return (/^\d{1,6}$/.test(text) ? bareLevel(Number(text)) : parseLevelWord(text))?.level ?? null;
}
