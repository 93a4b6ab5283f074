export type Times = { beforeMs: number; nowMs: number };

/** What nobody would miss counts as the same, whatever the factor. */
const MIN_DIFFERENCE_MS = 1000;
/** Of two short times the ratio says little; a second on both sides damps it. */
const DAMPING_MS = 1000;
const MIN_FACTOR = 1.5;
/** Below this many devices their scatter is chance. */
const MIN_DEVICES = 5;
/** Median of the deviations to standard deviation of a normal distribution (Rousseeuw and Croux, 1993), three times. */
const THREE_SIGMA = 3 * 1.4826;

const logRatio = ({ beforeMs, nowMs }: Times): number => Math.log((nowMs + DAMPING_MS) / (beforeMs + DAMPING_MS));

/**
 * By what factor the times of devices that went well differ between two runs for no reason: a ratio, since a fleet holds
 * devices of seconds and of minutes; from medians, since the slow ones that are looked for must not hide themselves.
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
