import Link from 'next/link';
import { MarkedText } from '@/components/ui/marked-text';
import { NameText } from '@/components/ui/name-text';
import { RelativeTime } from '@/components/ui/relative-time';
import { ToneBadge } from '@/components/ui/tone-badge';
import { runPath } from '@/lib/runs/run-path';
import type { RunSummary } from '@/lib/runs/schema';
import { isOpen } from '@/lib/runs/status';
import { RUN_STATUS_LOOK } from '@/lib/runs/status-look';
import { RunTime } from './run-time';

type RunCardProps = { title: string; run: RunSummary | undefined; note?: string };

/** One of both runs; its space is reserved while it is not known. */
export function RunCard({ title, run, note }: RunCardProps) {
  return (
    <section
      aria-label={title}
      className="flex min-h-16 min-w-0 flex-col gap-1 rounded-md border border-line bg-surface px-3 py-2"
    >
      <p className="flex flex-wrap items-center gap-x-2 gap-y-1">
        <span className="text-xs font-semibold text-muted">{title}</span>
        {run && (
          <>
            <Link href={runPath(run.runId)} className="min-w-0 truncate font-medium underline">
              <NameText name={run.jobName} /> <span className="font-mono">#{run.number}</span>
            </Link>
            <ToneBadge tone={RUN_STATUS_LOOK[run.status].tone} shape={RUN_STATUS_LOOK[run.status].shape}>
              {RUN_STATUS_LOOK[run.status].label}
            </ToneBadge>
            {note && <span className="text-xs text-muted">{note}</span>}
          </>
        )}
      </p>
      {run ? (
        <p className="text-xs text-muted">
          <RunTime time={run.startedAt} /> · <RelativeTime time={run.startedAt} />
          {run.attempt > 1 && ` · attempt ${run.attempt}`}
          {isOpen(run.status) && ' · still going: compared as far as it was'}
        </p>
      ) : (
        <p className="text-xs text-muted">–</p>
      )}
      {run?.resultText && (
        <p className="text-xs break-words">
          <MarkedText text={run.resultText} />
        </p>
      )}
    </section>
  );
}
