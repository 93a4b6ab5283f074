'use client';

import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { lineSelectionText } from '@/lib/reading/lines/line-filter-codec';
import type { LineLocation } from '@/lib/reading/lines/locate-line';
import { findIndex, indexInMemory, type ShownLines } from './find-index';

/** Location of a line among those shown; undefined while it is looked up, or when no line is wanted. */
export function useLineLocation(view: ShownLines, seq: number | undefined): LineLocation | undefined {
  const client = useQueryClient();
  const known = seq === undefined ? null : indexInMemory(view, seq);
  const { runId, filter, upTo } = view.source;
  const { data } = useQuery({
    queryKey: ['runs', 'lines', runId, lineSelectionText(filter), upTo, 'location', seq],
    queryFn: () => findIndex(client, view, seq ?? 0),
    enabled: seq !== undefined && !known,
    staleTime: Infinity,
  });
  return known ?? (seq === undefined ? undefined : data);
}

/** Calls `onArrive` while rendering, once for each index that is found for a wanted line. */
export function useArrival(location: LineLocation | undefined, onArrive: (location: LineLocation) => void): void {
  const [arrivedIndex, setArrivedIndex] = useState<number | null>(null);
  const index = location?.index ?? null;
  if (index === arrivedIndex) return;
  setArrivedIndex(index);
  if (location) onArrive(location);
}
