import { LEVELS, type Level } from '@/lib/store/chunks/level';
import { LEVEL_LOOK } from '@/lib/reading/lines/level-look';
import type { RunTimeline } from '@/lib/analysis/timeline/schema';
import type { LaneColours } from './lane-colours';
import { msToPx, type TimeAxis } from './time-axis';

/** Ordinary levels are drawn faintly, so that warnings and errors stand out. */
const ALPHA = { DEBUG: 0.35, INFO: 0.55, WARNING: 1, ERROR: 1, CRITICAL: 1 } as const satisfies Record<Level, number>;
/** Least height of a level, so that one error among thousands of lines is seen. */
const LEAST_PX = 2;

type Histogram = { axis: TimeAxis; histogram: RunTimeline['histogram']; heightPx: number };

/** Lines per bucket, stacked by level, the worst at the bottom. */
export function drawHistogram(
  context: CanvasRenderingContext2D,
  { axis, histogram, heightPx }: Histogram,
  colours: LaneColours,
): void {
  context.clearRect(0, 0, axis.widthPx, heightPx);
  const { bucketMs, counts } = histogram;
  const isShown = (at: number) => (at + 1) * bucketMs > axis.startMs && at * bucketMs < axis.endMs;
  const max = counts.reduce((most, levels, at) => (isShown(at) ? Math.max(most, sumOf(levels)) : most), 1);
  for (const [at, levels] of counts.entries()) {
    if (!isShown(at)) continue;
    const startPx = msToPx(axis, at * bucketMs);
    const widthPx = Math.max(1, msToPx(axis, (at + 1) * bucketMs) - startPx - 1);
    let bottomPx = heightPx;
    for (const level of LEVELS.toReversed()) {
      const count = levels[LEVELS.indexOf(level)] ?? 0;
      if (count === 0) continue;
      const barPx = Math.max(ALPHA[level] === 1 ? LEAST_PX : 0.5, (count / max) * (heightPx - LEAST_PX * 3));
      context.globalAlpha = ALPHA[level];
      context.fillStyle = colours[LEVEL_LOOK[level].tone];
      context.fillRect(startPx, bottomPx - barPx, widthPx, barPx);
      bottomPx -= barPx;
    }
  }
  context.globalAlpha = 1;
}

const sumOf = (levels: readonly number[]): number => levels.reduce((sum, count) => sum + count, 0);
