'use client';

import { useQuery } from '@tanstack/react-query';
import { UrlProblems } from '@/components/ui/url-problems';
import { useUrlState } from '@/components/ui/use-url-state';
import { lineViewCodec } from '@/lib/reading/lines/line-filter-codec';
import { runDetailOptions } from '@/lib/runs/query-options';
import { LogArea } from './log-area';
import { LogSkeleton } from './log-skeleton';

/** The log of one run: filters, lines and the open line, all of them in the address. */
export function LogViewer({ runId }: { runId: string }) {
  const { value: view, problems, setValue } = useUrlState(lineViewCodec);
  const { data: run } = useQuery(runDetailOptions(runId));
  return (
    <section aria-label="Log" className="flex min-h-0 min-w-0 grow flex-col">
      <UrlProblems problems={problems} />
      {run ? <LogArea run={run} view={view} setView={setValue} /> : <LogSkeleton />}
    </section>
  );
}
