import { NameText } from '@/components/ui/name-text';
import { formatRate, wholeRate, type Chart } from '@/lib/analysis/insights/chart';
import { hasOwnBefore, lineLook } from './line-look';
import { partialText } from './point-text';
import { LineMark } from './line-mark';

/** Each line's sign and name with its rate over the whole span, and what dashes and hatches mean. */
export function ChartLegend({ chart, nowMs }: { chart: Chart; nowMs: number }) {
  const partial = chart.buckets.findLast(({ isPartial }) => isPartial);
  return (
    <ul aria-label="Legend" className="flex flex-wrap gap-x-4 gap-y-1 text-xs text-muted">
      {chart.lines.map((line) => {
        const { colour, mark } = lineLook(line.look);
        const rate = wholeRate(chart, line.now);
        return (
          <li key={line.name} className="flex min-w-0 items-center gap-1.5">
            <svg aria-hidden width="22" height="12" className="shrink-0">
              <path d="M0,6 H22" stroke={colour} strokeWidth="1.75" />
              <LineMark x={11} y={6} mark={mark} colour={colour} />
            </svg>
            <span className="max-w-48 truncate text-fg">
              <NameText name={line.name} />
            </span>
            <span className="font-mono">{rate === null ? '–' : formatRate(rate)}</span>
          </li>
        );
      })}
      <li className="flex items-center gap-1.5">
        <svg aria-hidden width="22" height="12" className="shrink-0">
          <path d="M0,6 H22" stroke="var(--muted)" strokeWidth="1.25" strokeDasharray="4 4" />
        </svg>
        {hasOwnBefore(chart.lines) ? 'same weekdays before' : 'all together, same weekdays before'}
      </li>
      {partial && (
        <li className="flex items-center gap-1.5">
          <span
            aria-hidden
            className="inline-block size-3 border border-line-strong bg-[repeating-linear-gradient(45deg,var(--line-strong)_0_1px,transparent_1px_4px)]"
          />
          {partialText(partial, nowMs)}; in no sum
        </li>
      )}
    </ul>
  );
}
