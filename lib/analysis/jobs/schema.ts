import { z } from 'zod';
import { isoTime } from '@/lib/http/schema';
import { runFilterSchema, runSchema, runStatusSchema, usualDurationSchema } from '@/lib/runs/schema';

/** Runs that a job is judged by. */
export const RECENT_RUNS = 30;

/** Query of `GET /api/v1/jobs`: the filters of runs, which a job's last run has to fit. */
export const findJobsQuery = runFilterSchema.extend({
  limit: z.coerce.number().int().min(1).max(200).default(50),
  cursor: z.string().max(500).optional(),
});
export type FindJobsQuery = z.infer<typeof findJobsQuery>;

const recentRunSchema = z.object({
  runId: z.string(),
  number: z.int(),
  status: runStatusSchema,
  startedAt: isoTime,
  durationMs: z.int().nullable().meta({ description: 'Null without an end' }),
});
export type RecentRun = z.infer<typeof recentRunSchema>;

export const successRateSchema = z
  .object({
    succeeded: z.int(),
    partial: z.int(),
    total: z.int().meta({ description: 'Runs that ended as succeeded, partial, failed or stale' }),
    low: z.number(),
    high: z.number(),
  })
  .meta({
    id: 'SuccessRate',
    description: `Of the last ${RECENT_RUNS} runs. low and high: where the true share of successes lies in 95 of 100 cases (Wilson)`,
  });
export type SuccessRate = z.infer<typeof successRateSchema>;

export const scheduleSchema = z
  .object({
    kind: z.enum(['interval', 'daily', 'weekdays', 'weekly', 'monthly']),
    text: z.string().meta({ description: 'In words: weekdays about 02:00' }),
    zone: z.string().meta({ description: 'IANA name of the zone in which the clock time stays the same' }),
    explained: z.int().meta({ description: 'Starts that the schedule explains, of total' }),
    total: z.int(),
    nextAt: isoTime.meta({ description: 'The next start, or the one that has not come' }),
    lateAt: isoTime.meta({ description: 'From then on the run is late' }),
  })
  .meta({ id: 'Schedule', description: 'What the starts of the last 30 days follow' });
export type JobSchedule = z.infer<typeof scheduleSchema>;

export const jobSummarySchema = z
  .object({
    jobId: z.string(),
    name: z.string(),
    type: z.string(),
    lastRun: runSchema,
    recentRuns: z.array(recentRunSchema).meta({ description: `The last ${RECENT_RUNS}, oldest first` }),
    successRate: successRateSchema,
    streak: z
      .object({ status: runStatusSchema, runs: z.int() })
      .nullable()
      .meta({ description: 'How many of the last ended runs ended alike; null while none has ended' }),
    usualDuration: usualDurationSchema.nullable(),
    failingDevices: z.int().meta({ description: 'Failed or unreachable in the last run that ended' }),
    lastFailure: z
      .object({
        runId: z.string(),
        number: z.int(),
        status: runStatusSchema,
        startedAt: isoTime,
        cause: z
          .string()
          .nullable()
          .meta({ description: 'What most of its devices failed of, else what the run told' }),
      })
      .nullable()
      .meta({ description: 'The last run that failed, wholly or in part' }),
    schedule: scheduleSchema.nullable().meta({ description: 'Null: no schedule explains the starts, nothing is late' }),
  })
  .meta({ id: 'JobSummary' });
export type JobSummary = z.infer<typeof jobSummarySchema>;

export const jobPageSchema = z
  .object({ jobs: z.array(jobSummarySchema), nextCursor: z.string().nullable() })
  .meta({ id: 'JobPage' });
export type JobPage = z.infer<typeof jobPageSchema>;
