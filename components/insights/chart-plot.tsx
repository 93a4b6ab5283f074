'use client';

import { useId } from 'react';
import { CartesianGrid, LineChart, ReferenceArea, ReferenceLine, XAxis, YAxis } from 'recharts';
import { formatRate, type Chart } from '@/lib/analysis/insights/chart';
import { MARGIN, PLOT_HEIGHT_PX, scaleTop, type PlotPoint } from './plot-area';
import { BeforeLines, PointMarks, RateLines, type PlotRow } from './plot-lines';

type ChartPlotProps = {
  chart: Chart;
  widthPx: number;
  active: PlotPoint | null;
  formatTick: (timeMs: number) => string;
};

const TICK_PX = 90;
const TICK = { fill: 'var(--muted)', fontSize: 12 } as const;

/** Lines of rates with the span before dashed; a bucket that is not over is hatched, and its points are hollow. */
export function ChartPlot({ chart, widthPx, active, formatTick }: ChartPlotProps) {
  const hatchId = useId();
  const { buckets } = chart;
  const rows: PlotRow[] = buckets.map(({ startMs, endMs }, index) => ({ middleMs: (startMs + endMs) / 2, index }));
  const activeRow = active && rows[active.index];
  const starts = buckets.map(({ startMs }) => startMs);
  return (
    <LineChart
      width={widthPx}
      height={PLOT_HEIGHT_PX}
      data={rows}
      margin={{ ...MARGIN, left: 0, bottom: 0 }}
      accessibilityLayer={false}
    >
      <defs>
        <pattern id={hatchId} width="6" height="6" patternUnits="userSpaceOnUse" patternTransform="rotate(45)">
          <path d="M0,0 V6" stroke="var(--line-strong)" strokeWidth="1.5" />
        </pattern>
      </defs>
      <CartesianGrid vertical={false} stroke="var(--line)" />
      <XAxis
        type="number"
        dataKey="middleMs"
        domain={[starts[0] ?? 0, buckets.at(-1)?.endMs ?? 1]}
        ticks={ticksOf(starts, widthPx)}
        tickFormatter={formatTick}
        tick={TICK}
        tickLine={false}
        axisLine={{ stroke: 'var(--line-strong)' }}
        height={MARGIN.bottom}
        allowDataOverflow
      />
      <YAxis
        width={MARGIN.left}
        domain={[0, scaleTop(chart)]}
        ticks={[0, 0.25, 0.5, 0.75, 1].map((part) => part * scaleTop(chart))}
        tickFormatter={formatRate}
        tick={TICK}
        tickLine={false}
        axisLine={false}
      />
      {buckets.map(
        ({ startMs, endMs, isPartial }) =>
          isPartial && (
            <ReferenceArea key={startMs} x1={startMs} x2={endMs} fill={`url(#${hatchId})`} fillOpacity={0.5} />
          ),
      )}
      {activeRow && <ReferenceLine x={activeRow.middleMs} stroke="var(--fg)" strokeWidth={1} />}
      <BeforeLines chart={chart} />
      <RateLines chart={chart} />
      <PointMarks chart={chart} active={active} />
    </LineChart>
  );
}

/** Starts of buckets, as many as can be read beside each other. */
function ticksOf(starts: readonly number[], widthPx: number): number[] {
  const step = Math.max(1, Math.ceil((starts.length * TICK_PX) / Math.max(TICK_PX, widthPx - MARGIN.left)));
  return starts.filter((_, index) => index % step === 0);
}
