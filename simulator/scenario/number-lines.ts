import { isoTime, type DraftEvent, type LineEvent, type PlannedEvent, type DeviceEvent } from './simulated-run';

type Names = { jobId: number | string; runId: string };

function toLine({ atMs, draft, device, phase }: DraftEvent, names: Names, seq: number): LineEvent {
  const hasFields = Object.keys(draft.fields).length > 0;
  const record = {
    timestamp: isoTime(atMs),
    level: draft.level,
    message: draft.message,
    job_id: names.jobId,
    run_id: names.runId,
    component: draft.component,
    ...(device !== undefined && { device }),
    ...(phase !== undefined && { phase }),
    seq,
    ...(hasFields && { additional_fields: draft.fields }),
  };
  return { kind: 'line', atMs, record, secrets: draft.secrets };
}

/** Turns drafts into records with client seqs 1, 2, 3 … in time order. */
export function numberLines(events: readonly PlannedEvent[], names: Names): (LineEvent | DeviceEvent)[] {
  let seq = 0;
  return events.map((event) => (event.kind === 'draft' ? toLine(event, names, (seq += 1)) : event));
}

/** Loses lines in the middle, as a Gateway does whose buffer ran over; the client seqs around them stay. */
export function withholdLines<T extends LineEvent | DeviceEvent>(events: readonly T[], wanted: number): T[] {
  const lineCount = events.filter((event) => event.kind === 'line').length;
  const count = Math.min(wanted, Math.floor(lineCount / 4));
  const before = Math.floor((lineCount - count) / 2);
  const isWithheld = (seq = 0): boolean => seq > before && seq <= before + count;
  return events.filter((event) => event.kind !== 'line' || !isWithheld(event.record.seq));
}
