'use client';

import { useId, useState } from 'react';
import { ToggleButton } from '@/components/ui/toggle-button';
import { EmptyState } from '@/components/ui/empty-state';
import { useNow } from '@/components/ui/use-now';
import { useTimeZone } from '@/components/ui/use-time-zone';
import { formatRate, highestRate, wholeRate, type Chart } from '@/lib/analysis/insights/chart';
import type { InsightsState } from '@/lib/analysis/insights/insights-codec';
import { MINUTE_MS } from '@/lib/format/time-units';
import { ChartFigure } from './chart-figure';
import { ChartLegend } from './chart-legend';
import { ChartTable } from './chart-table';
import { bucketName, type ChartWords } from './point-text';

export type ChartCardProps = {
  title: string;
  words: ChartWords;
  chart: Chart;
  state: InsightsState;
  /** What is to be known of how it is counted. */
  note?: string;
};

/** One chart: what it says in words, then drawn or as a table. */
export function ChartCard({ title, words, chart, state, note }: ChartCardProps) {
  const titleId = useId();
  const zone = useTimeZone();
  const nowMs = useNow(MINUTE_MS) ?? chart.buckets.at(-1)?.startMs ?? 0;
  const [isTable, setIsTable] = useState(false);
  const rate = wholeRate(chart, chart.total.now);
  const before = wholeRate(chart, chart.total.before);
  const highest = highestRate(chart);
  const bucket = highest && chart.buckets[highest.index];
  const isEmpty = chart.total.now.every((share) => share === null);
  return (
    <section
      aria-labelledby={titleId}
      className="flex min-w-0 flex-col gap-2 rounded-lg border border-line bg-surface p-4"
    >
      <div className="flex items-start justify-between gap-2">
        <h2 id={titleId} className="text-sm font-semibold">
          {title}
        </h2>
        <ToggleButton size="sm" isOn={isTable} onClick={() => setIsTable(!isTable)} aria-label={`${title} as a table`}>
          Table
        </ToggleButton>
      </div>
      <p className="text-base">
        {rate === null ? `No ${words.whole} in a bucket that is over` : `${formatRate(rate)} ${words.unit}`}
        <span className="text-muted">
          {before === null ? '; nothing before to compare with' : `, ${formatRate(before)} before`}
        </span>
      </p>
      <p className="min-h-4 text-xs text-muted">
        {highest &&
          bucket &&
          highest.rate > 0 &&
          `Highest: ${formatRate(highest.rate)} at ${bucketName(bucket, zone)}${chart.lines.length > 1 ? `, ${highest.line.name}` : ''}. `}
        {note}
      </p>
      {isEmpty ? (
        <EmptyState role="status" title={`No ${words.whole} in this span`}>
          Choose a longer span, or fewer filters.
        </EmptyState>
      ) : isTable ? (
        <ChartTable chart={chart} title={title} nowMs={nowMs} />
      ) : (
        <ChartFigure chart={chart} words={words} state={state} nowMs={nowMs} />
      )}
      {!isEmpty && <ChartLegend chart={chart} nowMs={nowMs} />}
    </section>
  );
}
