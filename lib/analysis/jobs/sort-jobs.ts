import type { JobSummary } from './schema';

/** The run that a schedule has announced has not come in time. */
export const isLate = ({ schedule }: Pick<JobSummary, 'schedule'>, nowMs: number): boolean =>
  schedule !== null && nowMs > Date.parse(schedule.lateAt);

/** Smaller is more urgent. */
function urgency(job: JobSummary, nowMs: number): number {
  const status = job.streak?.status;
  if (status === 'failed' || status === 'stale') return 0;
  if (isLate(job, nowMs)) return 1;
  return status === 'partial' ? 2 : 3;
}

/** Jobs that fail, then those that are late, then those that succeed in part only; among equals the order is kept. */
export const sortByUrgency = (jobs: readonly JobSummary[], nowMs: number): JobSummary[] =>
  jobs
    .map((job) => ({ job, rank: urgency(job, nowMs) }))
    .sort((one, other) => one.rank - other.rank)
    .map(({ job }) => job);
