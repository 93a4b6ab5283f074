import type { RunTimeline } from '@/lib/analysis/timeline/schema';
import { errorCountOf } from './lane-facts';
import type { MapRow } from './map-rows';

type ColumnContext = { timeline: Pick<RunTimeline, 'devices'>; cellCount: number };

/** What can be chosen in a row one beside the other: its name, a device's phases, and the number of errors where there are any. */
export function countColumns(row: MapRow, { timeline, cellCount }: ColumnContext): number {
  if (row.kind === 'group') return 2;
  if (row.kind !== 'device') return row.kind === 'component' ? 2 : 1;
  const lane = timeline.devices[row.lane];
  return cellCount + (lane && errorCountOf(lane) > 0 ? 2 : 1);
}
