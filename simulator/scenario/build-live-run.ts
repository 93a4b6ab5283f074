import { createRandom } from '../random';
import { buildRun } from './build-run';
import type { Device } from './fleet';
import { tacacsDown, type Incident } from './incident';
import { JOB_PLANS } from './job-plan';
import { retimeRun } from './retime-run';
import type { SimulatedRun } from './simulated-run';

export type LivePlan = {
  seed: number | string;
  fleet: readonly Device[];
  /** 0, 1, 2 …: jobs take turns, and every third backup meets a dead TACACS+ server. */
  index: number;
  startedAtMs: number;
  linesPerSecond: number;
};

/** Few enough that a run ends within about a quarter of a minute at 20 lines a second. */
const LIVE_DEVICES = 12;
const TACACS_EVERY = 3;

/** A run for somebody who is watching: few devices, lines at a human pace, from now on. */
export function buildLiveRun({ seed, fleet, index, startedAtMs, linesPerSecond }: LivePlan): SimulatedRun {
  const random = createRandom(seed, 'live', index);
  const jobs = JOB_PLANS.filter((job) => fleet.some((device) => job.covers(device)));
  const job = jobs[index % jobs.length] ?? random.pick(jobs);
  const covered = fleet.filter((device) => job.covers(device));
  const first = random.int(0, Math.max(0, covered.length - LIVE_DEVICES));
  const devices = covered.slice(first, first + LIVE_DEVICES);
  const down = index % TACACS_EVERY === TACACS_EVERY - 1 && job.type === 'config_backup';
  const incidents: Incident[] = down ? [tacacsDown(devices, random.pick(devices).site)] : [];
  return retimeRun(buildRun({ seed, job, devices, startedAtMs, incidents }), linesPerSecond);
}
