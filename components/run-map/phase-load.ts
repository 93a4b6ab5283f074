import type { RunTimeline } from '@/lib/analysis/timeline/schema';
import { drawnPhases } from './lane-facts';

/** Devices in a phase from a moment on, until the next. */
export type LoadStep = { ms: number; count: number };
export type PhaseLoad = { steps: readonly LoadStep[]; max: number; deviceCount: number; failedCount: number };

/** How many devices are in each phase over time, in the order of the timeline's phases. */
export function buildPhaseLoads(timeline: RunTimeline, nowMs: number): PhaseLoad[] {
  const changes = timeline.phases.map((): [ms: number, change: number][] => []);
  const reached = timeline.phases.map(() => ({ deviceCount: 0, failedCount: 0 }));
  for (const lane of timeline.devices) {
    for (const phase of new Set(lane.phases.map(([at]) => at))) {
      const facts = reached[phase];
      if (!facts) continue;
      facts.deviceCount += 1;
      facts.failedCount += lane.phases.some(([at, , , status]) => at === phase && status === 'failed') ? 1 : 0;
    }
    for (const { phase, startMs, endMs } of drawnPhases(lane, nowMs)) {
      // A phase that took no time is drawn this wide, so that it is seen.
      changes[phase]?.push([startMs, 1], [Math.max(startMs + 1, endMs), -1]);
    }
  }
  return changes.map((list, phase) => ({ ...sumUp(list), ...(reached[phase] ?? { deviceCount: 0, failedCount: 0 }) }));
}

function sumUp(changes: [ms: number, change: number][]): { steps: LoadStep[]; max: number } {
  changes.sort(([a], [b]) => a - b);
  const steps: LoadStep[] = [];
  let count = 0;
  let max = 0;
  for (const [ms, change] of changes) {
    count += change;
    const last = steps.at(-1);
    if (last?.ms === ms) last.count = count;
    else steps.push({ ms, count });
  }
  for (const step of steps) max = Math.max(max, step.count);
  return { steps, max };
}

/** Devices in the phase at a moment. */
export function loadAt({ steps }: PhaseLoad, ms: number): number {
  let low = 0;
  let high = steps.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((steps[middle]?.ms ?? Infinity) <= ms) low = middle + 1;
    else high = middle;
  }
  return steps[low - 1]?.count ?? 0;
}
