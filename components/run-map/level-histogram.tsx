'use client';

import { useLayoutEffect, useRef, useState, type PointerEvent } from 'react';
import { readColours, useThemeKey } from '@/components/ui/theme-colours';
import { formatQuantity } from '@/lib/format/number';
import { LEVELS } from '@/lib/store/chunks/level';
import type { RunTimeline, Span } from '@/lib/analysis/timeline/schema';
import { drawHistogram } from './draw-histogram';
import { LANE_COLOURS } from './lane-colours';
import { prepareCanvas } from '@/components/ui/prepare-canvas';
import { pxToMs, type TimeAxis } from './time-axis';

export const HISTOGRAM_PX = 47;
/** A shorter stroke counts as a click. */
const LEAST_STROKE_PX = 4;

type LevelHistogramProps = {
  axis: TimeAxis;
  histogram: RunTimeline['histogram'];
  onBrush: (fromMs: number, toMs: number) => void;
};

/** Lines by level over the axis of the lanes; dragging over it sets the range. */
export function LevelHistogram({ axis, histogram, onBrush }: LevelHistogramProps) {
  const ref = useRef<HTMLCanvasElement>(null);
  const themeKey = useThemeKey();
  const [stroke, setStroke] = useState<{ fromPx: number; toPx: number } | null>(null);
  useLayoutEffect(() => {
    const context = ref.current && prepareCanvas(ref.current, axis.widthPx, HISTOGRAM_PX);
    if (!ref.current || !context) return;
    drawHistogram(context, { axis, histogram, heightPx: HISTOGRAM_PX }, readColours(ref.current, LANE_COLOURS));
  }, [axis, histogram, themeKey]);

  const pxOf = (event: PointerEvent<HTMLElement>) =>
    Math.max(0, Math.min(axis.widthPx, event.clientX - event.currentTarget.getBoundingClientRect().left));
  const handleDown = (event: PointerEvent<HTMLElement>) => {
    if (event.button !== 0) return;
    event.currentTarget.setPointerCapture(event.pointerId);
    setStroke({ fromPx: pxOf(event), toPx: pxOf(event) });
  };
  const handleMove = (event: PointerEvent<HTMLElement>) => stroke && setStroke({ ...stroke, toPx: pxOf(event) });
  const handleUp = () => {
    setStroke(null);
    if (!stroke || Math.abs(stroke.toPx - stroke.fromPx) < LEAST_STROKE_PX) return;
    onBrush(pxToMs(axis, stroke.fromPx), pxToMs(axis, stroke.toPx));
  };
  return (
    <div
      onPointerDown={handleDown}
      onPointerMove={handleMove}
      onPointerUp={handleUp}
      onPointerCancel={() => setStroke(null)}
      className="relative cursor-crosshair touch-pan-y select-none"
      style={{ width: axis.widthPx, height: HISTOGRAM_PX }}
    >
      <canvas
        ref={ref}
        role="img"
        aria-label={describe(histogram, axis)}
        className="absolute inset-0"
        style={{ width: axis.widthPx, height: HISTOGRAM_PX }}
      />
      {stroke && (
        <div
          className="pointer-events-none absolute inset-y-0 border-x border-accent bg-accent/20"
          style={{ left: Math.min(stroke.fromPx, stroke.toPx), width: Math.abs(stroke.toPx - stroke.fromPx) }}
        />
      )}
    </div>
  );
}

/** The histogram in a sentence: its totals over the range that is shown. */
function describe({ bucketMs, counts }: RunTimeline['histogram'], { startMs, endMs }: Span): string {
  const shown = counts.filter((_levels, at) => (at + 1) * bucketMs > startMs && at * bucketMs < endMs);
  const totals = LEVELS.map((level, at) => ({
    level,
    count: shown.reduce((sum, levels) => sum + (levels[at] ?? 0), 0),
  }));
  const parts = totals
    .filter(({ count }) => count > 0)
    .map(({ level, count }) => `${level} ${formatQuantity(count, 'line')}`);
  return `Lines by level over time: ${parts.reverse().join(', ') || 'none'}`;
}
