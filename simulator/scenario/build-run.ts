import { createRandom, randomUuid, type Random } from '../random';
import type { OpenRun } from '../wire';
import { tellDevice } from './device-story';
import { endEvent, finishCancelled, finishNormally, finishRejected, finishSilently, type Finish } from './end-run';
import type { Device } from './fleet';
import type { DeviceTrouble, Incident } from './incident';
import type { JobPlan } from './job-plan';
import { numberLines, withholdLines } from './number-lines';
import { playDevice } from './play-device';
import { headEvents, type FrameScene } from './run-frame';
import { schedule } from './schedule-devices';
import { isoTime, type PlannedEvent, type SimulatedRun } from './simulated-run';

export type RunPlan = {
  seed: number | string;
  job: JobPlan;
  devices: readonly Device[];
  startedAtMs: number;
  incidents?: readonly Incident[];
  /** Above 1: a retry of what failed before. */
  attempt?: number;
};

/** One source of chance for the whole run, drawn from in a fixed order: moving a call changes every later value. */
type Scene = FrameScene & { devices: readonly Device[]; incidents: readonly Incident[]; startedAtMs: number };

/** Small enough to be overlooked in a run of hundreds, which is why the reader must be told. */
const WITHHELD_LINES = 27;

/** One whole run. The same plan gives the same bytes; another plan gives another run id. */
export function buildRun(plan: RunPlan): SimulatedRun {
  const { job, devices, startedAtMs, incidents = [], attempt = 1 } = plan;
  const random = createRandom(plan.seed, JSON.stringify([job.id, startedAtMs, attempt, devices.length, incidents]));
  const runId = randomUuid(random);
  const scene: Scene = { job, random, deviceCount: devices.length, attempt, devices, incidents, startedAtMs };
  const { events: drafts, verdict } = finish(scene, work(scene));
  const numbered = numberLines(drafts, { jobId: job.id, runId });
  const sent = has(scene, 'gap') ? withholdLines(numbered, WITHHELD_LINES) : numbered;
  return {
    open: openRun(scene, runId),
    events: verdict ? [...sent, endEvent(numbered, verdict)] : sent,
    incidents: incidents.map((incident) => incident.title),
  };
}

const has = (scene: Scene, kind: Incident['kind']): boolean =>
  scene.incidents.some((incident) => incident.kind === kind);

function troubleOf(device: Device, incidents: readonly Incident[]): DeviceTrouble | null {
  for (const incident of incidents) {
    if ('devices' in incident && incident.devices.includes(device.name)) return incident.kind;
  }
  return null;
}

function work(scene: Scene): PlannedEvent[] {
  const { job, random, devices, attempt, startedAtMs } = scene;
  const head = headEvents(scene, startedAtMs);
  const startMs = (head.at(-1)?.atMs ?? startedAtMs) + 20;
  const played = schedule(devices, { workers: job.workers, startMs }, (device, deviceStartMs) => {
    const story = tellDevice({ device, job, random, attempt }, troubleOf(device, scene.incidents));
    return playDevice(device, story, deviceStartMs);
  });
  return [...head, ...played.sort((a, b) => a.atMs - b.atMs)];
}

function finish(scene: Scene, events: readonly PlannedEvent[]): Finish {
  if (has(scene, 'silent')) return finishSilently(events);
  if (has(scene, 'cancelled')) return finishCancelled(scene.devices, events);
  if (has(scene, 'push-rejected')) return finishRejected(scene, events);
  return finishNormally(scene, events);
}

function openRun({ job, random, attempt, devices, startedAtMs }: Scene, runId: string): OpenRun {
  return {
    jobId: job.id,
    runId,
    jobName: job.name,
    jobType: job.type,
    trigger: attempt > 1 ? 'retry' : 'schedule',
    gateway: job.gateway,
    attempt,
    queuedAt: isoTime(startedAtMs - queueMs(random)),
    startedAt: isoTime(startedAtMs),
    devices: devices.map(({ name, site, type }) => ({ device: name, site, type })),
  };
}

const queueMs = (random: Random): number => random.int(400, 9_000);
