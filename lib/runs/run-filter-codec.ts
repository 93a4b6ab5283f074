import { z } from 'zod';
import { DAY_MS, HOUR_MS } from '@/lib/format/time-units';
import { buildUrlCodec, type UrlCodec, type UrlParams, type UrlParse } from '@/lib/http/url-codec';
import { findRunsQuery, runFilterSchema, type FindRunsQuery } from './schema';

/** Ranges that slide with the clock; a link to one means the same span back from whenever it is opened. */
export const RUN_RANGES = {
  '1h': { label: 'Last hour', durationMs: HOUR_MS },
  '24h': { label: 'Last 24 hours', durationMs: DAY_MS },
  '7d': { label: 'Last 7 days', durationMs: 7 * DAY_MS },
  '30d': { label: 'Last 30 days', durationMs: 30 * DAY_MS },
  '90d': { label: 'Last 90 days', durationMs: 90 * DAY_MS },
} as const;
export type RunRange = keyof typeof RUN_RANGES;
const ranges = Object.keys(RUN_RANGES) as [RunRange, ...RunRange[]];

/** State in the job list's URL: the filters of the API, a sliding range instead of from and to, and the page. */
const runListSchema = runFilterSchema.extend({
  range: z.enum(ranges).optional(),
  cursor: z
    .string()
    .max(500)
    .regex(/^[\w-]+$/, 'the page is not one of this list')
    .optional(),
});
export type RunListState = z.infer<typeof runListSchema>;

const fields = buildUrlCodec(runListSchema);

export const runListCodec: UrlCodec<RunListState> = {
  parse: (params: UrlParams): UrlParse<RunListState> => {
    const { value, problems } = fields.parse(params);
    const { from, to, ...rest } = value;
    if (value.range && (from || to)) {
      return { value: rest, problems: [...problems, { param: 'from, to', detail: 'ignored: range is given, too' }] };
    }
    if (from && to && Date.parse(from) >= Date.parse(to)) {
      return { value: rest, problems: [...problems, { param: 'from, to', detail: 'ignored: from is not before to' }] };
    }
    return { value, problems };
  },
  format: fields.format,
};

export const RUNS_PAGE_SIZE = 50;

/** The query to the server; a sliding range becomes a `from` only here, when the request is made. */
export function toFindRunsQuery(state: RunListState, nowMs: number): FindRunsQuery {
  const { range, ...query } = state;
  const from = range ? new Date(nowMs - RUN_RANGES[range].durationMs).toISOString() : query.from;
  return { ...query, from, limit: RUNS_PAGE_SIZE, include: ['jobHistories'] };
}

/** Whether anything narrows the list; the page alone does not. */
export const hasRunFilter = (state: RunListState): boolean => fields.format({ ...state, cursor: undefined }) !== '';

/** The query string of `GET /api/v1/runs`, but for its limit. */
export const formatFindRunsQuery = buildUrlCodec(
  runFilterSchema.extend({ cursor: findRunsQuery.shape.cursor, include: findRunsQuery.shape.include }),
).format;

/** The query string of `GET /api/v1/run-facets`: the filter alone, since every page of the list has the same counts. */
export const formatFacetsQuery = buildUrlCodec(runFilterSchema).format;
