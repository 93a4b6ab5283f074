import { LEVELS, levelIndex } from '@/lib/lines/level';
import type { ComponentLane } from './schema';

/** Lines of one bucket, component and level; `fromMs` and `toMs` are the first and the last of them on the timeline. */
export type BucketRow = {
  place: number;
  /** Null: one that has no lane. */
  component: string | null;
  level: number;
  count: number;
  fromMs: number;
  toMs: number;
};

const noLines = (): number[] => LEVELS.map(() => 0);

/** Lines per bucket and level. */
export function buildHistogram(rows: readonly BucketRow[], bucketCount: number): number[][] {
  const counts = Array.from({ length: bucketCount }, noLines);
  for (const { place, level, count } of rows) addTo(counts[place], level, count);
  return counts;
}

/** A lane for each of the components, in their order. */
export function buildComponentLanes(rows: readonly BucketRow[], components: readonly string[]): ComponentLane[] {
  const lanes = new Map(
    components.map((component) => [component, { levelCounts: noLines(), buckets: new Map<number, number>() }]),
  );
  for (const { place, component, level, count } of rows) {
    const lane = component === null ? undefined : lanes.get(component);
    if (!lane) continue;
    addTo(lane.levelCounts, level, count);
    lane.buckets.set(place, (lane.buckets.get(place) ?? 0) + count);
  }
  return [...lanes].map(([component, { levelCounts, buckets }]) => ({
    component,
    levelCounts,
    buckets: [...buckets].sort(([one], [other]) => one - other),
  }));
}

function addTo(counts: number[] | undefined, level: number, count: number): void {
  const index = levelIndex(level);
  if (counts) counts[index] = (counts[index] ?? 0) + count;
}
