import type { Span } from '@/lib/analysis/timeline/schema';

/** The shortest range: zooming in further shows nothing new. */
const LEAST_MS = 10;

/** Another part of the run, as wide as asked for where there is room; null for all of it. */
function within(full: Span, centreMs: number, wantedMs: number): Span | null {
  const fullMs = full.endMs - full.startMs;
  const widthMs = Math.max(Math.min(LEAST_MS, fullMs), Math.min(fullMs, wantedMs));
  const startMs = Math.min(full.endMs - widthMs, Math.max(full.startMs, centreMs - widthMs / 2));
  return widthMs >= fullMs ? null : { startMs: Math.round(startMs), endMs: Math.round(startMs + widthMs) };
}

const centreOf = ({ startMs, endMs }: Span): number => (startMs + endMs) / 2;
const widthOf = ({ startMs, endMs }: Span): number => endMs - startMs;

/** `factor` above 1 shows more, below 1 less, around the same centre. */
export const zoomBy = (shown: Span, full: Span, factor: number): Span | null =>
  within(full, centreOf(shown), widthOf(shown) * factor);

/** Half of what is shown earlier (-1) or later (1). */
export const moveBy = (shown: Span, full: Span, steps: number): Span | null =>
  within(full, centreOf(shown) + (steps * widthOf(shown)) / 2, widthOf(shown));

/** The range that a stroke of the pointer covers, drawn from either end. */
export function rangeOf(fromMs: number, toMs: number, full: Span): Span | null {
  const [startMs, endMs] = fromMs < toMs ? [fromMs, toMs] : [toMs, fromMs];
  return within(full, (startMs + endMs) / 2, endMs - startMs);
}
