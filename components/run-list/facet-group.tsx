'use client';

import { useId, useState } from 'react';
import { Button } from '@/components/ui/button';
import { foldFacetRows, onlyFacetValue, toggleFacetValue, type FacetRow } from '@/lib/runs/facet-rows';
import { RUN_FACET_LABEL, type RunFacet } from '@/lib/runs/run-facets';
import type { RunListState } from '@/lib/runs/run-filter-codec';
import { FacetValue } from './facet-value';

/** Values shown at first; a click shows the rest. */
const FOLDED_ROWS = 7;

type FacetGroupProps = {
  facet: RunFacet;
  rows: readonly FacetRow[];
  state: RunListState;
  onSet: (state: RunListState) => void;
};

export function FacetGroup({ facet, rows, state, onSet }: FacetGroupProps) {
  const [isOpen, setIsOpen] = useState(false);
  const titleId = useId();
  if (rows.length === 0) return null;
  const folded = foldFacetRows(rows, FOLDED_ROWS);
  const shown = isOpen ? rows : folded;
  return (
    <section aria-labelledby={titleId}>
      <h2 id={titleId} className="px-1 pb-1 text-xs font-medium text-muted">
        {RUN_FACET_LABEL[facet]}
      </h2>
      <ul>
        {shown.map((row) => (
          <FacetValue
            key={row.value}
            facet={facet}
            row={row}
            onToggle={() => onSet(toggleFacetValue(state, facet, row.value))}
            onOnly={() => onSet(onlyFacetValue(state, facet, row.value))}
          />
        ))}
      </ul>
      {folded.length < rows.length && (
        <Button variant="ghost" size="sm" aria-expanded={isOpen} onClick={() => setIsOpen(!isOpen)}>
          {isOpen ? 'Show fewer' : `${rows.length - folded.length} more`}
        </Button>
      )}
    </section>
  );
}
