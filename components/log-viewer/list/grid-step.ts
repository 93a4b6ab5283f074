import type { LogStep } from './log-list';
import { moveByLines, movePage, moveTo, moveToEnd, openCursor } from './move-steps';

/** The keys that a grid has by convention (www.w3.org/WAI/ARIA/apg/patterns/grid). */
const GRID_STEPS: Readonly<Record<string, LogStep>> = {
  ArrowDown: moveByLines(1),
  ArrowUp: moveByLines(-1),
  PageDown: movePage(1),
  PageUp: movePage(-1),
  Home: moveTo(0),
  End: moveToEnd,
  Enter: openCursor,
};

type GridKey = { key: string; ctrlKey: boolean; metaKey: boolean; altKey: boolean };

export const gridStep = ({ key, ctrlKey, metaKey, altKey }: GridKey): LogStep | undefined =>
  ctrlKey || metaKey || altKey ? undefined : GRID_STEPS[key];
