import { z } from 'zod';
import { commaList, idText, isoTime, TIME_FORMS } from '@/lib/http/schema';
import { LEVELS } from '@/lib/store/chunks/level';
import { lineFilterSchema, timeBound } from '@/lib/store/query/line-filter';
import { lineSchema } from '@/lib/store/chunks/line';
import { MAX_LINE_PAGE } from '@/lib/reading/lines/schema';
import { levelCountsSchema } from '@/lib/runs/field-schema';
import { parseLineCursor } from './line-cursor';

/** Filters of the lines of all runs: those of one run's lines, jobs, and a range of the lines' own time. */
const lineSearch = lineFilterSchema.omit({ since: true, until: true }).extend({
  from: timeBound.optional().meta({ description: `Of this time or later; ${TIME_FORMS}` }),
  to: timeBound.optional().meta({ description: `Before this time; ${TIME_FORMS}` }),
  job: commaList(idText).optional().meta({ description: 'Job ids' }),
});
export type LineSearch = z.infer<typeof lineSearch>;

type Range = Pick<LineSearch, 'from' | 'to'>;
const isRange = ({ from, to }: Range): boolean =>
  from === undefined || to === undefined || Date.parse(from) < Date.parse(to);
const NO_RANGE = { path: ['to'], message: 'expected a time after from' };

/** `GET /api/v1/lines` */
export const findNewestLinesQuery = lineSearch
  .extend({
    limit: z.coerce.number().int().min(1).max(MAX_LINE_PAGE).default(100),
    cursor: z
      .string()
      .max(1000)
      .refine((text) => parseLineCursor(text) !== null, 'expected the nextCursor of an earlier answer')
      .optional(),
  })
  .refine(isRange, NO_RANGE);
export type FindNewestLinesQuery = z.infer<typeof findNewestLinesQuery>;

const partial = z
  .boolean()
  .meta({ description: 'True when the time for one answer was over before everything was read' });

export const newestLinesSchema = z
  .object({
    lines: z.array(lineSchema.extend({ runId: z.string(), jobId: z.string() }).meta({ id: 'RunLine' })),
    nextCursor: z.string().nullable().meta({
      description: 'Give as cursor to go on; null at the end. A partial answer has one even when it has no line',
    }),
    partial,
  })
  .meta({ id: 'NewestLines' });
export type NewestLines = z.infer<typeof newestLinesSchema>;

/** Range of counts, as it was counted: whole minutes. */
const countedRange = { from: isoTime, to: isoTime.meta({ description: 'Not included' }), partial };

/** The length of a bucket, in seconds: what counters of minutes and of hours can be added up to. */
export const bucketLength = z.coerce
  .number()
  .int()
  .min(60)
  .max(366 * 86_400)
  .refine((seconds) => seconds % 60 === 0, 'expected whole minutes')
  .refine((seconds) => seconds < 3600 || seconds % 3600 === 0, 'expected whole hours above one hour')
  .optional();

/** `GET /api/v1/histogram` */
export const histogramQuery = lineSearch
  .extend({
    bucketSeconds: bucketLength.meta({
      description: 'Whole minutes up to an hour, then whole hours; by default some 60 buckets',
    }),
  })
  .refine(isRange, NO_RANGE);
export type HistogramQuery = z.infer<typeof histogramQuery>;

export const histogramSchema = z
  .object({
    ...countedRange,
    bucketSeconds: z.int(),
    buckets: z
      .array(z.object({ time: isoTime, counts: levelCountsSchema.partial() }))
      .meta({ description: 'All buckets of the range, oldest first; levels without a line are left out' }),
  })
  .meta({ id: 'Histogram' });
export type Histogram = z.infer<typeof histogramSchema>;

/** `GET /api/v1/facets` */
export const facetsQuery = lineSearch.refine(isRange, NO_RANGE);
export type FacetsQuery = z.infer<typeof facetsQuery>;

const omitted = z.int().meta({ description: 'How many names with fewer lines are left out' });

export const facetsSchema = z
  .object({
    ...countedRange,
    levels: z.array(z.object({ level: z.enum(LEVELS), count: z.int() })),
    components: z.array(z.object({ component: z.string(), count: z.int() })),
    devices: z.array(z.object({ device: z.string(), count: z.int() })).meta({
      description:
        'Lines that name no device are left out. Without component, device, phase and q the range is that of the start of the runs',
    }),
    jobs: z.array(z.object({ jobId: z.string(), jobName: z.string(), count: z.int() })),
    omitted: z.object({ components: omitted, devices: omitted, jobs: omitted }),
  })
  .meta({ id: 'Facets', description: 'Lines per name, the most first' });
export type Facets = z.infer<typeof facetsSchema>;
