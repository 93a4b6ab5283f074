'use client';

import { ArrowLeft } from 'lucide-react';
import Link from 'next/link';
import { buttonClass } from '@/components/ui/button';
import { Kbd } from '@/components/ui/kbd';
import { NameText } from '@/components/ui/name-text';
import type { RunComparison } from '@/lib/analysis/compare/schema';
import { runPath } from '@/lib/runs/run-path';
import type { RunSummary } from '@/lib/runs/schema';
import { shortcutHint, shortcutTitle } from '@/lib/shortcuts/shortcuts';
import { RunCard } from './run-card';
import { RunPicker } from './run-picker';

type CompareHeaderProps = {
  run: RunSummary;
  jobRuns: readonly RunSummary[];
  comparison: RunComparison | undefined;
  otherId: string | undefined;
  /** Undefined stands for the last good run. */
  onChoose: (otherId: string | undefined) => void;
};

const CHOICES: Record<RunComparison['choice'], string> = {
  succeeded: 'the last run that succeeded',
  partial: 'the last partial run; none succeeded',
  given: 'chosen',
};

export function CompareHeader({ run, jobRuns, comparison, otherId, onChoose }: CompareHeaderProps) {
  return (
    <header className="flex flex-col gap-2">
      <div className="flex flex-wrap items-center gap-x-3 gap-y-1">
        <Link
          href={runPath(run.runId)}
          className={buttonClass({ variant: 'ghost', size: 'sm' })}
          title={shortcutTitle('leave-compare')}
        >
          <ArrowLeft aria-hidden className="size-4" />
          Run
        </Link>
        <h1 className="min-w-0 truncate text-lg font-semibold">
          Compare <NameText name={run.jobName} />{' '}
          <span className="font-mono font-normal text-muted">#{run.number}</span>
        </h1>
        <div className="ml-auto flex items-center gap-2">
          <RunPicker runs={jobRuns.filter(({ runId }) => runId !== run.runId)} otherId={otherId} onChoose={onChoose} />
          <span className="hidden items-center gap-1 text-xs text-muted md:flex">
            <Kbd>{shortcutHint('leave-compare')}</Kbd> back
          </span>
        </div>
      </div>
      <div className="grid grid-cols-1 gap-2 md:grid-cols-2">
        <RunCard title="Before" run={comparison?.before} note={comparison && CHOICES[comparison.choice]} />
        <RunCard title="Now" run={comparison?.now ?? run} />
      </div>
    </header>
  );
}
