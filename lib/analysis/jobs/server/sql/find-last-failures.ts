import 'server-only';
import { LRUCache } from 'lru-cache';
import { db } from '@/lib/db/client';
import { Prisma } from '@/lib/generated/prisma/client';
import { processState } from '@/lib/process-state';
import { isBadDevice } from '@/lib/runs/server/sql/status-conditions';
import type { RunStatus } from '@/lib/runs/status';
import { pickLines } from '@/lib/store/chunks/server/sql/pick-lines';
import { toLine } from '@/lib/store/chunks/server/sql/line-row';
import { causeText, maskMessage } from '../../../patterns/mask-message';
import type { JobSummary } from '../../schema';

type LastFailure = NonNullable<JobSummary['lastFailure']>;

type FailureRow = {
  id: string;
  job_id: string;
  number: number;
  status: RunStatus;
  started_at: Date;
  last_received_at: Date;
  result_text: string | null;
  first_error_seq: number | null;
};

/** Different texts of a run's devices that are looked at, the most frequent ones. */
const MAX_TEXTS = 200;
/** Of runs that nothing has arrived for since. */
const MAX_REMEMBERED = 2000;
const causes = processState(
  'failureCauses',
  () => new LRUCache<string, { text: string | null }>({ max: MAX_REMEMBERED }),
);

/** The last run of each job that failed, wholly or in part, by job. Uses run_failed_idx. */
export async function findLastFailures(jobIds: readonly string[]): Promise<Map<string, LastFailure>> {
  const rows = await db().$queryRaw<FailureRow[]>`
    SELECT r.* FROM unnest(${jobIds}::text[]) AS wanted(job_id)
    CROSS JOIN LATERAL (
      SELECT id, job_id, number, status, started_at, last_received_at, result_text, first_error_seq FROM run
      WHERE run.job_id = wanted.job_id AND run.status IN ('failed', 'partial')
      ORDER BY started_at DESC, id DESC LIMIT 1) AS r`;
  const texts = await findCauses(rows);
  return new Map(
    rows.map((row, index) => [
      row.job_id,
      {
        runId: row.id,
        number: row.number,
        status: row.status,
        startedAt: row.started_at.toISOString(),
        cause: texts[index] ?? null,
      },
    ]),
  );
}

const keyOf = ({ id, last_received_at: receivedAt }: FailureRow): string => `${receivedAt.getTime()} ${id}`;

async function findCauses(rows: readonly FailureRow[]): Promise<(string | null)[]> {
  const unknown = rows.filter((row) => !causes().has(keyOf(row)));
  const ofDevices = await findDeviceCauses(unknown.map(({ id }) => id));
  const without = unknown.filter(({ id, result_text: text }) => !ofDevices.has(id) && text === null);
  const ofLines = await findFirstErrors(without);
  for (const row of unknown) {
    const text = ofDevices.get(row.id) ?? row.result_text ?? ofLines.get(row.id);
    causes().set(keyOf(row), { text: text ? causeText(text) : null });
  }
  return rows.map((row) => causes().get(keyOf(row))?.text ?? null);
}

/** What most devices of a run failed of: texts that differ in numbers, addresses and names alone are one. Uses run_device_pkey. */
async function findDeviceCauses(runIds: readonly string[]): Promise<Map<string, string>> {
  if (runIds.length === 0) return new Map();
  const rows = await db().$queryRaw<{ run_id: string; cause: string; devices: number; device: string }[]>`
    SELECT t.run_id, t.cause, t.devices, t.device FROM unnest(${runIds}::text[]) AS wanted(run_id)
    CROSS JOIN LATERAL (
      SELECT d.run_id, d.cause, count(*)::int AS devices, min(d.device) AS device FROM run_device d
      WHERE d.run_id = wanted.run_id AND ${isBadDevice(Prisma.sql`d.status`)} AND d.cause IS NOT NULL
      GROUP BY d.run_id, d.cause ORDER BY 3 DESC, d.cause LIMIT ${MAX_TEXTS}::int) AS t`;
  const best = new Map<string, { text: string; devices: number }>();
  const sums = new Map<string, { text: string; devices: number }>();
  for (const { run_id: runId, cause, devices, device } of rows) {
    const key = `${runId} ${maskMessage(cause, new Set([device.toLowerCase()])).pattern}`;
    const sum = sums.get(key) ?? { text: cause, devices: 0 };
    sum.devices += devices;
    sums.set(key, sum);
    if (sum.devices > (best.get(runId)?.devices ?? 0)) best.set(runId, sum);
  }
  return new Map([...best].map(([runId, { text }]) => [runId, text]));
}

async function findFirstErrors(rows: readonly FailureRow[]): Promise<Map<string, string>> {
  const wanted = rows.flatMap(({ id, first_error_seq: seq }) => (seq === null ? [] : [{ runId: id, seq }]));
  if (wanted.length === 0) return new Map();
  const lines = await pickLines(wanted);
  return new Map(lines.map((row) => [row.run_id, toLine(row).message]));
}
