import { LEVELS } from '@/lib/store/chunks/level';
import type { ComponentLane } from './schema';

/** Lines of one bucket per level; `fromMs` and `toMs` are the first and the last of them on the timeline. */
export type LevelBucket = { index: number; levelCounts: number[]; fromMs: number; toMs: number };

/** Lines of one component in one bucket. */
export type ComponentBucket = { index: number; component: string; count: number };

export type ComponentTotal = Pick<ComponentLane, 'component' | 'levelCounts'>;

/** Lines per bucket and level, empty buckets too. */
export function buildLevelHistogram(buckets: readonly LevelBucket[], bucketCount: number): number[][] {
  const known = new Map(buckets.map(({ index, levelCounts }) => [index, levelCounts]));
  return Array.from({ length: bucketCount }, (_, index) => known.get(index) ?? LEVELS.map(() => 0));
}

/** A lane for each of the components, in their order; the buckets come in the order of time. */
export function buildComponentLanes(
  totals: readonly ComponentTotal[],
  buckets: readonly ComponentBucket[],
): ComponentLane[] {
  const lanes = new Map(totals.map((total) => [total.component, { ...total, buckets: [] as [number, number][] }]));
  for (const { index, component, count } of buckets) lanes.get(component)?.buckets.push([index, count]);
  return [...lanes.values()];
}
