'use client';

import { ChevronDown, ChevronUp } from 'lucide-react';
import { Button } from '@/components/ui/button';
import { IconButton } from '@/components/ui/icon-button';
import { formatCount, formatQuantity } from '@/lib/format/number';
import type { FindStep } from '../list/log-hand';
import type { FindState } from './use-find';

type FindBarProps = {
  find: FindState;
  onStep: (step: FindStep) => void;
  query: string;
  /** Other filters, which could be why nothing is found; null when there are none. */
  onClearOthers: (() => void) | null;
};

/** Shows which match the cursor is at, and how many there are. */
export function FindBar({ find, onStep, query, onClearOthers }: FindBarProps) {
  const { index, total, note } = find;
  const hasMatches = total !== undefined && total > 0;
  return (
    <div role="group" aria-label="Matches" className="flex min-w-0 items-center gap-1 text-xs">
      <span role="status" aria-label="Match" className="truncate whitespace-nowrap">
        {total === undefined ? 'searching …' : matchText(index, total, query)}
        {note && <span className="ml-1.5 text-muted">{note}</span>}
      </span>
      {hasMatches && (
        <>
          <IconButton
            size="sm"
            label="Previous match"
            icon={<ChevronUp aria-hidden className="size-4" />}
            onClick={() => onStep(-1)}
          />
          <IconButton
            size="sm"
            label="Next match"
            icon={<ChevronDown aria-hidden className="size-4" />}
            onClick={() => onStep(1)}
          />
        </>
      )}
      {total === 0 && onClearOthers && (
        <Button size="sm" onClick={onClearOthers}>
          Clear the other filters
        </Button>
      )}
    </div>
  );
}

function matchText(index: number | null, total: number, query: string): string {
  if (total === 0) return `no match for “${query}”`;
  return index === null
    ? formatQuantity(total, 'match', 'matches')
    : `match ${formatCount(index + 1)} of ${formatCount(total)}`;
}
