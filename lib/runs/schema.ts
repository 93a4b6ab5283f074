import { z } from 'zod';
import { commaList, idText, isoTime, TIME_FORMS, timeParameter } from '@/lib/http/schema';
import { LEVELS } from '@/lib/store/chunks/level';
import { deviceCountsSchema, runDeviceSchema } from './device-schema';
import { addressInput, addressText, idInput, label, levelCountsSchema, longText } from './field-schema';
import { RUN_STATUSES } from './status';

export const runStatusSchema = z.enum(RUN_STATUSES).meta({ id: 'RunStatus' });

/** `POST /api/v1/runs` */
export const openRunInput = z
  .object({
    jobId: idInput,
    runId: addressInput.optional().meta({
      description:
        'Counts within its job; the same id again answers the same run, whose address the answer names as runId',
    }),
    jobName: label.optional(),
    jobType: label.optional(),
    trigger: label.optional(),
    gateway: label.optional(),
    attempt: z.int().min(1).max(1000).optional(),
    queuedAt: isoTime.optional(),
    startedAt: isoTime.optional(),
    devices: z
      .array(z.object({ device: addressText, site: label.optional(), type: label.optional() }))
      .max(20_000)
      .optional(),
  })
  .meta({ id: 'OpenRun' });
export type OpenRunInput = z.infer<typeof openRunInput>;

/** `PATCH /api/v1/runs/{runId}` */
export const updateRunInput = z
  .object({
    status: runStatusSchema.exclude(['stale']).optional(),
    startedAt: isoTime.optional(),
    finishedAt: isoTime.optional(),
    resultText: longText.optional(),
    declaredLineCount: z
      .int()
      .min(0)
      .max(2_000_000_000)
      .optional()
      .meta({ description: 'How many lines the sender wrote' }),
  })
  .meta({ id: 'UpdateRun' });
export type UpdateRunInput = z.infer<typeof updateRunInput>;

/** `DELETE /api/v1/runs` */
export const deleteRunsInput = z.object({ runIds: z.array(idInput).min(1).max(1000) }).meta({ id: 'DeleteRuns' });

export const deletedRunsSchema = z
  .object({
    deleted: z.int().meta({ description: 'How many runs are gone' }),
    notFound: z.array(z.string()).meta({ description: 'Ids of which there was no run' }),
  })
  .meta({ id: 'DeletedRuns' });
export type DeletedRuns = z.infer<typeof deletedRunsSchema>;

export const runSchema = z
  .object({
    runId: z.string(),
    jobId: z.string(),
    jobName: z.string(),
    jobType: z.string(),
    number: z.int().meta({ description: '1, 2, 3 … within the job' }),
    status: runStatusSchema,
    trigger: z.string().nullable(),
    gateway: z.string().nullable(),
    attempt: z.int(),
    queuedAt: isoTime.nullable(),
    startedAt: isoTime,
    finishedAt: isoTime.nullable(),
    lastReceivedAt: isoTime,
    resultText: z.string().nullable(),
    lineCount: z.int(),
    declaredLineCount: z.int().nullable(),
    levelCounts: levelCountsSchema,
    deviceCounts: deviceCountsSchema,
  })
  .meta({ id: 'Run' });
export type RunSummary = z.infer<typeof runSchema>;

export const gapSchema = z
  .object({
    fromClientSeq: z.int(),
    toClientSeq: z.int(),
    count: z.int(),
    afterSeq: z
      .int()
      .nullable()
      .meta({ description: 'The line after which the missing ones belong; null: before the first' }),
  })
  .meta({ id: 'Gap', description: "A hole in the sender's own numbers" });
export type Gap = z.infer<typeof gapSchema>;

export const usualDurationSchema = z
  .object({
    runCount: z.int().meta({ description: 'Runs that it was taken from, 3 to 20' }),
    medianMs: z.int(),
    p90Ms: z.int(),
  })
  .meta({
    id: 'UsualDuration',
    description: "How long the job's last 20 runs took, or the last 20 before a run: median and 90th percentile",
  });
