import type { RunListState } from '@/lib/runs/run-filter-codec';

/** `part` of `whole`: errors of lines, failed runs of those with an outcome. */
export type Share = { part: number; whole: number };
export type ChartBucket = { startMs: number; endMs: number; isPartial: boolean };

export type ChartLine = {
  name: string;
  /** How it is drawn; lines of splits have the look of their place. */
  look: 'all' | 'bad' | 'warn' | 'error' | 'critical' | number;
  /** What the list of runs is filtered by for a point of it, beside the time; null where it has no such filter. */
  filter: Partial<RunListState> | null;
  /** One a bucket; null is a gap. */
  now: (Share | null)[];
  before: (Share | null)[];
};

export type Chart = {
  /** A rate counts so many of the whole. */
  per: 100 | 1000;
  buckets: ChartBucket[];
  lines: ChartLine[];
  /** Everything together, whatever it is split by. */
  total: Pick<ChartLine, 'now' | 'before'>;
};

type AnsweredBucket = { time: string; isPartial: boolean };
type AnsweredSeries<B extends AnsweredBucket> = {
  series: { value: string; label?: string; buckets: B[] }[];
  others: { count: number; buckets: B[] } | null;
};
type Span = { from: string; to: string; bucketSeconds: number };
export type InsightAnswer<B extends AnsweredBucket> = Span & AnsweredSeries<B> & { previous: Span & AnsweredSeries<B> };

/** One part of an answer, aligned: a value's buckets, now and before, one a bucket of the chart. */
export type AlignedSeries<B> = { value: string | null; name: string; now: (B | null)[]; before: (B | null)[] };

/** The buckets of an answer and its series, with the others as the last. */
export function alignAnswer<B extends AnsweredBucket>(
  answer: InsightAnswer<B>,
  { starts, nowMs }: { starts: readonly number[]; nowMs: number },
): { buckets: ChartBucket[]; series: AlignedSeries<B>[] } {
  const bucketMs = answer.bucketSeconds * 1000;
  const { previous } = answer;
  const shiftMs = Date.parse(answer.from) - Date.parse(previous.from);
  const [fromMs, toMs] = [Date.parse(answer.from), Math.min(nowMs, Date.parse(answer.to))];
  const spread = (buckets: readonly B[], shift: number): (B | null)[] => {
    const found = new Map(buckets.map((bucket) => [Date.parse(bucket.time) + shift, bucket]));
    return starts.map((startMs) => found.get(startMs) ?? null);
  };
  const series = answer.series.map(({ value, label, buckets }, index) => ({
    ...{ value, name: label ?? value, now: spread(buckets, 0) },
    before: spread(previous.series[index]?.buckets ?? [], shiftMs),
  }));
  const others = answer.others && {
    ...{ value: null, name: `${answer.others.count} others`, now: spread(answer.others.buckets, 0) },
    before: spread(previous.others?.buckets ?? [], shiftMs),
  };
  return {
    buckets: starts.map((startMs) => {
      const endMs = startMs + bucketMs;
      return { startMs, endMs, isPartial: startMs < fromMs || endMs > toMs };
    }),
    series: others ? [...series, others] : series,
  };
}

/** All series of a bucket added up; null where none has one. */
export function sumShares<B>(
  series: readonly (readonly (B | null)[])[],
  toShare: (bucket: B) => Share,
): (Share | null)[] {
  return (series[0] ?? []).map((_, index) => {
    const shares = series.flatMap((buckets) => {
      const bucket = buckets[index];
      return bucket ? [toShare(bucket)] : [];
    });
    return shares.length === 0 ? null : shares.reduce((a, b) => ({ part: a.part + b.part, whole: a.whole + b.whole }));
  });
}

/** Null where there is nothing to take a share of: a gap, not a zero. */
export const rateOf = (share: Share | null | undefined, per: number): number | null =>
  share && share.whole > 0 ? (share.part * per) / share.whole : null;

/** The rate over all buckets that are over; those before at the same places. */
export function wholeRate({ buckets, per }: Chart, shares: readonly (Share | null)[]): number | null {
  const over = shares.filter((_, index) => buckets[index]?.isPartial === false).filter((share) => share !== null);
  return rateOf(
    over.reduce((a, b) => ({ part: a.part + b.part, whole: a.whole + b.whole }), { part: 0, whole: 0 }),
    per,
  );
}

/** The highest rate of a bucket that is over, with its place; null where there is none. */
export function highestRate(chart: Chart): { rate: number; index: number; line: ChartLine } | null {
  let highest: { rate: number; index: number; line: ChartLine } | null = null;
  for (const line of chart.lines) {
    for (const [index, share] of line.now.entries()) {
      const rate = chart.buckets[index]?.isPartial === false ? rateOf(share, chart.per) : null;
      if (rate !== null && rate > (highest?.rate ?? -1)) highest = { rate, index, line };
    }
  }
  return highest;
}

/** `12`, `3.1`, `0.04`: no more digits than say something; a rate that is not 0 is never shown as 0. */
export function formatRate(rate: number): string {
  if (Number.isInteger(rate) || rate >= 99.95) return Math.round(rate).toLocaleString('en-US');
  if (rate >= 0.095) return rate.toFixed(1);
  return rate < 0.01 ? '< 0.01' : rate.toFixed(2);
}
