'use client';

import { memo } from 'react';
import { cn } from '@/components/ui/cn';
import { NameText } from '@/components/ui/name-text';
import { nameInText } from '@/lib/format/invisible';
import { formatCompactCount, formatQuantity } from '@/lib/format/number';
import { ErrorBadge } from './error-badge';
import { canChoose, type LaneChoice } from './lane-choice';

type PlainRowProps = {
  kind: 'component' | 'phase';
  name: string;
  /** Lines of a component; devices that reached a phase. */
  count: number;
  badCount: number;
  ground: string | null;
  isChosen: boolean;
  isNarrow: boolean;
  firstErrorSeq: number | null;
  tabColumn: number | null;
  onChoose: (choice: LaneChoice, isAdding: boolean) => void;
  onOpenLine: (seq: number) => void;
};

/** The label of a component's or a phase's lane. */
export const PlainRow = memo(function PlainRow(props: PlainRowProps) {
  const { kind, name, count, badCount, ground, isChosen, isNarrow, tabColumn, onChoose } = props;
  const quantity = formatQuantity(count, kind === 'phase' ? 'device' : 'line');
  return (
    <>
      <button
        type="button"
        data-column={0}
        tabIndex={tabColumn === 0 ? 0 : -1}
        aria-pressed={isChosen}
        disabled={!canChoose(name)}
        title={`${nameInText(name)}: ${quantity}`}
        onClick={(event) => onChoose({ [kind]: [name] }, event.shiftKey)}
        className="flex h-6 min-w-0 grow items-center gap-2 pr-1 pl-3 text-left text-xs outline-offset-[-2px]"
      >
        {ground && <span aria-hidden className={cn('size-2.5 shrink-0', ground)} />}
        <NameText name={name || 'none named'} className="truncate font-mono" />
        <span className="ml-auto shrink-0 font-mono text-muted">
          {isNarrow ? formatCompactCount(count) : quantity}
          {kind === 'phase' && badCount > 0 && <span className="text-level-error"> {badCount} failed</span>}
        </span>
      </button>
      {kind === 'component' && (
        <ErrorBadge
          count={badCount}
          name={name}
          firstSeq={props.firstErrorSeq}
          column={1}
          isTabStop={tabColumn === 1}
          isNarrow={isNarrow}
          onOpenLine={props.onOpenLine}
        />
      )}
    </>
  );
});
