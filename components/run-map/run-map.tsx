'use client';

import { useQuery } from '@tanstack/react-query';
import { preload } from 'react-dom';
import { Button } from '@/components/ui/button';
import { EmptyState } from '@/components/ui/empty-state';
import { Skeleton } from '@/components/ui/skeleton';
import { runDetailOptions } from '@/lib/runs/query-options';
import type { RunDetail } from '@/lib/runs/schema';
import { runTimelineOptions, runTimelinePath } from '@/lib/analysis/timeline/query-options';
import { MapPanel } from './map-panel';

/** Devices, their phases and the run's timeline in one set of rows; what is chosen here filters the log, through the address. */
export function RunMap({ runId }: { runId: string }) {
  const { data: run } = useQuery(runDetailOptions(runId));
  return (
    <section aria-label="Devices and timeline" className="flex min-h-0 grow flex-col bg-surface" aria-busy={!run}>
      {run ? <TimelineOf run={run} /> : <MapSkeleton />}
    </section>
  );
}

function TimelineOf({ run }: { run: RunDetail }) {
  const { data, dataUpdatedAt, error, refetch } = useQuery(runTimelineOptions(run));
  // The server's HTML starts the request, so that a large timeline is on its way while the page hydrates.
  if (!data && typeof window === 'undefined') {
    preload(runTimelinePath(run.runId), { as: 'fetch', crossOrigin: 'anonymous' });
  }
  if (data) return <MapPanel run={run} timeline={data} updatedAtMs={dataUpdatedAt} error={error} />;
  if (!error) return <MapSkeleton />;
  return (
    <EmptyState
      role="alert"
      title="The timeline could not be read"
      action={<Button onClick={() => void refetch()}>Try again</Button>}
    >
      {error.message}
    </EmptyState>
  );
}

/** As tall as most maps turn out to be, so that the log below stays where it is. */
function MapSkeleton() {
  return (
    <div className="flex h-72 flex-col gap-1 p-2">
      <Skeleton className="h-7 w-1/2" />
      <Skeleton className="h-14" />
      {Array.from({ length: 7 }, (_, at) => (
        <Skeleton key={at} className="h-5" />
      ))}
    </div>
  );
}
