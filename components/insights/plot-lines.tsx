'use client';

import { Line } from 'recharts';
import { rateOf, type Chart, type Share } from '@/lib/analysis/insights/chart';
import { BEFORE_COLOUR, hasOwnBefore, lineLook } from './line-look';
import { LineMark } from './line-mark';
import type { PlotPoint } from './plot-area';

/** What Recharts is given of a bucket; rates are looked up by the index. */
export type PlotRow = { middleMs: number; index: number };

const STILL = { type: 'linear', isAnimationActive: false, activeDot: false, connectNulls: false } as const;
/** Of more points every second or third is marked, and each that a gap is beside: colour alone must not tell lines apart. */
const MOST_MARKED = 40;

/** Rates of buckets that are over: a line into one that is not would draw a fall that is none. */
const overRates =
  ({ buckets, per }: Chart, shares: readonly (Share | null)[]) =>
  ({ index }: PlotRow): number | null =>
    buckets[index]?.isPartial ? null : rateOf(shares[index], per);

export function BeforeLines({ chart }: { chart: Chart }) {
  const lines = hasOwnBefore(chart.lines)
    ? chart.lines.map(({ name, look, before }) => ({ name, before, colour: lineLook(look).colour }))
    : [{ name: '', before: chart.total.before, colour: BEFORE_COLOUR }];
  return lines.map(({ name, before, colour }) => (
    <Line
      key={name}
      {...STILL}
      dataKey={overRates(chart, before)}
      stroke={colour}
      strokeDasharray="4 4"
      strokeWidth={1.25}
      dot={false}
    />
  ));
}

export function RateLines({ chart }: { chart: Chart }) {
  return chart.lines.map(({ name, look, now }) => (
    <Line
      key={name}
      {...STILL}
      dataKey={overRates(chart, now)}
      stroke={lineLook(look).colour}
      strokeWidth={1.75}
      dot={false}
    />
  ));
}

type DotPlace = { cx?: number; cy?: number; payload?: PlotRow };

export function PointMarks({ chart, active }: { chart: Chart; active: PlotPoint | null }) {
  const { buckets, lines, per } = chart;
  return lines.map(({ name, look, now }, line) => {
    const isMarked = (index: number): boolean =>
      index % Math.ceil(buckets.length / MOST_MARKED) === 0 || buckets[index]?.isPartial === true || isEnd(now, index);
    const drawDot = ({ cx, cy, payload }: DotPlace) => {
      const index = payload?.index ?? -1;
      const isActive = active?.index === index && active.line === line;
      if (cx === undefined || typeof cy !== 'number' || rateOf(now[index], per) === null) return <g key={index} />;
      if (!isActive && !isMarked(index)) return <g key={index} />;
      const size = isActive ? 5.5 : 3;
      const isHollow = buckets[index]?.isPartial;
      return <LineMark key={index} x={cx} y={cy} {...lineLook(look)} sizePx={size} isHollow={isHollow} />;
    };
    return (
      <Line
        key={name}
        {...STILL}
        dataKey={({ index }: PlotRow) => rateOf(now[index], per)}
        stroke="none"
        dot={drawDot}
      />
    );
  });
}

const isEnd = (shares: readonly (Share | null)[], index: number): boolean => !shares[index - 1] || !shares[index + 1];
