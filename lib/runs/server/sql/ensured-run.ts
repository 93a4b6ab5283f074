import 'server-only';
import type { JobFacts } from '../../job-facts';
import type { RunStatus } from '../../status';

export type NewRun = {
  /** The sender's own id; null for a run that nobody named. */
  senderRunId: string | null;
  /** The only address that such a run may have; null for one made here. */
  address: string | null;
  /** UNKNOWN_JOB when the sender named none: then it means the run of that id in any job. */
  job: JobFacts;
  status: RunStatus;
  isImplicit: boolean;
  startedAt: Date;
  isStartGiven: boolean;
  finishedAt?: Date;
  queuedAt?: Date;
  trigger?: string;
  gateway?: string;
  attempt?: number;
};

/** A run by its address and the time of its creation, which tells it from a later run under the same address. */
export type RunKey = { runId: string; createdMs: number };
export type EnsuredRun = RunKey & { isNew: boolean };
