import { formatRate, rateOf, type Chart, type ChartBucket } from '@/lib/analysis/insights/chart';
import type { InsightsState } from '@/lib/analysis/insights/insights-codec';
import { formatDate, formatMinute } from '@/lib/format/date-time';
import { formatCount } from '@/lib/format/number';
import { DAY_MS, MINUTE_MS } from '@/lib/format/time-units';
import { runListCodec } from '@/lib/runs/run-filter-codec';
import type { PlotPoint } from './plot-area';

/** Words of a chart: `errors per 1,000 lines`, `per 1,000 lines`, `lines`. */
export type ChartWords = { unit: string; per: string; whole: string };

const weekday = new Intl.DateTimeFormat('en-GB', { weekday: 'short', timeZone: 'UTC' });
const minutes = (ms: number): string => formatCount(Math.floor(ms / MINUTE_MS));

/** `Sat 2026-11-28 (UTC)`, `2026-11-28 02:00`: days are those of UTC, hours those of the reader's zone. */
export function bucketName({ startMs, endMs }: ChartBucket, zone: string): string {
  if (endMs - startMs < DAY_MS) return formatMinute(startMs, zone);
  const day = `${weekday.format(startMs)} ${formatDate(startMs, 'UTC')}`;
  return endMs - startMs === DAY_MS ? `${day} (UTC)` : `${day} to ${formatDate(endMs - 1, 'UTC')} (UTC)`;
}

/** `so far: 12 of 60 min`, or how much of a bucket the range has; empty for a whole one. */
export function partialText({ startMs, endMs, isPartial }: ChartBucket, nowMs: number): string {
  if (!isPartial) return '';
  const whole = minutes(endMs - startMs);
  return nowMs < endMs ? `so far: ${minutes(nowMs - startMs)} of ${whole} min` : 'in part: the range cuts it';
}

/** `3.1 (12 of 3,870)`, or what a gap is. */
export function shareText(chart: Chart, share: Chart['total']['now'][number] | undefined): string {
  const rate = rateOf(share, chart.per);
  if (!share || rate === null) return 'none';
  return `${formatRate(rate)} (${formatCount(share.part)} of ${formatCount(share.whole)})`;
}

/** All that is to be said of a point. */
export function pointText(
  chart: Chart,
  { index, line: at }: PlotPoint,
  { words, zone, nowMs }: { words: ChartWords; zone: string; nowMs: number },
): string {
  const [bucket, line] = [chart.buckets[index], chart.lines[at]];
  if (!bucket || !line) return '';
  const share = line.now[index];
  const rate = rateOf(share, chart.per) ?? 0;
  const before = rateOf(line.before[index], chart.per);
  const so = partialText(bucket, nowMs);
  return [
    `${bucketName(bucket, zone)}${so && ` (${so})`}`,
    `${line.name}: ${formatRate(rate)} ${words.per}`,
    `${formatCount(share?.part ?? 0)} of ${formatCount(share?.whole ?? 0)} ${words.whole}`,
    before === null ? 'nothing before to compare with' : `${formatRate(before)} before`,
  ].join(' · ');
}

/** The list of the runs that started in the point's bucket, and have its value where the list can be filtered by it. */
export function pointHref(chart: Chart, { index, line }: PlotPoint, state: InsightsState): string {
  const bucket = chart.buckets[index];
  const { range: _range, by: _by, ...filter } = state;
  const own = chart.lines[line]?.filter ?? {};
  const span = bucket && { from: new Date(bucket.startMs).toISOString(), to: new Date(bucket.endMs).toISOString() };
  const value = {
    job: own.job ?? filter.job,
    gateway: own.gateway ?? filter.gateway,
    status: filter.status ?? own.status,
  };
  return `/runs${runListCodec.format({ ...filter, ...value, ...span })}`;
}
