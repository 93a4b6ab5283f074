import { LEVELS, LEVEL_NUMBER, ERROR_NUMBER, levelIndex, type Level } from '@/lib/store/chunks/level';
import type { Minimap } from '@/lib/reading/lines/schema';

/** Height of a row of the minimap; an error is always this tall, however many lines share its pixel. */
export const BAR_PX = 2;
const MAX_MINIMAP_BUCKETS = 2000;
/** Heights are rounded to steps, so that resizing the window asks for few maps. */
const HEIGHT_STEP_PX = 40;

export type Bar = { level: Level; topPx: number; heightPx: number };
export type MatchTick = { topPx: number };
type Scale = { total: number; heightPx: number };

/** Number of buckets with which each bucket is one row of the minimap. */
export const bucketsFor = (heightPx: number): number =>
  Math.min(MAX_MINIMAP_BUCKETS, Math.max(1, Math.ceil(heightPx / HEIGHT_STEP_PX) * (HEIGHT_STEP_PX / BAR_PX)));

/** The map's bars, then those of lines that came since. The worst come last, so that they are drawn on top. */
export function minimapBars(map: Minimap, newLevels: readonly Level[], scale: Scale): Bar[] {
  const known = map.buckets.map(({ level }, at) => barOf(level, bucketRange(map, at), scale));
  const added = newLevels.map((level, at) => barOf(level, { start: map.total + at, end: map.total + at + 1 }, scale));
  return [...known, ...added].sort((one, other) => LEVEL_NUMBER[one.level] - LEVEL_NUMBER[other.level]);
}

/** Ticks where the search found lines. */
export const minimapTicks = (map: Minimap, scale: Scale): MatchTick[] =>
  map.buckets.flatMap(({ matches = 0 }, at) =>
    matches > 0 ? [{ topPx: yOf(bucketRange(map, at).start, scale) }] : [],
  );

/** The line at a height of the minimap. */
export const indexAt = (yPx: number, { total, heightPx }: Scale): number =>
  Math.max(0, Math.min(total - 1, Math.floor((yPx / Math.max(1, heightPx)) * total)));

/** The warnings, errors and matches in words: `31 ERROR, 118 WARNING; 340 matches`. */
export function minimapText({ buckets, matches }: Minimap): string {
  const counts = [...LEVELS]
    .reverse()
    .map((level) => ({ level, count: buckets.reduce((sum, bucket) => sum + (bucket.counts[level] ?? 0), 0) }))
    .filter(({ level, count }) => count > 0 && levelIndex(LEVEL_NUMBER[level]) >= levelIndex(LEVEL_NUMBER.WARNING))
    .map(({ level, count }) => `${count} ${level}`);
  const levels = counts.length > 0 ? counts.join(', ') : 'no warnings or errors';
  return matches === null ? levels : `${levels}; ${matches} ${matches === 1 ? 'match' : 'matches'}`;
}

const bucketRange = ({ total, buckets }: Minimap, at: number) => ({
  start: Math.ceil((at * total) / buckets.length),
  end: Math.ceil(((at + 1) * total) / buckets.length),
});

const yOf = (index: number, { total, heightPx }: Scale): number => (index / Math.max(1, total)) * heightPx;

function barOf(level: Level, { start, end }: { start: number; end: number }, scale: Scale): Bar {
  const minPx = LEVEL_NUMBER[level] >= ERROR_NUMBER ? BAR_PX : 1;
  // Bars are on whole pixels, or the background would show between two of them.
  const topPx = Math.floor(yOf(start, scale));
  const heightPx = Math.max(minPx, Math.ceil(yOf(end, scale)) - topPx);
  return { level, topPx: Math.min(topPx, scale.heightPx - heightPx), heightPx };
}
