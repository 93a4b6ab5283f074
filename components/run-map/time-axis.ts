import type { Span } from '@/lib/analysis/timeline/schema';

/** Width of a folded stretch, enough for its label. */
export const FOLD_PX = 48;
/** Least share of the shown time from which an idle stretch is folded. */
const FOLD_SHARE = 0.1;
/** Least width of an axis; below it nothing can be told apart. */
const MIN_WIDTH_PX = 40;

export type AxisPart = Span & { startPx: number; endPx: number; isFold: boolean };

/** Milliseconds and pixels of a stretch of time in which idle parts take a fixed width each. */
export type TimeAxis = Span & { widthPx: number; parts: readonly AxisPart[] };

type AxisOptions = Span & { widthPx: number; idle: readonly Span[]; opened?: ReadonlySet<number> };

/** `opened` holds the starts of the idle stretches that are shown in full. */
export function buildTimeAxis({ startMs, endMs, widthPx, idle, opened }: AxisOptions): TimeAxis {
  const width = Math.max(MIN_WIDTH_PX, widthPx);
  const end = Math.max(startMs + 1, endMs);
  const folds = foldsIn({ startMs, endMs: end }, { widthPx: width, idle, opened });
  const foldedMs = folds.reduce((sum, fold) => sum + fold.endMs - fold.startMs, 0);
  const pxPerMs = (width - folds.length * FOLD_PX) / (end - startMs - foldedMs);
  const parts: AxisPart[] = [];
  let ms = startMs;
  let px = 0;
  const add = (toMs: number, isFold: boolean) => {
    if (toMs <= ms) return;
    const endPx = px + (isFold ? FOLD_PX : (toMs - ms) * pxPerMs);
    parts.push({ startMs: ms, endMs: toMs, startPx: px, endPx, isFold });
    ms = toMs;
    px = endPx;
  };
  for (const fold of folds) {
    add(fold.startMs, false);
    add(fold.endMs, true);
  }
  add(end, false);
  return { startMs, endMs: end, widthPx: width, parts };
}

/** Folds are made only where they save room and leave some time visible beside them. */
function foldsIn(shown: Span, { widthPx, idle, opened }: Pick<AxisOptions, 'widthPx' | 'idle' | 'opened'>): Span[] {
  const shownMs = shown.endMs - shown.startMs;
  const leastMs = Math.max(FOLD_SHARE, FOLD_PX / widthPx) * shownMs;
  const folds = idle
    .filter((span) => !opened?.has(span.startMs))
    .map((span) => ({
      startMs: Math.max(shown.startMs, span.startMs),
      endMs: Math.min(shown.endMs, span.endMs),
    }))
    .filter((span) => span.endMs - span.startMs >= leastMs)
    .sort((a, b) => a.startMs - b.startMs);
  const foldedMs = folds.reduce((sum, fold) => sum + fold.endMs - fold.startMs, 0);
  return foldedMs < shownMs && folds.length * FOLD_PX <= widthPx / 2 ? folds : [];
}

/** Where a moment stands; the nearest edge when it is not shown. */
export function msToPx({ parts, widthPx, startMs }: TimeAxis, ms: number): number {
  if (ms <= startMs) return 0;
  const part = parts.find((each) => ms <= each.endMs);
  if (!part) return widthPx;
  return part.startPx + ((ms - part.startMs) / (part.endMs - part.startMs)) * (part.endPx - part.startPx);
}

/** The moment at a position; the first or last one when it is outside. */
export function pxToMs({ parts, startMs, endMs }: TimeAxis, px: number): number {
  if (px <= 0) return startMs;
  const part = parts.find((each) => px <= each.endPx);
  if (!part) return endMs;
  return part.startMs + ((px - part.startPx) / (part.endPx - part.startPx)) * (part.endMs - part.startMs);
}

export const foldAt = (axis: TimeAxis, px: number): AxisPart | undefined =>
  axis.parts.find((part) => part.isFold && px >= part.startPx && px <= part.endPx);

/** Rounds up to the next of 8 to 16 steps, so that the axis of an open run moves seldom. */
export function roundUpEnd(ms: number): number {
  const step = 1000 * 2 ** Math.max(0, Math.ceil(Math.log2(Math.max(1, ms) / 16_000)));
  return Math.ceil(ms / step) * step;
}
