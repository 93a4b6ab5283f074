'use client';

import { NameText } from '@/components/ui/name-text';
import { useTimeZone } from '@/components/ui/use-time-zone';
import type { Chart } from '@/lib/analysis/insights/chart';
import { bucketName, partialText, shareText } from './point-text';

type ChartTableProps = { chart: Chart; title: string; nowMs: number };

/** The chart's points as a table, newest first. */
export function ChartTable({ chart, title, nowMs }: ChartTableProps) {
  const zone = useTimeZone();
  const newestFirst = chart.buckets.map((bucket, index) => ({ bucket, index })).reverse();
  return (
    <div
      tabIndex={0}
      role="region"
      aria-label={`${title}, table`}
      className="max-h-80 overflow-auto rounded-md border border-line"
    >
      <table className="w-full text-xs">
        <caption className="sr-only">{title}</caption>
        <thead className="sticky top-0 bg-panel text-left">
          <tr>
            <th scope="col" className="px-2 py-1.5 font-medium whitespace-nowrap">
              From
            </th>
            {chart.lines.map(({ name }) => (
              <th key={name} scope="col" className="px-2 py-1.5 text-right font-medium whitespace-nowrap">
                <NameText name={name} />
              </th>
            ))}
            <th scope="col" className="px-2 py-1.5 text-right font-medium whitespace-nowrap">
              All before
            </th>
          </tr>
        </thead>
        <tbody>
          {newestFirst.map(({ bucket, index }) => (
            <tr key={bucket.startMs} className="border-t border-line">
              <th scope="row" className="px-2 py-1 text-left font-mono font-normal whitespace-nowrap">
                {bucketName(bucket, zone)}
                {bucket.isPartial && <span className="font-sans text-muted"> {partialText(bucket, nowMs)}</span>}
              </th>
              {chart.lines.map(({ name, now }) => (
                <td key={name} className="px-2 py-1 text-right font-mono whitespace-nowrap">
                  {shareText(chart, now[index])}
                </td>
              ))}
              <td className="px-2 py-1 text-right font-mono whitespace-nowrap text-muted">
                {shareText(chart, chart.total.before[index])}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
