'use client';

import { useQuery } from '@tanstack/react-query';
import { FetchError } from '@/lib/http/fetch-json';
import { matchFilterOf, type LineView } from '@/lib/reading/lines/line-filter-codec';
import { lineSnapshotOptions, type LineSource } from '@/lib/reading/lines/query-options';
import type { RunDetail } from '@/lib/runs/schema';
import { isOpen } from '@/lib/runs/status';
import type { LogList } from '../list/log-list';

/** While lines arrive, matches are counted again after this time. */
const RECOUNT_MS = 3000;

type SearchOptions = { run: RunDetail; view: LineView; shownError: Error | null };

export type LogSearchState = Pick<LogList, 'matches' | 'matchCount'> & { problem: string | null };

/** The search that marks instead of filtering. */
export function useSearch({ run, view, shownError }: SearchOptions): LogSearchState {
  const filter = view.find === '1' ? matchFilterOf(view) : null;
  const matches: LineSource | null = filter && { runId: run.runId, filter };
  const counted = useQuery({
    ...lineSnapshotOptions(matches ?? { runId: run.runId, filter: {} }),
    enabled: matches !== null,
    refetchInterval: isOpen(run.status) ? RECOUNT_MS : false,
  });
  const error = matches ? counted.error : view.q === undefined ? null : shownError;
  return {
    matches,
    matchCount: matches ? counted.data?.total : undefined,
    problem: error && searchProblemText(error),
  };
}

/** The server's error about the search itself; an outage is reported where the lines would be. */
function searchProblemText(error: Error): string | null {
  if (!(error instanceof FetchError)) return null;
  if (error.code === 'invalid_request') return error.detail ?? error.message;
  return error.code === 'search_timeout' ? error.message : null;
}
