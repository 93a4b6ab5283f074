import { rateOf, type Chart } from '@/lib/analysis/insights/chart';

export const PLOT_HEIGHT_PX = 208;
/** Room for the numbers at the left and the times below. */
export const MARGIN = { top: 8, right: 12, bottom: 24, left: 48 } as const;

/** A point of the chart: a bucket of a line. */
export type PlotPoint = { index: number; line: number };

/** The top of the scale: the least of 1, 2, 5, 10 … above every rate that is drawn. */
export function scaleTop({ lines, total, per }: Chart): number {
  const shares = [...lines.flatMap(({ now, before }) => [...now, ...before]), ...total.before];
  const highest = Math.max(...shares.map((share) => rateOf(share, per) ?? 0), 0);
  if (highest === 0) return 1;
  const unit = 10 ** Math.floor(Math.log10(highest));
  return [1, 2, 5, 10].map((step) => step * unit).find((top) => top >= highest) ?? 10 * unit;
}

/** The point nearest to a place in the plot; null where no bucket has one. */
export function nearestPoint(chart: Chart, place: { x: number; y: number; widthPx: number }): PlotPoint | null {
  const innerPx = Math.max(1, place.widthPx - MARGIN.left - MARGIN.right);
  const count = chart.buckets.length;
  const at = Math.floor(((place.x - MARGIN.left) / innerPx) * count);
  const index = nearestFilled(chart, Math.min(count - 1, Math.max(0, at)));
  if (index === null) return null;
  const heightPx = PLOT_HEIGHT_PX - MARGIN.top - MARGIN.bottom;
  const rate = (1 - (place.y - MARGIN.top) / heightPx) * scaleTop(chart);
  const distances = chart.lines.map((line) => Math.abs((rateOf(line.now[index], chart.per) ?? Infinity) - rate));
  return { index, line: distances.indexOf(Math.min(...distances)) };
}

function nearestFilled(chart: Chart, at: number): number | null {
  const filled = chart.buckets.map((_, index) => index).filter((index) => hasPoint(chart, index));
  return filled.reduce<number | null>(
    (best, index) => (best === null || Math.abs(index - at) < Math.abs(best - at) ? index : best),
    null,
  );
}

const hasPoint = ({ lines, per }: Chart, index: number): boolean =>
  lines.some(({ now }) => rateOf(now[index], per) !== null);

const hasRate = ({ lines, per }: Chart, { index, line }: PlotPoint): boolean =>
  rateOf(lines[line]?.now[index], per) !== null;

/** Where a key leads from a point, over gaps; null for another key. Without a point, to the newest. */
export function stepPoint(chart: Chart, from: PlotPoint | null, key: string): PlotPoint | null {
  const all = chart.buckets.flatMap((_, index) => chart.lines.map((_line, line) => ({ index, line })));
  const points = all.filter((point) => hasRate(chart, point));
  const last = points.at(-1) ?? null;
  if (!['ArrowLeft', 'ArrowRight', 'ArrowUp', 'ArrowDown', 'Home', 'End'].includes(key)) return null;
  if (from === null) return last;
  const own = points.filter(({ line }) => line === from.line);
  const here = points.filter(({ index }) => index === from.index);
  switch (key) {
    case 'ArrowLeft':
      return own.findLast(({ index }) => index < from.index) ?? from;
    case 'ArrowRight':
      return own.find(({ index }) => index > from.index) ?? from;
    case 'ArrowUp':
      return here.findLast(({ line }) => line < from.line) ?? from;
    case 'ArrowDown':
      return here.find(({ line }) => line > from.line) ?? from;
    case 'Home':
      return own[0] ?? from;
    default:
      return own.at(-1) ?? from;
  }
}
