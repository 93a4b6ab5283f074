import { queryOptions } from '@tanstack/react-query';
import { fetchJson } from '@/lib/http/fetch-json';
import { buildUrlCodec } from '@/lib/http/url-codec';
import { runListCodec, toFindRunsQuery, type RunListState } from '@/lib/runs/run-filter-codec';
import { runFilterSchema } from '@/lib/runs/schema';
import { findJobsQuery, jobPageSchema, type FindJobsQuery } from './schema';

const JOBS_REFRESH_MS = 10_000;
/** A page of jobs on screen, which is sorted by what needs attention: few installations have more. */
const JOBS_PAGE_SIZE = 200;

const formatQuery = buildUrlCodec(runFilterSchema.extend({ cursor: findJobsQuery.shape.cursor })).format;

/** The query to the server for the state in the page's address, which is that of the job list. */
export function toFindJobsQuery(state: RunListState, nowMs: number): FindJobsQuery {
  const { include: _, ...query } = toFindRunsQuery(state, nowMs);
  return { ...query, limit: JOBS_PAGE_SIZE };
}

export const jobListKey = (state: RunListState) => ['jobs', runListCodec.format(state)] as const;

export const jobListOptions = (state: RunListState) =>
  queryOptions({
    queryKey: jobListKey(state),
    queryFn: ({ signal }) => {
      const query = formatQuery(toFindJobsQuery(state, Date.now()));
      return fetchJson(jobPageSchema, `/api/v1/jobs${query}${query ? '&' : '?'}limit=${JOBS_PAGE_SIZE}`, { signal });
    },
    refetchInterval: JOBS_REFRESH_MS,
  });