export type UsualDuration = z.infer<typeof usualDurationSchema>;

/** Query of routes that name a run in their path. */
export const runQuery = z.object({
  jobId: idText.optional().meta({
    description: "The path holds the sender's own id of a run of this job; without it, the address that answers name",
  }),
});

/** Query of `GET /api/v1/runs/{runId}` */
export const getRunQuery = runQuery.extend({
  devices: z
    .enum(['true', 'false'])
    .default('true')
    .meta({ description: 'false leaves the list of devices out; the timeline has them too, in less' }),
});

/** `GET /api/v1/runs/{runId}?devices=false` */
export const runDetailSchema = runSchema
  .extend({
    componentCounts: z.record(z.string(), z.int()),
    gaps: z.array(gapSchema),
    missingLineCount: z.int().meta({ description: 'Lines in gaps, or declared and not received' }),
    firstError: z
      .object({
        seq: z.int(),
        time: isoTime,
        level: z.enum(LEVELS),
        component: z.string(),
        device: z.string(),
        message: z.string(),
      })
      .nullable(),
    previousRunId: z.string().nullable(),
    nextRunId: z.string().nullable(),
    usualDuration: usualDurationSchema.nullable(),
  })
  .meta({ id: 'RunDetail' });
export type RunDetail = z.infer<typeof runDetailSchema>;

/** `GET /api/v1/runs/{runId}` */
export const runWithDevicesSchema = runDetailSchema
  .extend({ devices: z.array(runDeviceSchema) })
  .meta({ id: 'RunWithDevices' });
export type RunWithDevices = z.infer<typeof runWithDevicesSchema>;

/** Filters of the job list, in the page's URL and in `GET /api/v1/runs` alike. */
export const runFilterSchema = z.object({
  status: commaList(runStatusSchema).optional(),
  job: commaList(idText).optional().meta({ description: 'Job ids' }),
  type: commaList(label).optional().meta({ description: 'Job types' }),
  device: commaList(idText).optional(),
  from: timeParameter.optional().meta({ description: `Started at or after; ${TIME_FORMS}` }),
  to: timeParameter.optional().meta({ description: `Started before; ${TIME_FORMS}` }),
  q: z
    .string()
    .trim()
    .min(1)
    .max(200)
    .optional()
    .meta({ description: 'Part of job name, ids, gateway, trigger or result text' }),
  site: commaList(label).optional().meta({ description: 'Sites, of which a device of the run is at one' }),
  gateway: commaList(label).optional(),
  trigger: commaList(label).optional(),
});
export type RunFilter = z.infer<typeof runFilterSchema>;

export const findRunsQuery = runFilterSchema.extend({
  limit: z.coerce.number().int().min(1).max(200).default(50),
  cursor: z.string().max(500).optional(),
  include: commaList(z.enum(['jobHistories']))
    .optional()
    .meta({ description: 'What the answer holds beside the runs' }),
});
export type FindRunsQuery = z.infer<typeof findRunsQuery>;

export const jobHistorySchema = z
  .object({
    jobId: z.string(),
    usual: usualDurationSchema.nullable().meta({ description: 'Null while fewer than 3 runs have ended' }),
    runs: z
      .array(
        z.object({
          runId: z.string(),
          number: z.int(),
          status: runStatusSchema,
          durationMs: z.int().nullable().meta({ description: 'Null without an end' }),
        }),
      )
      .meta({ description: 'The last 20, oldest first' }),
  })
  .meta({ id: 'JobHistory' });
export type JobHistory = z.infer<typeof jobHistorySchema>;

export const runPageSchema = z
  .object({
    runs: z.array(runSchema),
    nextCursor: z.string().nullable(),
    jobHistories: z.array(jobHistorySchema).optional().meta({ description: "Of the runs' jobs, when asked for" }),
  })
  .meta({ id: 'RunPage' });
export type RunPage = z.infer<typeof runPageSchema>;
