import type { DemoOptions } from './cli-options';
import { buildNight, DAY_MS, lastMidnight } from './scenario/build-night';
import type { Device } from './scenario/fleet';
import type { SimulatedRun } from './scenario/simulated-run';
import { buildSystemLines } from './scenario/system-lines';
import type { LogRecord } from './wire';

export type Night = { runs: SimulatedRun[]; systemLines: LogRecord[]; midnightMs: number };

/** Oldest night first, each built only when it is asked for: two weeks at once would take some 200 MB. */
export function* buildHistory(options: DemoOptions, fleet: readonly Device[]): Generator<Night> {
  const { seed, nights, nowMs } = options;
  for (let nightsAgo = nights - 1; nightsAgo >= 0; nightsAgo -= 1) {
    const midnightMs = lastMidnight(nowMs) - nightsAgo * DAY_MS;
    const runs = buildNight({ seed, fleet, midnightMs, nightsAgo });
    yield { runs, systemLines: buildSystemLines(seed, midnightMs), midnightMs };
  }
}

/** The newest runs only, without the scheduler's own lines. */
export function buildNewestRuns(options: DemoOptions, fleet: readonly Device[], count: number): SimulatedRun[] {
  const runs: SimulatedRun[] = [];
  for (let nights = 0; nights < options.nights && runs.length < count; nights += 1) {
    const midnightMs = lastMidnight(options.nowMs) - nights * DAY_MS;
    runs.unshift(...buildNight({ seed: options.seed, fleet, midnightMs, nightsAgo: nights }));
  }
  return runs.slice(-count);
}
