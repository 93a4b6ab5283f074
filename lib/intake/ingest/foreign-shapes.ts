import { stringifyExact } from '@/lib/json/exact-json';
import { parseLevelWord } from './parse-level';
import { redactValue } from '@/lib/redaction/redact-value';
import { scalarText } from './record-candidates';

type Fields = Record<string, unknown>;

/**
 * The record of a logger that puts its message or level into a list or an object, with the names that the rest of the
 * reader knows; null for any other record. docs/decisions/0022-records-of-other-senders.md says whose shapes these are.
 */
export function unfoldShape(record: Fields): Fields | null {
  return fromConsola(record) ?? fromLog4js(record) ?? fromTslog(record) ?? fromRoarr(record) ?? fromLogstash(record);
}

/** consola counts from 0 (worst) to 5. Its word is more exact, though `box` and `start` are no levels. */
const CONSOLA_LEVELS = ['error', 'warn', 'info', 'info', 'debug', 'trace'];

function fromConsola(record: Fields): Fields | null {
  if (!Array.isArray(record.args) || !('level' in record) || !('date' in record) || 'message' in record) return null;
  const { args, type, level, date, tag, ...rest } = record;
  if (typeof type !== 'string' || typeof level === 'string') return null;
  const word = parseLevelWord(type) ? type : CONSOLA_LEVELS[Number(level)];
  return {
    ...messageOf('args', args),
    ...rest,
    timestamp: date,
    level: word ?? level,
    ...(tag !== '' && { logger: tag }),
    extra: { ...(isObject(rest.extra) && rest.extra), type, level },
  };
}

function fromLog4js(record: Fields): Fields | null {
  if (typeof record.categoryName !== 'string' || !Array.isArray(record.data) || !isObject(record.level)) return null;
  const { startTime, categoryName, data, ...rest } = record;
  return { ...messageOf('data', data), ...rest, timestamp: startTime, logger: categoryName };
}

/** tslog numbers its arguments; leading texts are the message. */
function fromTslog(record: Fields): Fields | null {
  const meta = isObject(record._meta) ? record._meta : record._logMeta;
  if (!isObject(meta) || typeof meta.logLevelName !== 'string') return null;
  const { date, logLevelName, name } = meta;
  const rest = { ...record };
  const texts: string[] = [];
  for (let at = 0; typeof rest[at] === 'string'; at += 1) {
    texts.push(String(rest[at]));
    delete rest[at];
  }
  return {
    ...(texts.length > 0 && { message: texts.join(' ') }),
    timestamp: date,
    level: logLevelName,
    ...(typeof name === 'string' && { logger: name }),
    ...rest,
  };
}

const NODE_WORDS = ['trace', 'debug', 'info', 'warn', 'error', 'fatal'];

/** roarr has pino's numbers in its context. */
function fromRoarr(record: Fields): Fields | null {
  const { context } = record;
  if (!isObject(context) || context.logLevel === undefined || 'level' in record) return null;
  const { logLevel, package: component } = context;
  const level = typeof logLevel === 'number' ? NODE_WORDS[Math.floor(logLevel / 10) - 1] : logLevel;
  return { level: level ?? logLevel, ...(typeof component === 'string' && { logger: component }), ...record };
}

/** The events of Logstash's first format, as winston still writes them. */
function fromLogstash(record: Fields): Fields | null {
  if (!isObject(record['@fields']) && typeof record['@message'] !== 'string') return null;
  const { '@fields': fields, '@message': message, ...rest } = record;
  if ('message' in record || (isObject(fields) && Object.keys(fields).some((key) => key in record))) return null;
  return { ...(isObject(fields) && fields), ...(message !== undefined && { message }), ...rest };
}

const isObject = (value: unknown): value is Fields =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** printf's marks, as `util.format` of Node.js fills them. */
const MARK = /%([sdifjoOc%])/g;

/** The texts of a list as a message; the list stays a field of its name when there is more in it. */
function messageOf(key: string, list: readonly unknown[]): Fields {
  if (list.length === 0) return { [key]: list };
  const [first, ...others] = list;
  let used = 0;
  const fill = (mark: string, type: string): string => {
    if (type === '%') return used < others.length ? '%' : mark;
    if (used >= others.length) return mark;
    used += 1;
    return type === 'c' ? '' : textOf(others[used - 1]);
  };
  const head = typeof first === 'string' ? first.replace(MARK, fill) : scalarText(first);
  const tail = others.slice(used);
  const texts = [head, ...tail.map(scalarText)].filter((text) => text !== null);
  const isWhole = list.every((one) => scalarText(one) !== null);
  return { message: texts.length > 0 ? texts.join(' ') : textOf(first), ...(!isWhole && { [key]: list }) };
}

/** An error by its message, other objects as JSON, their secrets replaced while their names can still tell. */
function textOf(value: unknown): string {
  if (isObject(value) && typeof value.message === 'string') return value.message;
  return scalarText(value) ?? stringifyExact(redactValue(value)) ?? String(value);
}
