'use client';

import dynamic from 'next/dynamic';
import { useRouter } from 'next/navigation';
import { useId, useState, type KeyboardEvent, type MouseEvent } from 'react';
import { Skeleton } from '@/components/ui/skeleton';
import { useClientSize } from '@/components/ui/use-client-size';
import { useTimeZone } from '@/components/ui/use-time-zone';
import type { Chart } from '@/lib/analysis/insights/chart';
import type { InsightsState } from '@/lib/analysis/insights/insights-codec';
import { formatClock, formatDate } from '@/lib/format/date-time';
import { DAY_MS } from '@/lib/format/time-units';
import { nearestPoint, PLOT_HEIGHT_PX, stepPoint, type PlotPoint } from './plot-area';
import { PointReadout } from './point-readout';
import { pointHref, pointText, type ChartWords } from './point-text';

/** Recharts is some 100 KB and draws nothing on the server. */
const ChartPlot = dynamic(() => import('./chart-plot').then((module) => module.ChartPlot), {
  ssr: false,
  loading: () => <Skeleton className="h-full w-full" />,
});

type ChartFigureProps = { chart: Chart; words: ChartWords; state: InsightsState; nowMs: number };

/** The plot, walked by arrow keys or pointed at; below it what the point says and the way to its runs. */
export function ChartFigure({ chart, words, state, nowMs }: ChartFigureProps) {
  const zone = useTimeZone();
  const router = useRouter();
  const hintId = useId();
  const [element, setElement] = useState<HTMLDivElement | null>(null);
  const widthPx = useClientSize(element, 'clientWidth');
  const [active, setActive] = useState<PlotPoint | null>(null);
  const href = active && pointHref(chart, active, state);

  function handleKeyDown(event: KeyboardEvent) {
    if (event.key === 'Enter' && href) router.push(href);
    const next = stepPoint(chart, active, event.key);
    if (!next) return;
    event.preventDefault();
    setActive(next);
  }
  const pointAt = ({ clientX, clientY, currentTarget }: MouseEvent) => {
    const { left, top } = currentTarget.getBoundingClientRect();
    return nearestPoint(chart, { x: clientX - left, y: clientY - top, widthPx });
  };
  function handleClick(event: MouseEvent) {
    const point = pointAt(event);
    // A finger has pointed at nothing before: the first touch shows the point and its link.
    const isTouch = event.nativeEvent instanceof PointerEvent && event.nativeEvent.pointerType === 'touch';
    if (point && !isTouch) router.push(pointHref(chart, point, state));
    else setActive(point);
  }

  return (
    <>
      <div
        ref={setElement}
        role="application"
        aria-label={`Chart of ${words.unit}`}
        aria-describedby={hintId}
        tabIndex={0}
        className="cursor-pointer rounded-md"
        style={{ height: PLOT_HEIGHT_PX }}
        onKeyDown={handleKeyDown}
        onMouseMove={(event) => setActive(pointAt(event))}
        onClick={handleClick}
      >
        <div aria-hidden className="h-full w-full">
          {widthPx > 0 && (
            <ChartPlot
              chart={chart}
              widthPx={widthPx}
              active={active}
              formatTick={(timeMs) => tickText(chart, timeMs, zone)}
            />
          )}
        </div>
      </div>
      <PointReadout text={active ? pointText(chart, active, { words, zone, nowMs }) : ''} href={href} hintId={hintId} />
    </>
  );
}

/** Clock times within two days, else dates: of UTC where buckets are days. */
function tickText({ buckets }: Chart, timeMs: number, zone: string): string {
  const [first, last] = [buckets[0], buckets.at(-1)];
  if (!first || !last) return '';
  if (last.endMs - first.startMs <= 2 * DAY_MS) return formatClock(timeMs, zone).slice(0, 5);
  return formatDate(timeMs, first.endMs - first.startMs >= DAY_MS ? 'UTC' : zone).slice(5);
}
