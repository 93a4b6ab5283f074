'use client';

import { Check, ChevronDown } from 'lucide-react';
import { Button } from '@/components/ui/button';
import { Menu, MenuItem } from '@/components/ui/menu';
import { ToneBadge } from '@/components/ui/tone-badge';
import type { RunSummary } from '@/lib/runs/schema';
import { RUN_STATUS_LOOK } from '@/lib/runs/status-look';
import { RunTime } from './run-time';

type RunPickerProps = {
  /** The job's other runs, newest first. */
  runs: readonly RunSummary[];
  /** What the address names. */
  otherId: string | undefined;
  onChoose: (otherId: string | undefined) => void;
};

/** Which run to compare with: the last good one, or one of the job's last. */
export function RunPicker({ runs, otherId, onChoose }: RunPickerProps) {
  const trigger = (
    <Button size="sm">
      Compare with
      <ChevronDown aria-hidden className="size-3.5 text-muted" />
    </Button>
  );
  return (
    <Menu trigger={trigger}>
      <MenuItem onSelect={() => onChoose(undefined)}>
        <span className="grow">Last good run</span>
        <Chosen isChosen={otherId === undefined} />
      </MenuItem>
      {runs.map((run) => (
        <MenuItem key={run.runId} onSelect={() => onChoose(run.runId)}>
          <span className="w-12 font-mono text-muted">#{run.number}</span>
          <RunTime time={run.startedAt} />
          <ToneBadge
            tone={RUN_STATUS_LOOK[run.status].tone}
            shape={RUN_STATUS_LOOK[run.status].shape}
            hasGround={false}
            className="grow"
          >
            {RUN_STATUS_LOOK[run.status].label}
            {run.attempt > 1 && `, attempt ${run.attempt}`}
          </ToneBadge>
          <Chosen isChosen={otherId === run.runId} />
        </MenuItem>
      ))}
    </Menu>
  );
}

const Chosen = ({ isChosen }: { isChosen: boolean }) => (
  <span className="size-4">
    {isChosen && (
      <>
        <Check aria-hidden className="size-4" />
        <span className="sr-only">chosen</span>
      </>
    )}
  </span>
);
