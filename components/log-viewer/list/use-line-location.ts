'use client';

import { useQuery, useQueryClient } from '@tanstack/react-query';
import { lineSelectionText } from '@/lib/reading/lines/line-filter-codec';
import type { LineLocation } from '@/lib/reading/lines/locate-line';
import { findIndex, indexInMemory, type ShownLines } from './find-index';

type FoundLocation = { location: LineLocation | undefined; isPending: boolean };

/** Location of a line among those shown; undefined while it is looked up, or when no line is wanted. */
export function useLineLocation(view: ShownLines, seq: number | undefined): FoundLocation {
  const client = useQueryClient();
  const known = seq === undefined ? null : indexInMemory(view, seq);
  const isAsked = seq !== undefined && !known;
  const { runId, filter, upTo } = view.source;
  const { data, isPending } = useQuery({
    queryKey: ['runs', 'lines', runId, lineSelectionText(filter), upTo, 'location', seq],
    queryFn: () => findIndex(client, view, seq ?? 0),
    enabled: isAsked,
    staleTime: Infinity,
  });
  return { location: known ?? (isAsked ? data : undefined), isPending: isAsked && isPending };
}
