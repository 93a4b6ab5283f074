import type { Mark } from '@/lib/analysis/timeline/schema';
import { MARK_PX } from './hit-test';
import { MARK_COLOURS } from './lane-colours';
import { markRank, worstLast } from './lane-index';
import { ROW_PX, type Brush } from './lane-scene';
import { msToPx, type TimeAxis } from './time-axis';

const MARK_HEIGHT_PX = { WARNING: 10, ERROR: 16, CRITICAL: 22 } as const;
/** Above so many marks in a row only the worst of each pixel is drawn. */
const MANY_MARKS = 300;

/** Each at least some pixels wide, so that one short error is seen; the worst on top. */
export function drawMarks(brush: Brush, marks: readonly Mark[]): void {
  const { context, scene, colours } = brush;
  const { axis } = scene;
  const shown = marks.filter(({ ms }) => ms >= axis.startMs && ms <= axis.endMs);
  for (const { ms, level } of shown.length > MANY_MARKS ? worstOfPixels(shown, axis) : worstLast(shown)) {
    const heightPx = MARK_HEIGHT_PX[level];
    const px = Math.min(axis.widthPx - MARK_PX, Math.floor(msToPx(axis, ms)));
    context.fillStyle = colours[MARK_COLOURS[level]];
    context.fillRect(px, (ROW_PX - heightPx) / 2, MARK_PX, heightPx);
  }
}

function worstOfPixels(marks: readonly Mark[], axis: TimeAxis): Mark[] {
  const worst = new Map<number, Mark>();
  for (const mark of marks) {
    const px = Math.floor(msToPx(axis, mark.ms));
    const known = worst.get(px);
    if (!known || markRank(mark) > markRank(known)) worst.set(px, mark);
  }
  return worstLast([...worst.values()]);
}
