import { LEVEL_NUMBER } from '@/lib/store/chunks/level';
import type { LinePattern } from './schema';

/** Orders of a pattern list: by severity, by count, by time. */
export const PATTERN_SORTS = ['level', 'count', 'first'] as const;
export type PatternSort = (typeof PATTERN_SORTS)[number];

type Order = (a: LinePattern, b: LinePattern) => number;

const byFirst: Order = (a, b) => a.firstSeq - b.firstSeq;
const byCount: Order = (a, b) => b.count - a.count || byFirst(a, b);
const ORDERS: Record<PatternSort, Order> = {
  level: (a, b) => LEVEL_NUMBER[b.level] - LEVEL_NUMBER[a.level] || byCount(a, b),
  count: byCount,
  first: byFirst,
};

export const sortPatterns = (patterns: readonly LinePattern[], sort: PatternSort): LinePattern[] =>
  [...patterns].sort(ORDERS[sort]);
