import type { DeviceLane, Mark, RunTimeline, Span } from '@/lib/analysis/timeline/schema';
import { drawnPhases, type DrawnPhase } from './lane-facts';
import { markRank, type LaneIndex } from './lane-index';
import type { MapRow } from './map-rows';
import { foldAt, msToPx, pxToMs, type AxisPart, type TimeAxis } from './time-axis';

/** Marks are drawn at least this wide. */
export const MARK_PX = 3;
/** A pointer this near to a mark hits it. */
const REACH_PX = 4;

export type LaneHit =
  | { kind: 'mark'; mark: Mark }
  | { kind: 'fold'; fold: AxisPart }
  | { kind: 'stall'; stall: Span }
  | { kind: 'phase'; lane: DeviceLane; phase: DrawnPhase }
  | { kind: 'lane' };

export type HitContext = { axis: TimeAxis; timeline: RunTimeline; index: LaneIndex; nowMs: number };

/**
 * What is under the pointer in a row's lane: the worst mark in reach, the nearest of several; without a mark, what is
 * drawn below.
 */
export function hitLane(row: MapRow, px: number, context: HitContext): LaneHit {
  const { axis, timeline, index, nowMs } = context;
  const mark = nearestMark(marksOfRow(row, index), px, axis);
  if (mark) return { kind: 'mark', mark };
  const fold = foldAt(axis, px);
  if (fold) return { kind: 'fold', fold };
  const lane = row.kind === 'device' ? timeline.devices[row.lane] : undefined;
  if (row.kind !== 'device' || !lane) return { kind: 'lane' };
  const ms = pxToMs(axis, px);
  const holds = ({ startMs, endMs }: Span) =>
    (ms >= startMs && ms <= endMs) || (startMs >= axis.startMs && Math.abs(msToPx(axis, startMs) - px) <= 1);
  const stall = index.stallsOfDevice.get(row.lane)?.find(holds);
  if (stall) return { kind: 'stall', stall };
  const phase = drawnPhases(lane, nowMs).findLast(holds);
  return phase ? { kind: 'phase', lane, phase } : { kind: 'lane' };
}

/** The marks of a row; a group has those of its devices. */
export function marksOfRow(row: MapRow, index: LaneIndex): readonly Mark[] {
  switch (row.kind) {
    case 'device':
      return index.marksOfDevice.get(row.lane) ?? [];
    case 'component':
      return index.marksOfComponent.get(row.lane) ?? [];
    case 'group':
      return row.isOpen ? [] : row.group.lanes.flatMap((lane) => index.marksOfDevice.get(lane) ?? []);
    case 'phase':
      return [];
    default:
      return row satisfies never;
  }
}

function nearestMark(marks: readonly Mark[], px: number, axis: TimeAxis): Mark | undefined {
  let best: { mark: Mark; distance: number } | undefined;
  for (const mark of marks) {
    if (mark.ms < axis.startMs || mark.ms > axis.endMs) continue;
    const distance = Math.abs(msToPx(axis, mark.ms) + MARK_PX / 2 - px);
    if (distance > REACH_PX) continue;
    const rank = best ? markRank(mark) - markRank(best.mark) : 1;
    if (!best || rank > 0 || (rank === 0 && distance < best.distance)) best = { mark, distance };
  }
  return best?.mark;
}
