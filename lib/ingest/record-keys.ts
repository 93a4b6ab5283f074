/** Where a value of a record belongs. */
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

export type SortedRecord = {
  slots: Partial<Record<Slot, unknown>>;
  /** Keys that are no slot, aliases that lost to a better name, and all objects of the `fields` slot merged. */
  fields: Record<string, unknown>;
};

/** Sorts a record's keys into slots; nothing the sender wrote is dropped. */
export function sortKeys(record: Record<string, unknown>): SortedRecord {
  const slots: Partial<Record<Slot, unknown>> = {};
  const winners: Partial<Record<Slot, { rank: number; key: string }>> = {};
  // Without a prototype, a field named __proto__ is a field like any other.
  const fields: Record<string, unknown> = Object.create(null);
  for (const key of Object.keys(record)) {
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
      if (winner) setField(fields, winner.key, slots[rule.slot]);
      winners[rule.slot] = { rank: rule.rank, key };
      slots[rule.slot] = value;
    }
  }
  return { slots, fields };
}

function mergeFields(fields: Record<string, unknown>, key: string, value: unknown): void {
  if (typeof value !== 'object' || Array.isArray(value)) setField(fields, key, value);
  else for (const [inner, innerValue] of Object.entries(value ?? {})) setField(fields, inner, innerValue);
}

/** Two sources of one name (`details.host` and `extra.host`) are both kept. */
function setField(fields: Record<string, unknown>, key: string, value: unknown): void {
  let name = key;
  for (let n = 2; name in fields; n += 1) name = `${key}_${n}`;
  fields[name] = value;
}
