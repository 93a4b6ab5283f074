'use client';

import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { lineSelectionText } from '@/lib/reading/lines/line-filter-codec';
import type { LineLocation } from '@/lib/reading/lines/locate-line';
import { findIndex, indexInMemory, type LineView } from './find-index';

/** Where a line stands among those shown; undefined while that is looked up, or when no line is asked for. */
export function useLineLocation(view: LineView, seq: number | undefined): LineLocation | undefined {
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

/** Calls `onArrive` while rendering, once for each place that a wanted line turns out to have. */
export function useArrival(location: LineLocation | undefined, onArrive: (location: LineLocation) => void): void {
  const [arrivedIndex, setArrivedIndex] = useState<number | null>(null);
  const index = location?.index ?? null;
  if (index === arrivedIndex) return;
  setArrivedIndex(index);
  if (location) onArrive(location);
}
