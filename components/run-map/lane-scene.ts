import type { RunTimeline } from '@/lib/analysis/timeline/schema';
import type { LaneColours } from './lane-colours';
import type { LaneIndex } from './lane-index';
import type { PhaseLoad } from './phase-load';
import type { TimeAxis } from './time-axis';

export const ROW_PX = 24;

/** Everything that decides how lanes look. */
export type LaneScene = {
  axis: TimeAxis;
  timeline: RunTimeline;
  index: LaneIndex;
  loads: readonly PhaseLoad[];
  /** Now in milliseconds of the timeline; its end when the run has ended. */
  nowMs: number;
  isRunOpen: boolean;
  expectedEndMs: number | null;
  chosenDevices: ReadonlySet<string>;
  chosenPhases: ReadonlySet<string>;
};

/** What draws, what is drawn, and in which colours; the context's unit is the CSS pixel. */
export type Brush = { context: CanvasRenderingContext2D; scene: LaneScene; colours: LaneColours };
