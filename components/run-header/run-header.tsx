'use client';

import { useQuery } from '@tanstack/react-query';
import { MarkedText } from '@/components/ui/marked-text';
import { NameText } from '@/components/ui/name-text';
import { Skeleton } from '@/components/ui/skeleton';
import { ToneBadge } from '@/components/ui/tone-badge';
import { useUrlState } from '@/components/ui/use-url-state';
import { lineViewCodec } from '@/lib/reading/lines/line-filter-codec';
import { runDetailOptions } from '@/lib/runs/query-options';
import { RUN_STATUS_LOOK } from '@/lib/runs/status-look';
import { CompareLink } from './compare-link';
import { CompletenessMark } from './completeness-mark';
import { CopyLinkButton } from './copy-link-button';
import { DeviceTotals } from './device-totals';
import { DownloadMenu } from './download-menu';
import { LevelCountButtons } from './level-count-buttons';
import { RunFacts } from './run-facts';
import { RunNeighbours } from './run-neighbours';

/** The summary of a run, to be read at a glance. */
export function RunHeader({ runId }: { runId: string }) {
  const { data: run, error } = useQuery(runDetailOptions(runId));
  const { value: view, setValue } = useUrlState(lineViewCodec);
  if (!run) return <Skeleton className="h-28" />;
  const look = RUN_STATUS_LOOK[run.status];
  const showLine = (line: number) => setValue({ ...view, line });
  return (
    <header className="flex shrink-0 flex-col gap-1.5 border-b border-line bg-surface px-3 py-2 max-sm:grid max-sm:items-center max-sm:grid-cols-[auto_minmax(0,1fr)_auto] max-sm:gap-x-3 max-sm:gap-y-1 max-sm:py-1.5">
      <div className="flex flex-wrap items-center gap-x-3 gap-y-1 max-sm:contents">
        <h1 className="min-w-0 truncate text-lg font-semibold max-sm:col-span-2 max-sm:flex max-sm:gap-1.5">
          <NameText name={run.jobName} className="max-sm:truncate" />{' '}
          <span className="font-mono font-normal text-muted">#{run.number}</span>
        </h1>
        <ToneBadge tone={look.tone} shape={look.shape} className="text-sm max-sm:row-start-2 max-sm:self-start">
          {look.label}
        </ToneBadge>
        {run.resultText && (
          <p className="min-w-0 truncate text-muted max-sm:hidden">
            <MarkedText text={run.resultText} />
          </p>
        )}
        <div className="ml-auto flex flex-wrap items-center gap-1 max-sm:col-start-3 max-sm:row-start-1">
          <CompareLink runId={run.runId} />
          <CopyLinkButton />
          <DownloadMenu run={run} view={view} />
          <RunNeighbours run={run} view={view} />
        </div>
      </div>
      <RunFacts run={run} />
      <div className="flex flex-wrap items-center gap-x-4 gap-y-1 max-sm:col-span-full max-sm:gap-x-3">
        <DeviceTotals counts={run.deviceCounts} />
        <LevelCountButtons
          counts={run.levelCounts}
          chosen={view.level}
          onChoose={(level) => setValue({ ...view, level: level ? [level] : undefined })}
        />
        <CompletenessMark run={run} onShowLine={showLine} />
        {error && <span className="text-xs text-danger">Not updating: {error.message}</span>}
      </div>
    </header>
  );
}
