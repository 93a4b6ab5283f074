/** The variables that lanes and histogram are drawn with. */
export const LANE_COLOURS = [
  'phase-1',
  'phase-2',
  'phase-3',
  'phase-4',
  'phase-5',
  'phase-6',
  'phase-7',
  'phase-8',
  'level-debug',
  'level-info',
  'level-warning',
  'level-error',
  'level-critical',
  'status-bad',
  'status-bad-ground',
  'status-run',
  'status-warn',
  'surface',
  'panel',
  'line',
  'line-strong',
  'muted',
  'accent',
] as const;

export type LaneColours = Record<(typeof LANE_COLOURS)[number], string>;

const PHASE_TONES = [
  { name: 'phase-1', ground: 'bg-phase-1' },
  { name: 'phase-2', ground: 'bg-phase-2' },
  { name: 'phase-3', ground: 'bg-phase-3' },
  { name: 'phase-4', ground: 'bg-phase-4' },
  { name: 'phase-5', ground: 'bg-phase-5' },
  { name: 'phase-6', ground: 'bg-phase-6' },
  { name: 'phase-7', ground: 'bg-phase-7' },
  { name: 'phase-8', ground: 'bg-phase-8' },
] as const;

/** A phase's tone by its index; the ninth has the first's again, and the column tells them apart. */
export const phaseTone = (phase: number): (typeof PHASE_TONES)[number] =>
  PHASE_TONES[phase % PHASE_TONES.length] ?? PHASE_TONES[0];

export const MARK_COLOURS = {
  WARNING: 'level-warning',
  ERROR: 'level-error',
  CRITICAL: 'level-critical',
} as const;
