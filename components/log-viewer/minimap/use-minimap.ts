'use client';

import { keepPreviousData, useQuery } from '@tanstack/react-query';
import type { LineFilter } from '@/lib/store/query/line-filter';
import type { Minimap } from '@/lib/reading/lines/schema';
import { minimapOptions, type LineSource } from '@/lib/reading/lines/query-options';
import { bucketsFor } from './minimap-bars';

/** While lines arrive, the map is read again after this time; until then newer lines are drawn from the tail. */
const REFRESH_MS = 3000;

type MinimapRequest = {
  source: LineSource;
  /** The filter whose matches get ticks; null without a search, or when the search itself filters. */
  found: LineFilter | null;
  total: number;
  heightPx: number;
};

export function useMinimap({ source, found, total, heightPx }: MinimapRequest): Minimap | undefined {
  const { data } = useQuery({
    ...minimapOptions(source, found, bucketsFor(heightPx)),
    enabled: heightPx > 0 && total > 0,
    placeholderData: keepPreviousData,
    refetchInterval: (query) => (query.state.data && query.state.data.total < total ? REFRESH_MS : false),
  });
  return data;
}
