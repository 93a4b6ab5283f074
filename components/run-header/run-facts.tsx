import type { ReactNode } from 'react';
import { cn } from '@/components/ui/cn';
import { NameText } from '@/components/ui/name-text';
import { RelativeTime } from '@/components/ui/relative-time';
import { formatDuration } from '@/lib/format/duration';
import type { RunDetail } from '@/lib/runs/schema';
import { expectedEnd } from '@/lib/runs/usual-duration';
import { RunDurationFact } from './run-duration-fact';

/** Facts that are hidden on a phone to leave their room to the log. */
const WIDE_ONLY: ReadonlySet<string> = new Set(['Queued', 'Attempt', 'Trigger', 'Gateway', 'Type']);
/** The fact whose name is left out where there is little room. */
const SELF_EVIDENT = 'Duration';

export function RunFacts({ run }: { run: RunDetail }) {
  const endsAt = expectedEnd(run);
  const facts: [name: string, value: ReactNode][] = [
    ['Duration', <RunDurationFact key="duration" run={run} />],
    ['Started', <RelativeTime key="started" time={run.startedAt} />],
    ['Expected end', endsAt && <RelativeTime key="end" time={endsAt} />],
    ['Queued', queuedText(run)],
    ['Attempt', run.attempt],
    ['Trigger', run.trigger && <NameText key="trigger" name={run.trigger} />],
    ['Gateway', run.gateway && <NameText key="gateway" name={run.gateway} />],
    ['Type', run.jobType && <NameText key="type" name={run.jobType} />],
  ];
  return (
    <dl className="flex flex-wrap gap-x-4 gap-y-1 text-xs max-sm:col-span-2 max-sm:row-start-2 max-sm:gap-x-3">
      {facts.map(([name, value]) =>
        value === null || value === '' ? null : (
          <div key={name} className={cn('flex gap-1.5', WIDE_ONLY.has(name) && 'max-sm:hidden')}>
            <dt className={cn('text-muted', name === SELF_EVIDENT && 'max-sm:sr-only')}>{name}</dt>
            <dd className="font-mono">{value}</dd>
          </div>
        ),
      )}
    </dl>
  );
}

/** How long the run waited before it began. */
function queuedText({ queuedAt, startedAt }: RunDetail): string | null {
  if (!queuedAt || queuedAt === startedAt) return null;
  return formatDuration(Date.parse(startedAt) - Date.parse(queuedAt));
}
