import type { Timestamp } from '@/lib/lines/timestamp';

/** Which run a line belongs to, before it is looked up: by the run's id, by the open run of a job, or by component and day. */
export type RunRef =
  | { kind: 'run'; runId: string; jobId: string | null }
  | { kind: 'job'; jobId: string }
  | { kind: 'system'; component: string; day: string };

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
      return `run ${ref.runId}`;
    case 'job':
      return `job ${ref.jobId}`;
    case 'system':
      return `system ${ref.day} ${ref.component}`;
  }
  return ref satisfies never;
}
