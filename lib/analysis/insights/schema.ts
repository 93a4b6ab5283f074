import { z } from 'zod';
import { isoTime } from '@/lib/http/schema';
import { bucketLength } from '@/lib/reading/explore/schema';
import { runFilterSchema } from '@/lib/runs/schema';

export const ERROR_SPLITS = ['level', 'component', 'job', 'gateway', 'device'] as const;
export type ErrorSplit = (typeof ERROR_SPLITS)[number];
export const RUN_SPLITS = ['job', 'type', 'gateway', 'status', 'trigger', 'device'] as const;
export type RunSplit = (typeof RUN_SPLITS)[number];

const FILTERS =
  'Filters choose runs, as those of the list of runs do; device leaves of them the lines and results of these devices';
const isRange = ({ from, to }: { from?: string; to?: string }): boolean =>
  from === undefined || to === undefined || Date.parse(from) < Date.parse(to);
const NO_RANGE = { path: ['to'], message: 'expected a time after from' };
const NEEDS_DEVICE = { path: ['by'], message: 'device needs the filter device, which names the devices to compare' };
const hasItsDevices = ({ by, device }: { by?: string; device?: string[] }): boolean =>
  by !== 'device' || device !== undefined;

const insightQuery = runFilterSchema.extend({
  from: runFilterSchema.shape.from.meta({ description: 'By default 7 days before to' }),
  to: runFilterSchema.shape.to.meta({ description: 'Not included; by default now' }),
  bucketSeconds: bucketLength.meta({
    description:
      'Whole minutes up to an hour, then whole hours, at most 400 buckets; by default an hour, 3 h, 6 h, a day or a week, ' +
      'whichever gives some 100. Buckets begin at 00:00 UTC, weeks on Mondays',
  }),
});

/** Filters that what is counted per hour does not know; lines are then counted with the start of their run. */
export const RUN_ONLY_FILTERS = ['status', 'device', 'q', 'site', 'gateway', 'trigger'] as const;

type ErrorFilter = { by?: ErrorSplit } & Partial<Record<(typeof RUN_ONLY_FILTERS)[number], unknown>>;

/** Only counters per hour know components. */
const isCountable = (query: ErrorFilter): boolean =>
  query.by !== 'component' || RUN_ONLY_FILTERS.every((name) => query[name] === undefined);

/** `GET /api/v1/insights/errors` */
export const insightErrorsQuery = insightQuery
  .extend({
    by: z
      .enum(ERROR_SPLITS)
      .optional()
      .meta({ description: `Without it, one series of all. ${FILTERS}` }),
  })
  .refine(isRange, NO_RANGE)
  .refine(hasItsDevices, NEEDS_DEVICE)
  .refine(isCountable, {
    path: ['by'],
    message: `component can be split with the filters job and type only; leave out ${RUN_ONLY_FILTERS.join(', ')}`,
  });
export type InsightErrorsQuery = z.infer<typeof insightErrorsQuery>;

/** `GET /api/v1/insights/runs` */
export const insightRunsQuery = insightQuery
  .extend({
    by: z
      .enum(RUN_SPLITS)
      .optional()
      .meta({ description: `Without it, one series of all. ${FILTERS}` }),
  })
  .refine(isRange, NO_RANGE)
  .refine(hasItsDevices, NEEDS_DEVICE);
export type InsightRunsQuery = z.infer<typeof insightRunsQuery>;

const bucketFacts = {
  time: isoTime.meta({ description: 'Its start' }),
  isPartial: z.boolean().meta({ description: 'It is not over, or the range has a part of it only' }),
};

const errorBucketSchema = z
  .object({
    ...bucketFacts,
    lines: z.int().meta({ description: 'By level: the lines of this level' }),
    errors: z.int().meta({ description: 'Lines of level ERROR or CRITICAL' }),
  })
  .meta({ id: 'ErrorBucket', description: 'A bucket without a line is left out' });
export type ErrorBucket = z.infer<typeof errorBucketSchema>;

const runBucketSchema = z
  .object({
    ...bucketFacts,
    runs: z.int().meta({ description: 'Runs that started in it' }),
    judged: z.int().meta({ description: 'Of them those that ended succeeded, partial, failed or stale' }),
    failed: z.int(),
    partial: z.int().meta({ description: 'Neither among the failed nor good' }),
    devices: z.int().meta({ description: 'Devices of these runs, each as often as it has runs' }),
    judgedDevices: z.int().meta({ description: 'Of them those that are good, failed or unreachable' }),
    failedDevices: z.int().meta({ description: 'Failed or unreachable' }),
  })
  .meta({ id: 'RunBucket', description: 'A bucket without a run is left out' });
export type RunBucket = z.infer<typeof runBucketSchema>;

function seriesOf<B extends z.ZodType>(bucket: B) {
  const buckets = z.array(bucket).meta({ description: 'Oldest first; those with nothing in them are left out' });
  return {
    series: z
      .array(
        z.object({
          value: z.string().meta({ description: 'Empty where none is named, and without a split' }),
          label: z.string().optional().meta({ description: "The job's name" }),
          buckets,
        }),
      )
      .meta({ description: 'At most 10: those with most errors, or most failed runs; the same values before' }),
    others: z
      .object({ count: z.int().meta({ description: 'How many values these are' }), buckets })
      .nullable()
      .meta({ description: 'All further values together; null where there are none' }),
  };
}

const spanFacts = {
  from: isoTime,
  to: isoTime.meta({ description: 'Not included' }),
  bucketSeconds: z.int(),
};

const answerOf = <B extends z.ZodType>(bucket: B) => ({
  ...spanFacts,
  ...seriesOf(bucket),
  previous: z.object({ ...spanFacts, ...seriesOf(bucket) }).meta({
    description:
      'The same length as many whole weeks earlier as it takes to end before, so that weekdays meet: bucket i stands beside bucket i',
  }),
});

export const insightErrorsSchema = z
  .object({
    ...answerOf(errorBucketSchema),
    countedBy: z.enum(['lineTime', 'runStart']).meta({
      description:
        "Lines count at their own time; where a split or a filter asks for more than level, component, job and type, at their run's start",
    }),
  })
  .meta({ id: 'InsightErrors' });
export type InsightErrors = z.infer<typeof insightErrorsSchema>;

export const insightRunsSchema = z.object(answerOf(runBucketSchema)).meta({ id: 'InsightRuns' });
export type InsightRuns = z.infer<typeof insightRunsSchema>;
