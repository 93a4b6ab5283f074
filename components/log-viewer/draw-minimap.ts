import { LEVELS, type Level } from '@/lib/lines/level';
import type { Minimap } from '@/lib/lines/schema';
import { BAR_PX, minimapBars, minimapTicks } from './minimap-bars';

/** What is not worth a look is drawn faintly, so that the rest stands out. */
const FAINT: ReadonlySet<Level> = new Set<Level>(['DEBUG', 'INFO']);
const FAINT_ALPHA = 0.35;
/** Bars leave room at the left for the ticks. */
const TICK_PX = 4;

type Drawing = {
  map: Minimap;
  newLevels: readonly Level[];
  scale: { total: number; heightPx: number };
  widthPx: number;
};

/** Colours are those of the elements beside the canvas that say their `data-level`: tokens resolve only on elements. */
export function drawMinimap(canvas: HTMLCanvasElement, { map, newLevels, scale, widthPx }: Drawing): void {
  const context = canvas.getContext('2d');
  if (!context) return;
  const ratio = window.devicePixelRatio;
  canvas.width = Math.round(widthPx * ratio);
  canvas.height = Math.round(scale.heightPx * ratio);
  canvas.style.width = `${widthPx}px`;
  canvas.style.height = `${scale.heightPx}px`;
  context.scale(ratio, ratio);
  const colors = readColors(canvas.parentElement);
  for (const { level, topPx, heightPx } of minimapBars(map, newLevels, scale)) {
    context.globalAlpha = FAINT.has(level) ? FAINT_ALPHA : 1;
    context.fillStyle = colors[level] ?? 'gray';
    context.fillRect(TICK_PX, topPx, widthPx - TICK_PX, heightPx);
  }
  context.globalAlpha = 1;
  context.fillStyle = colors.match ?? 'gray';
  for (const { topPx } of minimapTicks(map, scale)) context.fillRect(0, topPx, TICK_PX - 1, BAR_PX);
}

function readColors(parent: Element | null): Readonly<Record<string, string>> {
  const colors: Record<string, string> = {};
  for (const name of [...LEVELS, 'match']) {
    const sample = parent?.querySelector(`[data-level="${name}"]`);
    if (sample) colors[name] = getComputedStyle(sample).color;
  }
  return colors;
}
