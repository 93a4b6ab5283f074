import { buildRun, type RunPlan } from '../scenario/build-run';
import { buildFleet } from '../scenario/fleet';
import { JOB_PLANS, type JobPlan } from '../scenario/job-plan';
import type { LineEvent, SimulatedRun } from '../scenario/simulated-run';

export const FLEET = buildFleet(120);
export const MIDNIGHT_MS = Date.parse('2026-11-23T00:00:00Z');

export function planOf(key: JobPlan['key']): JobPlan {
  const plan = JOB_PLANS.find((job) => job.key === key);
  if (!plan) throw new RangeError(`No job ${key}`);
  return plan;
}

/** A nightly backup of eight devices in which nothing is planned to go wrong. */
export const sampleRun = (plan: Partial<RunPlan> = {}): SimulatedRun =>
  buildRun({ seed: 1, job: planOf('nightly'), devices: FLEET.slice(0, 8), startedAtMs: MIDNIGHT_MS, ...plan });

export const linesOf = (run: SimulatedRun): LineEvent[] =>
  run.events.filter((event): event is LineEvent => event.kind === 'line');
