import type { Timestamp } from './timestamp';
import type { OpenSecret } from '@/lib/redaction/grammar/open-secret';

/**
 * How a line names its run before the run is looked up: by the run's id within its job, by its job and time, or by its
 * day.
 */
export type RunRef =
  | { kind: 'run'; runId: string; jobId: string | null }
  | { kind: 'job'; jobId: string }
  | { kind: 'system'; day: string };

/** A line ready to be stored: parsed, redacted, cut. */
export type LineDraft = {
  time: Timestamp;
  level: number;
  component: string;
  device: string;
  phase: string;
  message: string;
  /** Additional fields as JSON text, '' for none. */
  fields: string;
  clientSeq: number | null;
  /** A secret that may continue in the sender's next line; nearly always none. */
  open: readonly OpenSecret[];
};

/** The lines of one batch that go to one run, in the order sent. */
export type DraftGroup = {
  ref: RunRef;
  jobName: string | null;
  jobType: string | null;
  lines: LineDraft[];
};

export function refKey(ref: RunRef): string {
  switch (ref.kind) {
    case 'run':
      // Two jobs may count their runs alike. The length tells where the job's id ends, whatever it holds.
      return `run ${ref.jobId === null ? '' : ref.jobId.length} ${ref.jobId ?? ''} ${ref.runId}`;
    case 'job':
      return `job ${ref.jobId}`;
    case 'system':
      return `system ${ref.day}`;
  }
  return ref satisfies never;
}
