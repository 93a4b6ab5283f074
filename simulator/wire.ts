/**
 * The public HTTP API as a sender sees it. Written out here, not imported: the simulator stands outside the
 * application like a real Gateway, so an accidental change of the wire format breaks it visibly.
 */
export const LEVELS = ['DEBUG', 'INFO', 'WARNING', 'ERROR', 'CRITICAL'] as const;
export type Level = (typeof LEVELS)[number];

export type DeviceStatus =
  | 'pending'
  | 'running'
  | 'succeeded'
  | 'unchanged'
  | 'changed'
  | 'failed'
  | 'unreachable'
  | 'skipped'
  | 'not_attempted';

export const PHASES = ['queue', 'connect', 'authenticate', 'execute', 'fetch', 'diff', 'store'] as const;
export type Phase = (typeof PHASES)[number];

export type Fields = Record<string, unknown>;

export type LogRecord = {
  timestamp: string;
  level: Level;
  message: string;
  component: string;
  job_id?: number | string;
  run_id?: string;
  device?: string;
  phase?: Phase;
  /** Client seq: 1, 2, 3 … within the run; a hole is a gap. */
  seq?: number;
  additional_fields?: Fields;
};

/** `POST /api/v1/runs`; a Gateway that asks again with the same `runId` gets the same run. */
export type OpenRun = {
  jobId: number | string;
  runId: string;
  jobName: string;
  jobType: string;
  trigger: string;
  gateway: string;
  attempt: number;
  queuedAt: string;
  startedAt: string;
  devices: { device: string; site: string; type: string }[];
};

export type PhaseTimes = { phase: Phase; startedAt: string; finishedAt: string; status: DeviceStatus };

/** `PUT /api/v1/runs/{runId}/devices/{device}`; what is left out keeps its value. */
export type PutDevice = {
  status: DeviceStatus;
  cause?: string;
  startedAt?: string;
  finishedAt?: string;
  phases?: PhaseTimes[];
};

/** `PATCH /api/v1/runs/{runId}`; every line written counts as declared, whether or not it got through. */
export type UpdateRun = {
  status: 'succeeded' | 'partial' | 'failed' | 'cancelled';
  finishedAt: string;
  resultText: string;
  declaredLineCount: number;
};

export type Rejection = { index: number; code: string; detail: string };
export type IngestAnswer = { accepted: number; duplicate: number; rejected: Rejection[] };
