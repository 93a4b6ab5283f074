import type { DeviceStatus } from '@/lib/runs/status';
import { orderPhases } from './phase-order';
import type { DeviceLane, PhaseSpan } from './schema';

/** A device of a run as stored; times in milliseconds since 1970, those of phases as ISO text. */
export type StoredDevice = {
  device: string;
  status: DeviceStatus;
  site: string | null;
  type: string | null;
  cause: string | null;
  started_ms: number | null;
  finished_ms: number | null;
  phases: readonly StoredPhase[];
  level_counts: number[];
  clock_skew_seconds: number | null;
};
export type StoredPhase = { phase: string; startedAt?: string; finishedAt?: string; status?: DeviceStatus };

/** Phases with their times in milliseconds since 1970. */
type TimedPhase = { phase: string; startMs: number | null; endMs: number | null; status: DeviceStatus | null };
export type TimedDevice = Omit<StoredDevice, 'phases'> & { timedPhases: TimedPhase[] };

const parse = (time: string | undefined): number | null => (time === undefined ? null : Date.parse(time));

export const timeDevice = ({ phases, ...row }: StoredDevice): TimedDevice => ({
  ...row,
  timedPhases: phases.map(({ phase, startedAt, finishedAt, status }) => ({
    phase,
    startMs: parse(startedAt),
    endMs: parse(finishedAt),
    status: status ?? null,
  })),
});

/** Starts and ends of devices and their phases, in milliseconds since 1970. */
export function* workTimes(devices: readonly TimedDevice[]): Generator<number | null> {
  for (const { started_ms: startedMs, finished_ms: finishedMs, timedPhases } of devices) {
    yield startedMs;
    yield finishedMs;
    for (const { startMs, endMs } of timedPhases) {
      yield startMs;
      yield endMs;
    }
  }
}

type LaneInput = {
  devices: readonly TimedDevice[];
  /** Where the timeline starts, in milliseconds since 1970. */
  zeroMs: number;
  /** When the run started, in the same unit, for phases without a known time. */
  runStartedMs: number;
  usualMs: ReadonlyMap<string, number>;
};

/** Lanes in the order of the devices, and the names of the phases that their spans point at. */
export function buildDeviceLanes(input: LaneInput): { phases: string[]; lanes: DeviceLane[] } {
  const phases = orderPhases(input.devices.map(({ timedPhases }) => timedPhases));
  const phaseIndexes = new Map(phases.map((phase, index) => [phase, index]));
  return { phases, lanes: input.devices.map((device) => buildLane(device, phaseIndexes, input)) };
}

function buildLane(device: TimedDevice, phaseIndexes: ReadonlyMap<string, number>, input: LaneInput): DeviceLane {
  const { timedPhases } = device;
  const startMs = device.started_ms ?? firstStart(timedPhases);
  const endMs = device.finished_ms ?? (isDone(device.status) ? lastEnd(timedPhases) : null);
  return {
    device: device.device,
    status: device.status,
    site: device.site,
    type: device.type,
    cause: device.cause,
    clockSkewSeconds: device.clock_skew_seconds,
    startMs: offset(startMs, input.zeroMs),
    endMs: offset(endMs, input.zeroMs),
    phases: buildSpans(timedPhases, startMs ?? input.runStartedMs, ({ phase, startMs: from, endMs: to, status }) => [
      phaseIndexes.get(phase) ?? 0,
      Math.round(from - input.zeroMs),
      offset(to, input.zeroMs),
      status,
    ]),
    levelCounts: device.level_counts,
    usualMs: input.usualMs.get(device.device) ?? null,
  };
}

/** A phase whose start is not known begins where the one before it ended, or began. */
function buildSpans(
  timedPhases: readonly TimedPhase[],
  deviceStartMs: number,
  toSpan: (phase: TimedPhase & { startMs: number }) => PhaseSpan,
): PhaseSpan[] {
  let sinceMs = deviceStartMs;
  return timedPhases.map((phase) => {
    const startMs = phase.startMs ?? Math.min(sinceMs, phase.endMs ?? sinceMs);
    sinceMs = phase.endMs ?? startMs;
    return toSpan({ ...phase, startMs });
  });
}

const isDone = (status: DeviceStatus): boolean => status !== 'pending' && status !== 'running';

const offset = (timeMs: number | null, zeroMs: number): number | null =>
  timeMs === null ? null : Math.round(timeMs - zeroMs);

const firstStart = (phases: readonly TimedPhase[]): number | null => least(phases.map(({ startMs }) => startMs));

const lastEnd = (phases: readonly TimedPhase[]): number | null => {
  const last = least(phases.map(({ endMs }) => (endMs === null ? null : -endMs)));
  return last === null ? null : -last;
};

const least = (values: readonly (number | null)[]): number | null =>
  values.reduce((least, value) => (value === null || (least !== null && least <= value) ? least : value), null);
