/** Facts about a job when a run of it is opened; name and type are null when the sender did not give them. */
export type JobFacts = {
  id: string;
  name: string | null;
  type: string | null;
  /** Shown until a sender names the job. */
  fallbackName: string;
  isSystem: boolean;
};

/** Job of runs whose lines name no job; such a run moves to its job as soon as one is named. */
export const UNKNOWN_JOB: JobFacts = {
  id: 'system:unknown',
  name: null,
  type: 'system',
  fallbackName: 'Runs without a job',
  isSystem: true,
};

/** The built-in job of all lines that name neither job nor run (scheduler, API, a router's syslog), one run a day. */
export const SYSTEM_JOB: JobFacts = {
  id: 'system',
  name: null,
  type: 'system',
  fallbackName: 'System',
  isSystem: true,
};

/** Prefix of the addresses of built-in jobs' daily runs. */
export const SYSTEM_RUN_PREFIX = 'system:';

export function jobFacts(id: string, given: { name?: string | null; type?: string | null } = {}): JobFacts {
  return { id, name: given.name ?? null, type: given.type ?? null, fallbackName: `Job ${id}`, isSystem: false };
}

/** A job that a list can be filtered by. */
export type JobOption = { jobId: string; name: string; type: string };
