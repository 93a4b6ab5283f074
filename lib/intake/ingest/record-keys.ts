import { ExactNumber } from '@/lib/json/exact-number';
import { FOREIGN_NAMES, SHAPE_KEYS } from './foreign-names';

/** Slots of a record, to which its values are sorted. */
export type Slot =
  | 'timestamp'
  | 'level'
  | 'severityNumber'
  | 'message'
  | 'jobId'
  | 'jobName'
  | 'jobType'
  | 'runId'
  | 'sessionId'
  | 'component'
  | 'device'
  | 'phase'
  | 'seq'
  | 'fields';

/** Every name a sender may use for a slot, best first: the later ones count only when the earlier are absent. */
const NAMES = {
  timestamp: ['timestamp', 'time', 'ts', '@timestamp', 'asctime'],
  level: ['level', 'levelname', 'severity', 'severityText', 'severity_text', 'levelno'],
  severityNumber: ['severityNumber', 'severity_number'],
  message: ['message', 'msg', 'body'],
  jobId: ['job_id', 'jobId'],
  jobName: ['job_name', 'jobName'],
  jobType: ['job_type', 'jobType'],
  runId: ['run_id', 'runId'],
  sessionId: ['session_id', 'sessionId'],
  component: ['component', 'source', 'source_component', 'sourceComponent', 'logger', 'category'],
  device: ['device', 'device_id', 'deviceId'],
  phase: ['phase'],
  seq: ['seq', 'client_seq', 'clientSeq'],
  fields: ['additional_fields', 'additionalFields', 'fields', 'meta', 'extra', 'details'],
} as const satisfies Record<Slot, readonly string[]>;

export type KeyRule = { slot: Slot; rank: number };

/** Key of a record → slot and rank (0 wins); any other key is an additional field. */
export const KEY_RULES: ReadonlyMap<string, KeyRule> = new Map(
  Object.entries(NAMES).flatMap(([slot, names]) =>
    names.map((name, rank): [string, KeyRule] => [name, { slot: slot as Slot, rank }]),
  ),
);

/** All names of a slot, best first. */
export function namesOf(slot: Slot): string[] {
  const foreign: Partial<Record<Slot, readonly string[]>> = FOREIGN_NAMES;
  return [...NAMES[slot], ...(foreign[slot] ?? [])];
}

/** The slot that a key may fill when no better name does: with its value, or with the part of it at `path`. */
export type ForeignRule = { slot: Slot; rank: number; path: readonly string[] };

/** Key of a record, or of an object that holds the named part → its rules. */
export const FOREIGN_RULES: ReadonlyMap<string, readonly ForeignRule[]> = foreignRules(FOREIGN_NAMES);

function foreignRules(names: Partial<Record<Slot, readonly string[]>>): Map<string, ForeignRule[]> {
  const rules = new Map<string, ForeignRule[]>();
  const add = (key: string, rule: ForeignRule) => rules.set(key, [...(rules.get(key) ?? []), rule]);
  for (const [slot, list] of Object.entries(names)) {
    for (const [rank, name] of list.entries()) {
      add(name, { slot: slot as Slot, rank, path: [] });
      const [container = '', ...path] = name.split('.');
      if (path.length > 0) add(container, { slot: slot as Slot, rank, path });
    }
  }
  return rules;
}

/** Index of a slot's value in `SortedRecord.slots`. */
export const SLOT = Object.fromEntries(Object.keys(NAMES).map((slot, index) => [slot, index])) as Record<Slot, number>;
export const SLOT_NAMES = Object.keys(NAMES) as Slot[];
const SLOT_COUNT = SLOT_NAMES.length;

export type SortedRecord = {
  /** Values by `SLOT`; undefined where the sender wrote none, or null. */
  slots: unknown[];
  /** Keys that are no slot, aliases that lost to a better name, and all objects of the `fields` slot merged. */
  fields: Record<string, unknown>;
  /** Slots that the record's other keys may fill. */
  foreign: readonly Slot[];
  /** Has a key of a logger that puts its message or level into a list or an object. */
  isFolded: boolean;
};

