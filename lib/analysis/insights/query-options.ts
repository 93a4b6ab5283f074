import { queryOptions } from '@tanstack/react-query';
import { fetchJson } from '@/lib/http/fetch-json';
import { formatInsightQuery, insightsCodec, toErrorsQuery, toRunsQuery, type InsightsState } from './insights-codec';
import { insightErrorsSchema, insightRunsSchema } from './schema';

/** The last bucket grows while it is looked at. */
const INSIGHTS_REFRESH_MS = 60_000;

export const insightErrorsKey = (state: InsightsState) => ['insights', 'errors', insightsCodec.format(state)] as const;
export const insightRunsKey = (state: InsightsState) => ['insights', 'runs', insightsCodec.format(state)] as const;

export const insightErrorsOptions = (state: InsightsState) =>
  queryOptions({
    queryKey: insightErrorsKey(state),
    queryFn: ({ signal }) => {
      const query = formatInsightQuery(toErrorsQuery(state, Date.now()));
      return fetchJson(insightErrorsSchema, `/api/v1/insights/errors${query}`, { signal });
    },
    refetchInterval: INSIGHTS_REFRESH_MS,
  });

export const insightRunsOptions = (state: InsightsState) =>
  queryOptions({
    queryKey: insightRunsKey(state),
    queryFn: ({ signal }) => {
      const query = formatInsightQuery(toRunsQuery(state, Date.now()));
      return fetchJson(insightRunsSchema, `/api/v1/insights/runs${query}`, { signal });
    },
    refetchInterval: INSIGHTS_REFRESH_MS,
  });
