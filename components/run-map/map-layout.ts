import { MAX_CELLS } from './phase-cells';

/** Width of a phase's cell, of the error counts and of the site. */
export const CELL_PX = 18;
export const ERROR_PX = 52;
export const SITE_PX = 48;
/** Name with its shape and signs. */
const NAME_PX = 192;
const NARROW_NAME_PX = 148;
/** Narrower panes hide the cells, which would leave no room for lanes. */
const NARROW_PX = 640;

export type MapLayout = { labelPx: number; lanePx: number; cellCount: number; isNarrow: boolean };

/**
 * The columns that fit beside the lanes; a narrow window shows names only. A width of 0 means not measured yet and
 * counts as wide.
 */
export function buildLayout(widthPx: number, phaseCount: number): MapLayout {
  const isNarrow = widthPx > 0 && widthPx < NARROW_PX;
  const cellCount = isNarrow ? 0 : Math.min(MAX_CELLS, phaseCount);
  const labelPx = isNarrow ? NARROW_NAME_PX : NAME_PX + SITE_PX + cellCount * CELL_PX + ERROR_PX;
  return { labelPx, lanePx: Math.max(0, widthPx - labelPx), cellCount, isNarrow };
}