/** Sorts a record's keys into slots; nothing the sender wrote is dropped. */
export function sortKeys(record: Record<string, unknown>): SortedRecord {
  const keys = Object.keys(record);
  const layout = layoutOf(keys);
  return sortByLayout(record, layout) ?? sortEach(record, layout);
}

/** The slots of the values of records with these keys, in order; null when they depend on the values. */
type Layout = { keys: string[]; slots: number[] | null; foreign: readonly Slot[]; isFolded: boolean };

/** The last layout of each number of keys: a sender writes all its lines alike, some with a key more. */
const layouts: Layout[] = [];
const MAX_LAYOUT_KEYS = 50;

function layoutOf(keys: string[]): Layout {
  const known = layouts[keys.length];
  if (known && isSame(known.keys, keys)) return known;
  const slots = keys.map((key) => SLOT[KEY_RULES.get(key)?.slot ?? 'fields']);
  const isPlain = keys.every((key) => KEY_RULES.has(key)) && new Set(slots).size === slots.length;
  const foreign = [...new Set(keys.flatMap((key) => FOREIGN_RULES.get(key)?.map(({ slot }) => slot) ?? []))];
  const isFolded = keys.some((key) => SHAPE_KEYS.has(key));
  const layout = { keys, slots: isPlain ? slots : null, foreign, isFolded };
  if (keys.length <= MAX_LAYOUT_KEYS) layouts[keys.length] = layout;
  return layout;
}

function isSame(known: string[], keys: string[]): boolean {
  for (let index = 0; index < keys.length; index += 1) if (known[index] !== keys[index]) return false;
  return true;
}

/** The short way for a record whose keys are a slot each; it costs a fifth of looking at each key. */
function sortByLayout(record: Record<string, unknown>, layout: Layout): SortedRecord | null {
  if (layout.slots === null) return null;
  const slots = new Array<unknown>(SLOT_COUNT).fill(undefined);
  const values = Object.values(record);
  for (let index = 0; index < values.length; index += 1) {
    const value = values[index];
    if (value !== null) slots[layout.slots[index] ?? 0] = value;
  }
  const fields = slots[SLOT.fields];
  const { foreign, isFolded } = layout;
  if (fields === undefined) return { slots, fields: emptyFields(), foreign, isFolded };
  if (typeof fields !== 'object' || Array.isArray(fields) || fields instanceof ExactNumber) return null;
  slots[SLOT.fields] = undefined;
  return { slots, fields: fields as Record<string, unknown>, foreign, isFolded };
}

/** Without a prototype, a field named __proto__ is a field like any other. */
const emptyFields = (): Record<string, unknown> => Object.create(null) as Record<string, unknown>;

function sortEach(record: Record<string, unknown>, { keys, foreign, isFolded }: Layout): SortedRecord {
  const slots = new Array<unknown>(SLOT_COUNT).fill(undefined);
  const winners: Partial<Record<Slot, { rank: number; key: string }>> = {};
  const fields = emptyFields();
  for (const key of keys) {
    const value = record[key];
    const rule = KEY_RULES.get(key);
    if (!rule) setField(fields, key, value);
    else if (value === null || value === undefined) continue;
    else if (rule.slot === 'fields') mergeFields(fields, key, value);
    else {
      const winner = winners[rule.slot];
      if (winner && winner.rank <= rule.rank) {
        setField(fields, key, value);
        continue;
      }
      if (winner) setField(fields, winner.key, slots[SLOT[rule.slot]]);
      winners[rule.slot] = { rank: rule.rank, key };
      slots[SLOT[rule.slot]] = value;
    }
  }
  return { slots, fields, foreign, isFolded };
}

function mergeFields(fields: Record<string, unknown>, key: string, value: unknown): void {
  if (typeof value !== 'object' || Array.isArray(value) || value instanceof ExactNumber) setField(fields, key, value);
  else for (const [inner, innerValue] of Object.entries(value ?? {})) setField(fields, inner, innerValue);
}

/** Two sources of one name (`details.host` and `extra.host`) are both kept. */
export function setField(fields: Record<string, unknown>, key: string, value: unknown): void {
  let name = key;
  for (let n = 2; name in fields; n += 1) name = `${key}_${n}`;
  fields[name] = value;
}
