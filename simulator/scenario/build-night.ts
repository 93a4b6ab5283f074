import { buildRun } from './build-run';
import type { Device } from './fleet';
import { incidentsOf } from './incident';
import { JOB_PLANS, type JobPlan } from './job-plan';
import type { SimulatedRun } from './simulated-run';

export type NightPlan = { seed: number | string; fleet: readonly Device[]; midnightMs: number; nightsAgo: number };

const MINUTE_MS = 60_000;
export const DAY_MS = 86_400_000;
/** The last run of a night starts at 05:30 UTC; by then all have ended, retries too. */
const NIGHT_OVER_MS = 7 * 60 * MINUTE_MS;
/** As long as the Gateway waits before it tries the failed devices once more. */
const RETRY_AFTER_MS = 5 * MINUTE_MS;

/** Midnight UTC within the latest night that is over by `nowMs`. */
export const lastMidnight = (nowMs: number): number => Math.floor((nowMs - NIGHT_OVER_MS) / DAY_MS) * DAY_MS;

/** Every run of one night, ordered by start. A job that covers no device of a small fleet does not run. */
export function buildNight(night: NightPlan): SimulatedRun[] {
  return JOB_PLANS.flatMap((job) =>
    job.startMinutes.flatMap((minutes, slot) => buildSlot(night, job, { minutes, slot })),
  ).sort((a, b) => a.open.startedAt.localeCompare(b.open.startedAt));
}

/** One run, or two where a time-out is followed by a second attempt. */
function buildSlot(
  night: NightPlan,
  job: JobPlan,
  { minutes, slot }: { minutes: number; slot: number },
): SimulatedRun[] {
  const devices = night.fleet.filter((device) => job.covers(device));
  if (devices.length === 0) return [];
  const incidents = incidentsOf(job, { ...night, slot });
  const startedAtMs = night.midnightMs + minutes * MINUTE_MS + slot * 1_700;
  const first = buildRun({ seed: night.seed, job, devices, startedAtMs, incidents });
  const timedOut = incidents.flatMap((incident) => (incident.kind === 'fetch-timeout' ? incident.devices : []));
  if (timedOut.length === 0) return [first];
  const retry = buildRun({
    seed: night.seed,
    job,
    devices: devices.filter((device) => timedOut.includes(device.name)),
    startedAtMs: (first.events.at(-1)?.atMs ?? startedAtMs) + RETRY_AFTER_MS,
    attempt: 2,
  });
  return [first, { ...retry, incidents: ['second attempt, works'] }];
}
