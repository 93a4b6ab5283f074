import type { Level } from '@/lib/store/chunks/level';
import { LEVEL_LOOK } from '@/lib/reading/lines/level-look';
import type { Minimap } from '@/lib/reading/lines/schema';
import { BAR_PX, minimapBars, minimapTicks } from './minimap-bars';

/** Ordinary levels are drawn faintly, so that warnings and errors stand out. */
const FAINT: ReadonlySet<Level> = new Set<Level>(['DEBUG', 'INFO']);
const FAINT_ALPHA = 0.35;
/** Bars leave room at the left for the ticks. */
const TICK_PX = 4;

/** The variables that the minimap is drawn with. */
export const MINIMAP_COLOURS = [
  'level-debug',
  'level-info',
  'level-warning',
  'level-error',
  'level-critical',
  'fg',
] as const;

type MinimapColours = Record<(typeof MINIMAP_COLOURS)[number], string>;

type Drawing = {
  map: Minimap;
  newLevels: readonly Level[];
  scale: { total: number; heightPx: number };
  widthPx: number;
};

export function drawMinimap(
  context: CanvasRenderingContext2D,
  { map, newLevels, scale, widthPx }: Drawing,
  colours: MinimapColours,
): void {
  context.clearRect(0, 0, widthPx, scale.heightPx);
  for (const { level, topPx, heightPx } of minimapBars(map, newLevels, scale)) {
    context.globalAlpha = FAINT.has(level) ? FAINT_ALPHA : 1;
    context.fillStyle = colours[LEVEL_LOOK[level].tone];
    context.fillRect(TICK_PX, topPx, widthPx - TICK_PX, heightPx);
  }
  context.globalAlpha = 1;
  context.fillStyle = colours.fg;
  for (const { topPx } of minimapTicks(map, scale)) context.fillRect(0, topPx, TICK_PX - 1, BAR_PX);
}
