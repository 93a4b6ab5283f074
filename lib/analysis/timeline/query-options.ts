import { keepPreviousData, queryOptions, type QueryClient } from '@tanstack/react-query';
import { fetchJson } from '@/lib/http/fetch-json';
import type { RunSummary } from '@/lib/runs/schema';
import { isOpen } from '@/lib/runs/status';
import { runTimelineSchema, type RunTimeline } from './schema';

type Facts = Pick<RunSummary, 'runId' | 'status' | 'deviceCounts' | 'lineCount'>;

/** How old the timeline of an open run may get. */
const OPEN_REFRESH_MS = 5000;
/** Some answers are a megabyte. */
const KEPT_MS = 60_000;

/**
 * A run that has ended gets another timeline only by late lines and results, which show in its counts. Those of an open run
 * change each second, and are no reason to ask more often than the refresh does.
 */
export const runTimelineKey = ({ runId, status, deviceCounts, lineCount }: Facts) =>
  ['runs', 'timeline', runId, status, isOpen(status) ? null : [deviceCounts, lineCount]] as const;

export const runTimelinePath = (runId: string): string => `/api/v1/runs/${encodeURIComponent(runId)}/timeline`;

export const runTimelineOptions = (run: Facts) =>
  queryOptions({
    queryKey: runTimelineKey(run),
    queryFn: ({ signal }) => fetchJson(runTimelineSchema, runTimelinePath(run.runId), { signal }),
    staleTime: isOpen(run.status) ? OPEN_REFRESH_MS : Infinity,
    refetchInterval: isOpen(run.status) ? OPEN_REFRESH_MS : false,
    gcTime: KEPT_MS,
    placeholderData: keepPreviousData,
  });

const isSmall = ({ lineCount, deviceCounts }: Facts): boolean =>
  lineCount <= 20_000 && Object.values(deviceCounts).reduce((sum, count) => sum + count, 0) <= 200;

/** The page includes the timeline of a small run; a large one would delay the page and be sent twice. */
export async function prefetchTimeline(
  client: QueryClient,
  run: Facts,
  read: () => Promise<RunTimeline>,
): Promise<void> {
  if (isSmall(run)) await client.prefetchQuery({ queryKey: runTimelineKey(run), queryFn: read });
}
