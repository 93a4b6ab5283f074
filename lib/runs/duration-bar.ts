import type { UsualDuration } from './schema';

/** Parts of the cell's width, in percent. */
export type DurationBar = {
  takenPercent: number;
  usualFromPercent: number;
  usualToPercent: number;
  /** Longer than nine of ten runs of the job. */
  isLong: boolean;
};

/** A duration beside the usual p50 to p90, on a scale with room for a run that takes half as long again. */
export function buildDurationBar(durationMs: number, { medianMs, p90Ms }: UsualDuration): DurationBar {
  const scaleMs = Math.max(p90Ms * 1.5, durationMs, 1);
  const percent = (ms: number) => Math.round((ms / scaleMs) * 1000) / 10;
  return {
    takenPercent: percent(durationMs),
    usualFromPercent: percent(medianMs),
    usualToPercent: percent(p90Ms),
    isLong: durationMs > p90Ms,
  };
}
