'use client';

import { useNow } from '@/components/ui/use-now';
import { HOUR_MS } from '@/lib/format/time-units';
import type { RunDetail } from '@/lib/runs/schema';
import { isOpen } from '@/lib/runs/status';
import type { RunTimeline } from '@/lib/analysis/timeline/schema';
import { buildMapClock, type MapClock } from './map-clock';

/** The clock of the rows: by the second while the run is open. `updatedAtMs` is 0 while another key's answer stands in. */
export function useMapClock(run: RunDetail, timeline: RunTimeline, updatedAtMs: number): MapClock {
  const clockMs = useNow(isOpen(run.status) ? 1000 : HOUR_MS);
  const isKnown = clockMs !== null && updatedAtMs > 0;
  return buildMapClock(run, timeline, isKnown ? clockMs - updatedAtMs : 0);
}
