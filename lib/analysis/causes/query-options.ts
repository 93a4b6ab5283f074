import { keepPreviousData, queryOptions } from '@tanstack/react-query';
import { fetchJson } from '@/lib/http/fetch-json';
import type { RunSummary } from '@/lib/runs/schema';
import { runCausesSchema } from './schema';

type Facts = Pick<RunSummary, 'runId' | 'status' | 'deviceCounts'>;

/** Causes change when a device fails or the run ends, and with nothing else; so nobody has to ask every few seconds. */
export const runCausesKey = ({ runId, status, deviceCounts }: Facts) =>
  ['runs', 'causes', runId, status, deviceCounts.failed + deviceCounts.unreachable] as const;

/** A running run caches one answer for each device that failed. */
const KEPT_MS = 60_000;

export const runCausesOptions = (run: Facts) =>
  queryOptions({
    queryKey: runCausesKey(run),
    queryFn: ({ signal }) =>
      fetchJson(runCausesSchema, `/api/v1/runs/${encodeURIComponent(run.runId)}/causes`, { signal }),
    staleTime: Infinity,
    gcTime: KEPT_MS,
    placeholderData: keepPreviousData,
  });
