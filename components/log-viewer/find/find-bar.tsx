'use client';

import { ChevronDown, ChevronUp } from 'lucide-react';
import { Button } from '@/components/ui/button';
import { IconButton } from '@/components/ui/icon-button';
import { formatCount, formatQuantity } from '@/lib/format/number';
import { hasLineFilter, onlySearch } from '@/lib/reading/lines/line-filter-codec';
import { useLogList } from '../list/log-list';
import { matchPosition } from './match-position';
import { stepToMatch } from './match-steps';

/** Shows which match the cursor is at, and how many there are. */
export function FindBar({ query }: { query: string }) {
  const list = useLogList();
  const { view, setView, source, matches, turns } = list;
  const { index, total, note } = matchPosition(list);
  const hasMatches = total !== undefined && total > 0;
  // Other filters could be why nothing is found.
  const hasOthers = matches !== null && hasLineFilter(source.filter);
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
            onClick={() => turns.take(stepToMatch(-1))}
          />
          <IconButton
            size="sm"
            label="Next match"
            icon={<ChevronDown aria-hidden className="size-4" />}
            onClick={() => turns.take(stepToMatch(1))}
          />
        </>
      )}
      {total === 0 && hasOthers && (
        <Button size="sm" onClick={() => setView(onlySearch(view), 'push')}>
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
