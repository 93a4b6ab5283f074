'use client';

import { useQuery } from '@tanstack/react-query';
import { Button } from '@/components/ui/button';
import { EmptyState } from '@/components/ui/empty-state';
import { Shape } from '@/components/ui/shape';
import { Skeleton } from '@/components/ui/skeleton';
import { formatCount, formatQuantity } from '@/lib/format/number';
import { filterOf, type LineView } from '@/lib/reading/lines/line-filter-codec';
import { filterOfPattern, showLike } from '@/lib/analysis/patterns/filter-like';
import { patternsOptions } from '@/lib/analysis/patterns/query-options';
import type { RunPatterns } from '@/lib/analysis/patterns/schema';
import type { RunDetail } from '@/lib/runs/schema';
import { NoLinesMatch } from '../filters/no-lines-match';
import { PatternTable } from './pattern-table';

type PatternsViewProps = { run: RunDetail; view: LineView; setView: (view: LineView) => void };

/** Shows the patterns of the matching lines with their counts instead of the lines. */
export function PatternsView({ run, view, setView }: PatternsViewProps) {
  const { data, error, isFetching, refetch } = useQuery(patternsOptions(run.runId, filterOf(view)));
  const newerCount = data ? run.lineCount - data.lastSeq : 0;
  return (
    <section aria-label="Patterns of the lines" className="flex min-h-0 grow flex-col">
      <div className="flex h-8 shrink-0 items-center gap-3 border-b border-line px-2 text-xs text-muted">
        <span role="status" className="min-w-0 truncate">
          {data && !isFetching ? summaryOf(data) : error ? '' : `Reading ${formatQuantity(run.lineCount, 'line')} …`}
        </span>
        {data && newerCount > 0 && (
          <span className="flex shrink-0 items-center gap-2">
            {formatQuantity(newerCount, 'newer line')}
            <Button size="sm" disabled={isFetching} onClick={() => void refetch()}>
              Read again
            </Button>
          </span>
        )}
      </div>
      {error ? (
        <EmptyState
          role="alert"
          title="The patterns could not be read"
          action={<Button onClick={() => void refetch()}>Try again</Button>}
        >
          {error.message}
        </EmptyState>
      ) : !data ? (
        <PatternSkeleton />
      ) : data.patterns.length === 0 ? (
        <NoPatterns run={run} view={view} setView={setView} />
      ) : (
        <div className="min-h-0 grow overflow-y-auto bg-surface">
          <PatternTable
            patterns={data.patterns}
            onShow={(row) => setView(showLike(view, filterOfPattern(row)))}
            onOpenLine={(line) => setView({ ...view, line })}
          />
          {data.patterns.length < data.patternCount && (
            <p className="px-3 py-2 text-xs text-muted">
              These are the {formatCount(data.patterns.length)} most important patterns. Filter by level, component or
              device to see others.
            </p>
          )}
        </div>
      )}
    </section>
  );
}

const summaryOf = ({ patternCount, lineCount }: RunPatterns): string =>
  `${formatQuantity(patternCount, 'pattern')} in ${formatQuantity(lineCount, 'line')}; numbers, addresses and names are masked`;

function NoPatterns({ run, view, setView }: PatternsViewProps) {
  if (run.lineCount > 0) return <NoLinesMatch run={run} view={view} onChange={setView} />;
  return (
    <EmptyState role="status" title="No lines yet" icon={<Shape name="spinner" className="size-6 text-muted" />} />
  );
}

const ROWS = Array.from({ length: 12 }, (_, row) => row);

function PatternSkeleton() {
  return (
    <div aria-hidden className="min-h-0 grow overflow-hidden bg-surface pt-7">
      {ROWS.map((row) => (
        <div key={row} className="flex h-8 items-center gap-3 px-3">
          <Skeleton className="h-4 w-6" />
          <Skeleton className="h-3 w-14" />
          <Skeleton className="h-3 w-1/2" />
        </div>
      ))}
    </div>
  );
}
