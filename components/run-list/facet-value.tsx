import { cn } from '@/components/ui/cn';
import { NameText } from '@/components/ui/name-text';
import { Shape } from '@/components/ui/shape';
import { TONE_CLASSES } from '@/components/ui/tone';
import { nameInText } from '@/lib/format/invisible';
import { formatCompactCount, formatQuantity } from '@/lib/format/number';
import type { FacetRow } from '@/lib/runs/facet-rows';
import type { RunFacet } from '@/lib/runs/run-facets';
import { RUN_STATUSES } from '@/lib/runs/status';
import { RUN_STATUS_LOOK } from '@/lib/runs/status-look';

type FacetValueProps = { facet: RunFacet; row: FacetRow; onToggle: () => void; onOnly: () => void };

/** The box adds the value to the filter, the text makes it the only one. */
export function FacetValue({ facet, row, onToggle, onOnly }: FacetValueProps) {
  const { value, count, isTicked } = row;
  const label = nameInText(row.label);
  const status = facet === 'status' ? RUN_STATUSES.find((known) => known === value) : undefined;
  const look = status && RUN_STATUS_LOOK[status];
  return (
    <li className={cn('flex h-7 items-center rounded-sm px-1 hover:bg-hover', isTicked && 'bg-selected')}>
      <input
        type="checkbox"
        aria-label={`Add ${label}`}
        title={isTicked ? `Take ${label} out` : `Add ${label}`}
        className="size-4 shrink-0 accent-accent"
        checked={isTicked}
        onChange={onToggle}
      />
      <button
        type="button"
        aria-label={`Only ${label}, ${formatQuantity(count, 'run')}`}
        title={`Only ${label}`}
        className="flex h-full min-w-0 grow items-center gap-1.5 rounded-sm pl-2 text-left"
        onClick={onOnly}
      >
        {look && <Shape name={look.shape} className={cn('size-3.5', TONE_CLASSES[look.tone].text)} />}
        <NameText name={row.label} className="min-w-0 grow truncate" />
        <span className={cn('shrink-0 font-mono text-xs', count > 0 ? 'text-muted' : 'text-faint')}>
          {formatCompactCount(count)}
        </span>
      </button>
    </li>
  );
}
