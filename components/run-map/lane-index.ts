import type { Mark, RunTimeline, Span } from '@/lib/analysis/timeline/schema';

/** Marks and stalls by lane, so that drawing a row looks only at its own. */
export type LaneIndex = {
  marksOfDevice: ReadonlyMap<number, readonly Mark[]>;
  marksOfComponent: ReadonlyMap<number, readonly Mark[]>;
  stallsOfDevice: ReadonlyMap<number, readonly Span[]>;
};

export function buildLaneIndex({ marks, stalls }: Pick<RunTimeline, 'marks' | 'stalls'>): LaneIndex {
  const [marksOfDevice, marksOfComponent] = [new Map<number, Mark[]>(), new Map<number, Mark[]>()];
  const stallsOfDevice = new Map<number, Span[]>();
  for (const mark of marks) {
    put(marksOfDevice, mark.lane, mark);
    put(marksOfComponent, mark.component, mark);
  }
  for (const stall of stalls) put(stallsOfDevice, stall.lane, stall);
  return { marksOfDevice, marksOfComponent, stallsOfDevice };
}

function put<T>(lists: Map<number, T[]>, key: number, item: T): void {
  const list = lists.get(key);
  if (list) list.push(item);
  else lists.set(key, [item]);
}

const RANK = { WARNING: 1, ERROR: 2, CRITICAL: 3 } as const satisfies Record<Mark['level'], number>;

export const markRank = ({ level }: Mark): number => RANK[level];

/** Where marks overlap, the worst is drawn on top. */
export const worstLast = (marks: readonly Mark[]): Mark[] => [...marks].sort((a, b) => markRank(a) - markRank(b));

/** The first line of ERROR or worse; null where no mark tells it. */
export function firstErrorSeq(marks: readonly Mark[] | undefined): number | null {
  return (marks ?? []).reduce<number | null>(
    (first, mark) => (mark.level === 'WARNING' || (first !== null && first < mark.seq) ? first : mark.seq),
    null,
  );
}
