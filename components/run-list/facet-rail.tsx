'use client';

import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { formatCount } from '@/lib/format/number';
import { buildFacetRows } from '@/lib/runs/facet-rows';
import { runFacetsOptions } from '@/lib/runs/query-options';
import type { RunListState } from '@/lib/runs/run-filter-codec';
import { RUN_FACETS } from '@/lib/runs/run-facets';
import { FacetGroup } from './facet-group';
import { FacetSkeleton } from './facet-skeleton';
import type { JobOption } from '@/lib/runs/job-facts';

type FacetRailProps = { state: RunListState; jobs: readonly JobOption[]; onSet: (state: RunListState) => void };

/** The facets with live counts; a facet without values is left out. */
export function FacetRail({ state, jobs, onSet }: FacetRailProps) {
  const { data, error, isPlaceholderData } = useQuery({
    ...runFacetsOptions(state),
    placeholderData: keepPreviousData,
  });
  const nameOf = (value: string) => jobs.find((job) => job.jobId === value)?.name ?? value;
  if (!data && !error) return <FacetSkeleton />;
  return (
    <div aria-busy={isPlaceholderData} className="flex flex-col gap-3">
      {error && (
        <p role="alert" className="text-xs text-danger">
          The counts cannot be shown: {error.message}
        </p>
      )}
      {RUN_FACETS.map((facet) => (
        <FacetGroup
          key={facet}
          facet={facet}
          rows={buildFacetRows({ facet, values: data?.facets[facet] ?? [], state }, nameOf)}
          state={state}
          onSet={onSet}
        />
      ))}
      {data?.isBounded && (
        <p className="text-xs text-muted">
          These counts cover the newest {formatCount(data.windowRuns)} runs of the range.
        </p>
      )}
    </div>
  );
}
