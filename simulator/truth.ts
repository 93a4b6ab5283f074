import { latestResults } from './scenario/device-results';
import type { LineEvent, SimulatedRun } from './scenario/simulated-run';
import { LEVELS, type DeviceStatus, type Level } from './wire';

export type RunTruth = {
  runId: string;
  jobId: string;
  jobName: string;
  startedAt: string;
  attempt: number;
  /** `stale`: never ended; so until the server's patience is over it shows as running. */
  status: 'succeeded' | 'partial' | 'failed' | 'cancelled' | 'stale';
  incidents: readonly string[];
  lineCount: number;
  levelCounts: Record<Level, number>;
  /** Device names per result. */
  devices: Partial<Record<DeviceStatus, string[]>>;
  /** Devices per cause. */
  causes: Record<string, string[]>;
  gaps: { fromClientSeq: number; toClientSeq: number }[];
  secrets: string[];
};

/** What a reader must find about this run, taken from what is sent and not from what was planned. */
export function describeRun(run: SimulatedRun): RunTruth {
  const { runId, jobId, jobName, startedAt, attempt } = run.open;
  const lines = run.events.filter((event): event is LineEvent => event.kind === 'line');
  const end = run.events.find((event) => event.kind === 'end')?.end;
  return {
    ...{ runId, jobId: String(jobId), jobName, startedAt, attempt },
    status: end?.status ?? 'stale',
    incidents: run.incidents,
    lineCount: lines.length,
    levelCounts: countLevels(lines),
    ...describeDevices(run),
    gaps: findGaps(lines, end?.declaredLineCount ?? 0),
    secrets: lines.flatMap((line) => line.secrets),
  };
}

function countLevels(lines: readonly LineEvent[]): Record<Level, number> {
  const count = (level: Level): number => lines.filter((line) => line.record.level === level).length;
  const [DEBUG, INFO, WARNING, ERROR, CRITICAL] = LEVELS;
  return {
    DEBUG: count(DEBUG),
    INFO: count(INFO),
    WARNING: count(WARNING),
    ERROR: count(ERROR),
    CRITICAL: count(CRITICAL),
  };
}

function describeDevices(run: SimulatedRun): Pick<RunTruth, 'devices' | 'causes'> {
  const results = latestResults(run.events);
  const devices: RunTruth['devices'] = {};
  const causes: RunTruth['causes'] = {};
  for (const { device } of run.open.devices) {
    const result = results.get(device)?.result ?? { status: 'pending' };
    (devices[result.status] ??= []).push(device);
    if ('cause' in result && result.cause) (causes[result.cause] ??= []).push(device);
  }
  return { devices, causes };
}

function findGaps(lines: readonly LineEvent[], declaredLineCount: number): RunTruth['gaps'] {
  const seqs = [...lines.map((line) => line.record.seq ?? 0), declaredLineCount + 1];
  return seqs.flatMap((seq, index) => {
    const before = seqs[index - 1] ?? 0;
    return seq > before + 1 ? [{ fromClientSeq: before + 1, toClientSeq: seq - 1 }] : [];
  });
}
