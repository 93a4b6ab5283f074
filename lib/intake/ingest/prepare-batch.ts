import { redactName } from '@/lib/redaction/redact-name';
import { redactWithOpen } from '@/lib/redaction/redact-text';
import { redactValue } from '@/lib/redaction/redact-value';
import { toCleanJson } from '@/lib/json/clean-text';
import { PAUSE_MARK } from '@/lib/json/pause-mark';
import { noteAdjustments, type Adjustments } from './adjustments';
import { openBatchBounds, type BatchBounds } from './batch-bounds';
import { cutFields, cutText, MAX_LINE_LENGTH } from './cut-line';
import { refKey, type DraftGroup, type RunRef } from '@/lib/store/chunks/line-draft';
import type { LineDefaults } from './line-defaults';
import { parseRecord, RecordError, type ParsedRecord } from './parse-record';
import type { Adjustment, Rejection } from './schema';
import { believedMs } from './time-span';
import { UnreadableRecord } from './unreadable-record';

export type BatchOptions = {
  receivedMs: number;
  defaults: LineDefaults | null;
  /** Silence of a job after which its lines open another run; used to count the runs that a batch opens. */
  idleMs?: number;
  /** Whether others should have their turn now; asked behind each record. */
  isTurnOver?: () => boolean;
};
export type PreparedBatch = { groups: DraftGroup[]; rejected: Rejection[]; acceptedCount: number } & Adjustments;

/**
 * Turns the records of a batch into lines by run: parsed, secrets replaced, long ones cut. A bad record is refused by
 * its index, and the others are kept. After this call no text of the batch holds a secret that the rules know;
 * `continueSecrets` handles secrets across lines once the order of lines is known.
 */
export function prepareBatch(records: Iterable<unknown>, options: BatchOptions): PreparedBatch {
  for (const preparing = prepareInTurns(records, options); ;) {
    const { value, done } = preparing.next();
    if (done) return value;
  }
}

/**
 * The same, yielding when a turn is over so that the caller may pause. Throws `too_large` for a body that is too large
 * for a batch.
 */
export function* prepareInTurns(records: Iterable<unknown>, options: BatchOptions): Generator<void, PreparedBatch> {
  const { receivedMs, defaults, idleMs = DEFAULT_IDLE_MS, isTurnOver = ALWAYS } = options;
  const bounds = openBatchBounds(idleMs);
  const groups: Groups = { byKey: new Map(), receivedMs, bounds, last: null, lastRunId: null, lastJobId: null };
  const rejected: Rejection[] = [];
  const notes: Adjustments = { adjusted: [], adjustedCount: 0 };
  let count = 0;
  for (const record of records) {
    if (record === PAUSE_MARK) {
      yield;
      continue;
    }
    try {
      if (record instanceof UnreadableRecord) throw new RecordError(record.code, record.detail);
      const parsed = parseRecord(record, receivedMs, defaults);
      const cuts = addRecord(groups, parsed);
      if (parsed.adjusted.length + cuts.length > 0) noteAdjustments(notes, count, [...parsed.adjusted, ...cuts]);
    } catch (error) {
      rejected.push({ index: count, ...refusalOf(error) });
    }
    count += 1;
    bounds.assertBatch(count);
    // The question takes 0.08 µs, a usual record 10 µs.
    if (isTurnOver()) yield;
  }
  return { groups: [...groups.byKey.values()], rejected, acceptedCount: count - rejected.length, ...notes };
}

const TOO_DEEP = { code: 'too_deep', detail: 'The record is nested too deeply to be stored.' } as const;

/** Only a value of thousands of levels overflows the stack while it is written as text. */
function refusalOf(error: unknown): Omit<Rejection, 'index'> {
  if (error instanceof RecordError) return { code: error.code, detail: error.message };
  if (error instanceof RangeError) return TOO_DEEP;
  throw error;
}

const DEFAULT_IDLE_MS = 300_000;
const ALWAYS = (): boolean => true;

type Groups = {
  byKey: Map<string, DraftGroup>;
  receivedMs: number;
  bounds: BatchBounds;
  /** The group of the record before, and the ids that led to it, as they were sent. */
  last: DraftGroup | null;
  lastRunId: string | null;
  lastJobId: string | null;
};

const NO_CUT: readonly Adjustment[] = [];

/** Returns the parts of the record that were too long. */
function addRecord(groups: Groups, record: ParsedRecord): readonly Adjustment[] {
  const component = redactName(record.component);
  const group = groupOf(groups, record);
  const device = redactName(record.device);
  groups.bounds.addNames(component, device);
  if (record.jobName !== null) group.jobName = redactName(record.jobName);
  if (record.jobType !== null) group.jobType = redactName(record.jobType);
  // Redaction comes before the cut, which could leave half a secret that no rule recognises.
  const { text: message, open } = redactWithOpen(record.message);
  const fields = toFieldsJson(record.fields);
  const isCut = message.length > MAX_LINE_LENGTH;
  const areFieldsCut = fields.length > MAX_LINE_LENGTH;
  groups.bounds.addText(message.length + fields.length);
  group.lines.push({
    time: record.time,
    level: record.level,
    component,
    device,
    phase: redactName(record.phase),
    message: isCut ? cutText(message) : message,
    fields: areFieldsCut ? cutFieldsJson(record.fields, fields.length) : fields,
    clientSeq: record.clientSeq,
    open,
  });
  if (!isCut && !areFieldsCut) return NO_CUT;
  const cut = (field: string): Adjustment => ({ field, code: 'cut' });
  return [...(isCut ? [cut('message')] : []), ...(areFieldsCut ? [cut('fields')] : [])];
}

function groupOf(groups: Groups, record: ParsedRecord): DraftGroup {
  const { last } = groups;
  // Most batches are of one run; the group is then found without building a key.
  const isOfLast = last !== null && record.runId === groups.lastRunId && record.jobId === groups.lastJobId;
  if (record.runId === null && record.jobId !== null) {
    groups.bounds.addJobTime(record.jobId, believedMs(record.time.ms, groups.receivedMs));
  }
  if (isOfLast && (record.runId !== null || record.jobId !== null)) return last;
  const ref = runRef(record, groups.receivedMs);
  const key = refKey(ref);
  let group = groups.byKey.get(key);
  if (!group) {
    if (ref.kind !== 'job') groups.bounds.addRun();
    group = { ref, jobName: null, jobType: null, lines: [] };
    groups.byKey.set(key, group);
  }
  groups.last = group;
  groups.lastRunId = record.runId;
  groups.lastJobId = record.jobId;
  return group;
}

function runRef(record: ParsedRecord, receivedMs: number): RunRef {
  const jobId = record.jobId === null ? null : redactName(record.jobId);
  if (record.runId !== null) return { kind: 'run', runId: redactName(record.runId), jobId };
  if (jobId !== null) return { kind: 'job', jobId };
  return { kind: 'system', day: new Date(believedMs(record.time.ms, receivedMs)).toISOString().slice(0, 10) };
}

function toFieldsJson(fields: Record<string, unknown>): string {
  for (const _ in fields) return toCleanJson(redactValue(fields) as Record<string, unknown>);
  return '';
}

function cutFieldsJson(fields: Record<string, unknown>, length: number): string {
  return toCleanJson(cutFields(redactValue(fields) as Record<string, unknown>, length));
}
