'use client';

import { ChevronRight, ListFilter } from 'lucide-react';
import { memo } from 'react';
import { cn } from '@/components/ui/cn';
import { NameText } from '@/components/ui/name-text';
import { ToneBadge } from '@/components/ui/tone-badge';
import { nameInText } from '@/lib/format/invisible';
import { formatCount, formatQuantity } from '@/lib/format/number';
import { DEVICE_STATUS_LOOK } from '@/lib/runs/status-look';
import { canChooseAll, type LaneChoice } from './lane-choice';
import type { LaneGroup } from './map-rows';

type GroupRowProps = {
  group: LaneGroup;
  names: readonly string[];
  isOpen: boolean;
  /** The row's button that the tab key reaches; null for none. */
  tabColumn: number | null;
  onToggle: (key: string, isOpen: boolean) => void;
  onChoose: (choice: LaneChoice, isAdding: boolean) => void;
};

/** A group's heading: it folds the group, says what it hides, and chooses its devices while they are few enough. */
export const GroupRow = memo(function GroupRow(props: GroupRowProps) {
  const { group, names, isOpen, tabColumn, onToggle, onChoose } = props;
  const look = group.status ? DEVICE_STATUS_LOOK[group.status] : null;
  const hidden = hiddenText(group);
  return (
    <>
      <button
        type="button"
        data-column={0}
        tabIndex={tabColumn === 0 ? 0 : -1}
        aria-expanded={isOpen}
        title={isOpen ? undefined : hidden}
        onClick={() => onToggle(group.key, !isOpen)}
        className="flex h-6 min-w-0 grow items-center gap-1 pr-1 pl-1 text-left outline-offset-[-2px]"
      >
        <ChevronRight aria-hidden className={cn('size-4 shrink-0 text-muted', isOpen && 'rotate-90')} />
        {look ? (
          <ToneBadge tone={look.tone} shape={look.shape} hasGround={false} className="text-xs">
            {group.label}
          </ToneBadge>
        ) : (
          <NameText name={group.label} className="truncate text-xs font-medium" />
        )}
        <span className="font-mono text-xs">{formatCount(group.lanes.length)}</span>
        {!isOpen && (
          <span className={cn('ml-1 truncate text-xs', group.errorCount > 0 ? 'text-level-error' : 'text-muted')}>
            <span className="sr-only">hides </span>
            {hidden}
          </span>
        )}
      </button>
      {canChooseAll(names) && (
        <button
          type="button"
          data-column={1}
          tabIndex={tabColumn === 1 ? 0 : -1}
          aria-label={`Only these: ${nameInText(group.label)}`}
          title={`Only ${names.length === 1 ? 'this one' : `these ${names.length}`}; with Shift added`}
          onClick={(event) => onChoose({ device: names }, event.shiftKey)}
          className="flex size-6 shrink-0 items-center justify-center text-muted outline-offset-[-2px] hover:text-fg"
        >
          <ListFilter aria-hidden className="size-3.5" />
        </button>
      )}
    </>
  );
});

/** `+1,204 lines, 3 errors` */
function hiddenText({ lineCount, errorCount }: LaneGroup): string {
  const errors = errorCount > 0 ? `, ${formatQuantity(errorCount, 'error')}` : '';
  return `+${formatQuantity(lineCount, 'line')}${errors}`;
}
