import { z } from 'zod';
import { buildUrlCodec, type UrlCodec } from '@/lib/http/url-codec';
import { RUN_RANGES, runListCodec, type RunListState } from '@/lib/runs/run-filter-codec';
import { runFilterSchema, type RunFilter } from '@/lib/runs/schema';
import { ERROR_SPLITS, RUN_ONLY_FILTERS, RUN_SPLITS, type InsightErrorsQuery, type InsightRunsQuery } from './schema';
import { chooseBucketMs, insightBucketStart } from './span';

/** What the page splits by; a chart that knows nothing of it stays whole and says so. */
export const PAGE_SPLITS = ['level', 'component', 'job', 'gateway'] as const;
export type PageSplit = (typeof PAGE_SPLITS)[number];
const splitSchema = z.object({ by: z.enum(PAGE_SPLITS).optional() });

/** State in the page's URL: the filters and ranges of the job list, and what the charts are split by. */
export type InsightsState = RunListState & z.infer<typeof splitSchema>;

const splitFields = buildUrlCodec(splitSchema);

export const insightsCodec: UrlCodec<InsightsState> = {
  parse: (params) => {
    const list = runListCodec.parse(params);
    const split = splitFields.parse(params);
    // The job list says what is wrong with its part.
    return { value: { ...list.value, ...split.value, cursor: undefined }, problems: split.problems };
  },
  format: (state) => {
    const parts = [runListCodec.format(state), splitFields.format(state)].filter((part) => part !== '');
    return parts.length === 0 ? '' : `?${parts.map((part) => part.slice(1)).join('&')}`;
  },
};

export const DEFAULT_RANGE = '7d';

/** A sliding range begins with a whole bucket, so that only the last one is partial. */
function rangeOf({ range, from, to }: InsightsState, nowMs: number): Pick<RunFilter, 'from' | 'to'> {
  if (range === undefined && (from !== undefined || to !== undefined)) return { from, to };
  const { durationMs } = RUN_RANGES[range ?? DEFAULT_RANGE];
  const fromMs = nowMs - durationMs;
  const bucketMs = chooseBucketMs({ fromMs, toMs: nowMs });
  const startMs = insightBucketStart(fromMs, bucketMs);
  return { from: new Date(startMs === fromMs ? startMs : startMs + bucketMs).toISOString() };
}

function filterOf(state: InsightsState, nowMs: number): RunFilter {
  const { range: _range, cursor: _cursor, by: _by, ...filter } = state;
  return { ...filter, ...rangeOf(state, nowMs) };
}

const oneOf = <T extends string>(known: readonly T[], by: PageSplit | undefined): T | undefined =>
  known.find((split) => split === by);

/** Undefined where the errors cannot be split so, under these filters. */
export const errorSplitOf = (state: InsightsState) =>
  state.by === 'component' && RUN_ONLY_FILTERS.some((name) => state[name] !== undefined)
    ? undefined
    : oneOf(ERROR_SPLITS, state.by);
export const runSplitOf = ({ by }: InsightsState) => oneOf(RUN_SPLITS, by);

export const toErrorsQuery = (state: InsightsState, nowMs: number): InsightErrorsQuery => ({
  ...filterOf(state, nowMs),
  by: errorSplitOf(state),
});
export const toRunsQuery = (state: InsightsState, nowMs: number): InsightRunsQuery => ({
  ...filterOf(state, nowMs),
  by: runSplitOf(state),
});

/** The query string of both answers. */
export const formatInsightQuery = buildUrlCodec(runFilterSchema.extend({ by: z.string().optional() })).format;
