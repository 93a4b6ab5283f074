export type Times = { beforeMs: number; nowMs: number };

/** Smaller differences count as equal, whatever the factor. */
const MIN_DIFFERENCE_MS = 1000;
/** The ratio of two short times says little; adding a second to both damps it. */
const DAMPING_MS = 1000;
const MIN_FACTOR = 1.5;
/** With fewer devices the scatter is chance. */
const MIN_DEVICES = 5;
/** Median of the deviations to standard deviation of a normal distribution (Rousseeuw and Croux, 1993), three times. */
const THREE_SIGMA = 3 * 1.4826;

const logRatio = ({ beforeMs, nowMs }: Times): number => Math.log((nowMs + DAMPING_MS) / (beforeMs + DAMPING_MS));

/**
 * The factor by which times of good devices normally differ between two runs. It is a ratio, since devices take seconds
 * or minutes, and comes from medians, so that the slow devices in question do not hide themselves.
 */
export function measureScatter(times: readonly Times[]): { factor: number; medianDifferenceMs: number | null } {
  const medianDifferenceMs =
    times.length === 0 ? null : Math.round(median(times.map(({ beforeMs, nowMs }) => nowMs - beforeMs)));
  if (times.length < MIN_DEVICES) return { factor: MIN_FACTOR, medianDifferenceMs };
  const deviation = median(times.map((each) => Math.abs(logRatio(each))));
  return { factor: Math.max(MIN_FACTOR, Math.exp(THREE_SIGMA * deviation)), medianDifferenceMs };
}

export function judgeTime(times: Times, factor: number): 'slower' | 'faster' | 'same' {
  const isNoise =
    Math.abs(times.nowMs - times.beforeMs) < MIN_DIFFERENCE_MS || Math.abs(logRatio(times)) <= Math.log(factor);
  if (isNoise) return 'same';
  return times.nowMs > times.beforeMs ? 'slower' : 'faster';
}

function median(values: readonly number[]): number {
  const sorted = [...values].sort((a, b) => a - b);
  const middle = Math.floor(sorted.length / 2);
  const upper = sorted[middle] ?? 0;
  return sorted.length % 2 === 1 ? upper : ((sorted[middle - 1] ?? 0) + upper) / 2;
}
