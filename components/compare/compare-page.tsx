'use client';

import { useQuery } from '@tanstack/react-query';
import { useRouter } from 'next/navigation';
import { UrlProblems } from '@/components/ui/url-problems';
import { useShortcut } from '@/components/ui/use-shortcut';
import { useUrlState } from '@/components/ui/use-url-state';
import { compareViewCodec } from '@/lib/analysis/compare/compare-codec';
import { runComparisonOptions } from '@/lib/analysis/compare/query-options';
import { runPath } from '@/lib/runs/run-path';
import type { RunSummary } from '@/lib/runs/schema';
import { CompareHeader } from './compare-header';
import { CompareSearch } from './compare-search';
import { Comparison } from './comparison';
import { ComparisonSkeleton, NoComparison } from './no-comparison';

type ComparePageProps = { run: RunSummary; jobRuns: readonly RunSummary[] };

/** Compares a run with the last good run of its job, or with any other. */
export function ComparePage({ run, jobRuns }: ComparePageProps) {
  const router = useRouter();
  const { value: view, problems, setValue } = useUrlState(compareViewCodec);
  const { data, error, isFetching, refetch } = useQuery(runComparisonOptions(run.runId, view.with));
  useShortcut('leave-compare', () => router.push(runPath(run.runId)));
  return (
    <div className="flex flex-col gap-3 p-3">
      <CompareHeader
        run={run}
        jobRuns={jobRuns}
        comparison={data}
        otherId={view.with}
        onChoose={(otherId) => setValue({ ...view, with: otherId })}
      />
      <UrlProblems problems={problems} />
      <CompareSearch
        value={view.q ?? ''}
        onChange={(q) => setValue({ ...view, q: q === '' ? undefined : q }, 'replace')}
      />
      {data && <Comparison comparison={data} view={view} onView={setValue} />}
      {!data && error && !isFetching && <NoComparison error={error} onRetry={() => void refetch()} />}
      {!data && isFetching && <ComparisonSkeleton lineCount={run.lineCount} />}
    </div>
  );
}
