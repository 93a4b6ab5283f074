/** What is known of a job where a run of it is opened; name and type are null when the sender did not say. */
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

export function jobFacts(id: string, given: { name?: string | null; type?: string | null } = {}): JobFacts {
  return { id, name: given.name ?? null, type: given.type ?? null, fallbackName: `Job ${id}`, isSystem: false };
}

/** The built-in job that collects the lines of a component (scheduler, API) which belong to no job. */
export function systemJobFacts(component: string): JobFacts {
  return {
    id: `system:${component}`,
    name: null,
    type: 'system',
    fallbackName: `System: ${component}`,
    isSystem: true,
  };
}
