'use client';

import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { Button } from '@/components/ui/button';
import { cn } from '@/components/ui/cn';
import { Skeleton } from '@/components/ui/skeleton';
import { useUrlState } from '@/components/ui/use-url-state';
import { addCauseFilter, causeFilter } from '@/lib/analysis/causes/cause-filter';
import { runCausesOptions } from '@/lib/analysis/causes/query-options';
import type { CauseGroup } from '@/lib/analysis/causes/schema';
import { formatQuantity } from '@/lib/format/number';
import { filterOf, lineFilterText, lineViewCodec } from '@/lib/reading/lines/line-filter-codec';
import { runDetailOptions } from '@/lib/runs/query-options';
import type { RunDetail } from '@/lib/runs/schema';
import { isOpen } from '@/lib/runs/status';
import { CauseChip } from './cause-chip';
import { FirstError } from './first-error';

/**
 * Causes shown before a click shows the rest, the biggest first; a phone shows fewer, to leave the height to the log.
 */
const CAUSES_SHOWN = { wide: 4, phone: 1 };
/** The note of an open run; below the heading where the window is narrow. */
const ROW_HEIGHT = 'h-17 max-sm:h-21 md:h-9';

/** Why the run's devices failed: one row a cause, each with its lines one click away. */
export function Why({ runId }: { runId: string }) {
  const { data: run } = useQuery(runDetailOptions(runId));
  return run ? <Causes run={run} /> : null;
}

function Causes({ run }: { run: RunDetail }) {
  const { data, error, refetch } = useQuery(runCausesOptions(run));
  const { value: view, setValue } = useUrlState(lineViewCodec);
  const [isWhole, setWhole] = useState(false);
  const showLine = (line: number) => setValue({ ...view, line });
  const hasBadDevices = run.deviceCounts.failed + run.deviceCounts.unreachable > 0;
  // The row is reserved while lines arrive, so that the first failure does not push down the line that is being read.
  const isLive = isOpen(run.status);
  if (!data && !error) return hasBadDevices || isLive ? <Skeleton className={cn('shrink-0', ROW_HEIGHT)} /> : null;

  const shownFilter = lineFilterText(filterOf(view));
  const isChosen = (group: CauseGroup) => lineFilterText(causeFilter(group)) === shownFilter;
  const choose = (group: CauseGroup, isAdding: boolean) => {
    if (isAdding) setValue(addCauseFilter(filterOf(view), group));
    else setValue(isChosen(group) ? {} : causeFilter(group));
  };
  const causes = data ? [...data.groups, ...data.recovered] : [];
  const shown = isWhole ? causes : causes.slice(0, CAUSES_SHOWN.wide);
  const isEmpty = causes.length === 0 && !run.firstError && !error;
  if (isEmpty && !isLive) return null;
  return (
    <section
      aria-labelledby="why-heading"
      className={cn(
        'flex shrink-0 flex-col gap-x-3 gap-y-1 overflow-y-auto border-b border-line bg-surface px-3 py-1.5 max-sm:relative md:flex-row',
        isLive && !isWhole ? ROW_HEIGHT : 'max-h-36 md:max-h-44',
        !isLive && !isWhole && 'max-sm:max-h-30',
      )}
    >
      <h2 id="why-heading" className="pt-0.5 text-sm font-semibold">
        Why
      </h2>
      {error && <CausesError error={error} onRetry={() => void refetch()} />}
      {isEmpty && <p className="pt-0.5 text-muted">Nothing has failed so far.</p>}
      {causes.length === 0 && run.firstError && <FirstError error={run.firstError} onShowLine={showLine} />}
      {causes.length > 0 && (
        <ul className="flex min-w-0 flex-wrap items-center gap-x-4 gap-y-1.5">
          {shown.map((group, at) => (
            <CauseChip
              key={`${group.kinds.recovered ?? 0} ${group.deviceCount === 0} ${group.pattern}`}
              group={group}
              className={cn(at >= CAUSES_SHOWN.phone && !isWhole && 'max-sm:hidden')}
              comparedRuns={data?.comparedRuns ?? 0}
              isChosen={isChosen(group)}
              onChoose={choose}
              onShowLine={showLine}
            />
          ))}
          <RestToggle causeCount={causes.length} isWhole={isWhole} onToggle={() => setWhole(!isWhole)} />
        </ul>
      )}
    </section>
  );
}

const CausesError = ({ error, onRetry }: { error: Error; onRetry: () => void }) => (
  <p role="status" className="flex items-center gap-2 text-xs text-danger">
    The causes could not be read: {error.message}
    <Button size="sm" onClick={onRetry}>
      Try again
    </Button>
  </p>
);

type RestToggleProps = { causeCount: number; isWhole: boolean; onToggle: () => void };

/** The number of hidden causes depends on the width, which only the style sheet knows before the page is drawn. */
function RestToggle({ causeCount, isWhole, onToggle }: RestToggleProps) {
  const hidden = { wide: causeCount - CAUSES_SHOWN.wide, phone: causeCount - CAUSES_SHOWN.phone };
  if (hidden.phone <= 0) return null;
  return (
    <li className={cn('max-sm:absolute max-sm:top-0.5 max-sm:right-1', hidden.wide <= 0 && 'sm:hidden')}>
      <Button variant="ghost" size="sm" aria-expanded={isWhole} onClick={onToggle}>
        {isWhole ? (
          'Fewer'
        ) : (
          <>
            <span className="sm:hidden">{formatQuantity(hidden.phone, 'more cause')}</span>
            <span className="max-sm:hidden">{formatQuantity(hidden.wide, 'more cause')}</span>
          </>
        )}
      </Button>
    </li>
  );
}
