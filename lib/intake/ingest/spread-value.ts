import { KEY_RULES } from './record-keys';
import { parseTextLine } from './parse-text-line';

/** The records of one JSON value of a body: the elements of an array, those of a batch in an envelope, or the value itself. */
export function* spreadValue(value: unknown): Generator<unknown> {
  if (!Array.isArray(value)) yield* unwrap(value);
  else for (const element of value) yield* unwrap(element);
}

function* unwrap(value: unknown): Generator<unknown> {
  if (typeof value === 'string') {
    yield parseTextLine(value);
    return;
  }
  const list = value !== null && typeof value === 'object' && !Array.isArray(value) ? findBatch(value) : null;
  if (list === null) yield value;
  else yield* list;
}

/** Names under which senders wrap a batch: Kafka's REST proxy, Firehose, and many private libraries. */
const BATCH_NAMES = ['records', 'logs', 'events', 'entries', 'lines'] as const;
/** A body without a match has no envelope. */
export const BATCH_NAME = new RegExp(`"(?:${BATCH_NAMES.join('|')})"\\s*:\\s*\\[`);

/**
 * The records of an envelope: an object that has one such list of objects or texts, no message of its own, and no other list. What
 * else it holds (the job, the host) counts for each record that does not say it itself.
 */
function findBatch(value: object): unknown[] | null {
  const entries = Object.entries(value);
  const [name, list] = listsOf(entries)[0] ?? ['', []];
  if (!isEnvelope(entries) || list.length === 0) return null;
  if (!list.every((element) => typeof element === 'string' || isRecord(element))) return null;
  return joinShared(list, Object.fromEntries(entries.filter(([key]) => key !== name)));
}

/** Whether an object of these members is an envelope, whatever its list holds. */
export function isEnvelope(entries: [string, unknown][]): boolean {
  const lists = listsOf(entries);
  if (lists.length !== 1 || !isBatchName(lists[0]?.[0] ?? '')) return false;
  return !entries.some(([key]) => KEY_RULES.get(key)?.slot === 'message');
}

const listsOf = (entries: [string, unknown][]): [string, unknown[]][] =>
  entries.filter(([, inner]) => Array.isArray(inner)) as [string, unknown[]][];

export const isBatchName = (name: string): boolean => (BATCH_NAMES as readonly string[]).includes(name);

/** Elements of an envelope's list as records, with what the envelope says for all of them. */
export function joinShared(list: readonly unknown[], shared: Record<string, unknown>): unknown[] {
  if (list.every(isKafkaRecord)) return list.map(({ value: inner }) => recordOf(inner));
  return list.map((element) => {
    const record = recordOf(element);
    return isRecord(record) ? { ...shared, ...record } : record;
  });
}

const recordOf = (value: unknown): unknown => (typeof value === 'string' ? parseTextLine(value) : value);

const isRecord = (value: unknown): value is object =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

const KAFKA_NAMES: ReadonlySet<string> = new Set([
  'key',
  'value',
  'partition',
  'offset',
  'topic',
  'timestamp',
  'headers',
]);

const isKafkaRecord = (value: unknown): value is { value: unknown } =>
  isRecord(value) &&
  'value' in value &&
  (isRecord(value.value) || typeof value.value === 'string') &&
  Object.keys(value).every((key) => KAFKA_NAMES.has(key));
