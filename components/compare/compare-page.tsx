'use client';

import { useQuery } from '@tanstack/react-query';
import { useRouter } from 'next/navigation';
import { UrlProblems } from '@/components/ui/url-problems';
import { useShortcut } from '@/components/ui/use-shortcut';
import { useUrlState } from '@/components/ui/use-url-state';
import { compareViewCodec } from '@/lib/analysis/compare/compare-codec';
import { runComparisonOptions } from '@/lib/analysis/compare/query-options';
import type { RunSummary } from '@/lib/runs/schema';
import { CompareHeader } from './compare-header';
import { CompareSearch } from './compare-search';
import { Comparison } from './comparison';
import { ComparisonSkeleton, NoComparison } from './no-comparison';

type ComparePageProps = { run: RunSummary; jobRuns: readonly RunSummary[] };

/** A run beside the last good one of its job, or any other. */
export function ComparePage({ run, jobRuns }: ComparePageProps) {
  const router = useRouter();
  const { value: view, problems, setValue } = useUrlState(compareViewCodec);
  const { data, error, isFetching, refetch } = useQuery(runComparisonOptions(run.runId, view.with));
  useShortcut('leave-compare', () => router.push(`/runs/${encodeURIComponent(run.runId)}`));
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
