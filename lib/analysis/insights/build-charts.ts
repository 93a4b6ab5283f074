import type { PageSplit } from './insights-codec';
import { alignAnswer, sumShares, type AlignedSeries, type Chart, type ChartLine, type Share } from './chart';
import type { ErrorBucket, InsightErrors, InsightRuns, RunBucket } from './schema';
import { insightBucketStarts } from './span';

type Split = PageSplit | undefined;

const startsOf = ({ from, to, bucketSeconds }: InsightErrors | InsightRuns): number[] =>
  insightBucketStarts({
    range: { fromMs: Date.parse(from), toMs: Date.parse(to) },
    bucketMs: bucketSeconds * 1000,
  });

/** How the list of runs finds those of a value. */
function filterOf(by: Split, value: string | null): ChartLine['filter'] {
  if (by === undefined) return {};
  if (value === null || value === '') return null;
  if (by === 'job') return { job: [value] };
  return by === 'gateway' ? { gateway: [value] } : null;
}

const NAMELESS = { level: 'no level', component: 'no component', job: 'no job', gateway: 'no Gateway' } as const;

function lineOf<B>(
  { value, name, now, before }: AlignedSeries<B>,
  by: Split,
  { look, toShare }: { look: ChartLine['look']; toShare: (bucket: B) => Share },
): ChartLine {
  const share = (bucket: B | null) => (bucket ? toShare(bucket) : null);
  return {
    ...{ name: by === undefined ? 'All' : name || NAMELESS[by], look, filter: filterOf(by, value) },
    now: now.map(share),
    before: before.map(share),
  };
}

const totalOf = <B>(series: readonly AlignedSeries<B>[], toShare: (bucket: B) => Share): Chart['total'] => ({
  now: sumShares(
    series.map(({ now }) => now),
    toShare,
  ),
  before: sumShares(
    series.map(({ before }) => before),
    toShare,
  ),
});

const errorShare = ({ errors, lines }: ErrorBucket): Share => ({ part: errors, whole: lines });

/** Errors per 1,000 lines. A level's are of the lines of all levels, and only levels of errors have any. */
export function buildErrorChart(answer: InsightErrors, by: Split, nowMs: number): Chart {
  const { buckets, series } = alignAnswer(answer, { starts: startsOf(answer), nowMs });
  const total = totalOf(series, errorShare);
  const lines = by === 'level' ? levelLines(series, total) : splitLines(series, by, errorShare);
  return { per: 1000, buckets, lines, total };
}

function levelLines(series: readonly AlignedSeries<ErrorBucket>[], total: Chart['total']): ChartLine[] {
  const ofAll = (own: (ErrorBucket | null)[], all: (Share | null)[]): (Share | null)[] =>
    all.map((share, index) => share && { part: own[index]?.errors ?? 0, whole: share.whole });
  return (['CRITICAL', 'ERROR'] as const).flatMap((level) => {
    const found = series.find(({ value }) => value === level);
    if (!found) return [];
    const look = level === 'ERROR' ? 'error' : 'critical';
    return [
      { name: level, look, filter: null, now: ofAll(found.now, total.now), before: ofAll(found.before, total.before) },
    ];
  });
}

const splitLines = <B>(series: readonly AlignedSeries<B>[], by: Split, toShare: (bucket: B) => Share): ChartLine[] =>
  series.map((one, index) => lineOf(one, by, { look: by === undefined ? 'all' : index, toShare }));

const failedShare = ({ failed, judged }: RunBucket): Share => ({ part: failed, whole: judged });
const partialShare = ({ partial, judged }: RunBucket): Share => ({ part: partial, whole: judged });
const deviceShare = ({ failedDevices, judgedDevices }: RunBucket): Share => ({
  part: failedDevices,
  whole: judgedDevices,
});

/** Failed runs per 100 with an outcome; not split, partial ones beside them. */
export function buildFailedRunChart(answer: InsightRuns, by: Split, nowMs: number): Chart {
  const { buckets, series } = alignAnswer(answer, { starts: startsOf(answer), nowMs });
  const failed = splitLines(series, by, failedShare);
  const lines =
    by === undefined
      ? series.flatMap((one): ChartLine[] => [
          { ...lineOf(one, by, { look: 'bad', toShare: failedShare }), name: 'Failed', filter: { status: ['failed'] } },
          {
            ...lineOf(one, by, { look: 'warn', toShare: partialShare }),
            name: 'Partial',
            filter: { status: ['partial'] },
          },
        ])
      : failed.map((line) => ({ ...line, filter: line.filter && { ...line.filter, status: ['failed' as const] } }));
  return { per: 100, buckets, lines, total: totalOf(series, failedShare) };
}

/** Devices that failed or were unreachable, per 100 with a result. */
export function buildFailedDeviceChart(answer: InsightRuns, by: Split, nowMs: number): Chart {
  const { buckets, series } = alignAnswer(answer, { starts: startsOf(answer), nowMs });
  return { per: 100, buckets, lines: splitLines(series, by, deviceShare), total: totalOf(series, deviceShare) };
}
