import 'server-only';
import { LRUCache } from 'lru-cache';
import { db } from '@/lib/db/client';
import { DAY_MS, MINUTE_MS } from '@/lib/format/time-units';
import { processState } from '@/lib/process-state';
import { learnSchedule } from '../../../schedule/learn-schedule';
import type { Schedule } from '../../../schedule/schedule';
import type { JobSchedule } from '../../schema';

const LOOK_BACK_MS = 30 * DAY_MS;
/** Of a job that runs every minute these are the last 16 hours, which show its interval as well. */
const MAX_STARTS = 1000;
/** What a person or a program starts when it wants to is no part of a plan. */
const UNPLANNED = '^(manual|user|person|ui|web|api|hook|webhook|retry|rerun|test)';
/** Where clock times stay the same while those of the server's zone and UTC move: the zones that most people live in. */
const ZONES = [
  Intl.DateTimeFormat().resolvedOptions().timeZone,
  'UTC',
  'Europe/London',
  'Europe/Berlin',
  'Europe/Helsinki',
  'America/New_York',
  'America/Chicago',
  'America/Denver',
  'America/Los_Angeles',
  'America/Sao_Paulo',
  'Asia/Kolkata',
  'Asia/Shanghai',
  'Asia/Tokyo',
  'Australia/Sydney',
];
const zones = [...new Set(ZONES)];

/** A schedule is learned anew when the job has started again, and now and then, since the next start goes on with the clock. */
const KEPT_MS = 5 * MINUTE_MS;
const MAX_REMEMBERED = 2000;
const learned = processState(
  'schedules',
  () => new LRUCache<string, { schedule: JobSchedule | null }>({ max: MAX_REMEMBERED, ttl: KEPT_MS }),
);

export type StartedJob = { jobId: string; lastRunId: string };

const keyOf = ({ jobId, lastRunId }: StartedJob): string => JSON.stringify([jobId, lastRunId]);

/** What the starts of each job follow, from its last 30 days, by job; null where no schedule explains them. */
export async function learnJobSchedules(
  jobs: readonly StartedJob[],
  nowMs: number,
): Promise<Map<string, JobSchedule | null>> {
  const unknown = jobs.filter((job) => !learned().has(keyOf(job)));
  const starts = await findStarts(
    unknown.map(({ jobId }) => jobId),
    nowMs,
  );
  for (const job of unknown) {
    const schedule = learnSchedule({ startsMs: starts.get(job.jobId) ?? [], nowMs, zones });
    learned().set(keyOf(job), { schedule: schedule && toJobSchedule(schedule) });
  }
  return new Map(jobs.map((job) => [job.jobId, learned().get(keyOf(job))?.schedule ?? null]));
}

const toJobSchedule = ({ nextAtMs, lateAtMs, ...schedule }: Schedule): JobSchedule => ({
  ...schedule,
  nextAt: new Date(nextAtMs).toISOString(),
  lateAt: new Date(lateAtMs).toISOString(),
});

/** Uses run_job_id_started_at_id_idx. */
async function findStarts(jobIds: readonly string[], nowMs: number): Promise<Map<string, number[]>> {
  if (jobIds.length === 0) return new Map();
  const rows = await db().$queryRaw<{ job_id: string; starts: number[] }[]>`
    SELECT wanted.job_id, array_agg(extract(epoch FROM r.started_at)::float8 * 1000) AS starts
    FROM unnest(${jobIds}::text[]) AS wanted(job_id)
    CROSS JOIN LATERAL (
      SELECT run.started_at FROM run
      WHERE run.job_id = wanted.job_id AND run.started_at > ${new Date(nowMs - LOOK_BACK_MS)}
        AND run.attempt = 1 AND coalesce(run.trigger, '') !~* ${UNPLANNED}
      ORDER BY run.started_at DESC, run.id DESC LIMIT ${MAX_STARTS}::int) AS r
    GROUP BY wanted.job_id`;
  return new Map(rows.map(({ job_id: jobId, starts }) => [jobId, starts]));
}
