import type { InsightSpan } from './span';
import { isPartialBucket } from './span';

/** One bucket of one series: sums by name. `startMs` is the bucket's of the present range, also in a row of the range before. */
export type CountRow<Measure extends string> = {
  startMs: number;
  /** Null: of the values that have no series of their own. */
  value: string | null;
  /** 1 is the first series. */
  place: number;
} & Record<Measure, number>;

export type CountedSpan<Measure extends string> = { rows: CountRow<Measure>[]; otherValues: number };

type Bucket<Measure extends string> = { time: string; isPartial: boolean } & Record<Measure, number>;
type Series<Measure extends string> = {
  series: { value: string; label?: string; buckets: Bucket<Measure>[] }[];
  others: { count: number; buckets: Bucket<Measure>[] } | null;
};

export type SeriesShape<Measure extends string> = {
  span: InsightSpan;
  measures: readonly Measure[];
  /** The values that have a series, in order. */
  values: readonly string[];
  labels: ReadonlyMap<string, string>;
  nowMs: number;
};

/** The values of the series, the most important first. */
export const valuesOfRows = (rows: readonly { value: string | null; place: number }[]): string[] => [
  ...new Set([...rows].sort((a, b) => a.place - b.place).flatMap(({ value }) => (value === null ? [] : [value]))),
];

/** Series of one range; `shiftMs` is how much earlier than the present range it lies. */
export function buildSeries<Measure extends string>(
  { rows, otherValues }: CountedSpan<Measure>,
  shape: SeriesShape<Measure>,
  shiftMs: number,
): Series<Measure> {
  const inOrder = [...rows].sort((a, b) => a.startMs - b.startMs);
  const bucketsOf = (wanted: string | null): Bucket<Measure>[] =>
    inOrder.filter(({ value }) => value === wanted).map((row) => toBucket(row, shape, shiftMs));
  return {
    series: shape.values.map((value) => {
      const label = shape.labels.get(value);
      return { value, ...(label !== undefined && { label }), buckets: bucketsOf(value) };
    }),
    others: otherValues > 0 ? { count: otherValues, buckets: bucketsOf(null) } : null,
  };
}

function toBucket<Measure extends string>(
  row: CountRow<Measure>,
  { span, measures, nowMs }: SeriesShape<Measure>,
  shiftMs: number,
): Bucket<Measure> {
  const sums = Object.fromEntries(measures.map((name): [Measure, number] => [name, row[name]]));
  return {
    time: new Date(row.startMs - shiftMs).toISOString(),
    // The range before has been over for a while: of it only what is cut off is partial.
    isPartial: isPartialBucket(row.startMs, span, shiftMs === 0 ? nowMs : Infinity),
    ...(sums as Record<Measure, number>),
  };
}
