import 'server-only';
import { assertCan } from '@/lib/auth/assert-can';
import type { Viewer } from '@/lib/auth/viewer';
import { unrollMovedRun } from '@/lib/store/counters/server/sql/unroll-moved-run';
import { textArray } from '@/lib/db/binary-array';
import { db } from '@/lib/db/client';
import { assertDiskSpace } from '@/lib/db/disk-space';
import { AppError } from '@/lib/errors';
import { announceRuns } from './sql/announce-runs';
import { jobFacts } from '../job-facts';
import { notAfter } from '../not-after';
import { redactInput } from '../redact-input';
import type { OpenRunInput, RunSummary } from '../schema';
import { addDeviceCounts } from './sql/add-device-counts';
import { addRunSites } from './sql/add-run-sites';
import { ensureRuns } from './sql/ensure-runs';
import type { NewRun } from './sql/ensured-run';
import { getRunSummary } from './sql/get-run-summary';

/** Opens a run and announces its devices; the same run id of the same job again answers the same run, with what is new in it added. */
export async function openRun(viewer: Viewer, rawInput: OpenRunInput): Promise<{ run: RunSummary; isNew: boolean }> {
  assertCan(viewer, 'runs:write');
  await assertDiskSpace();
  const input = redactInput(rawInput);
  const [made] = await ensureRuns([newRun(input, new Date())]);
  if (!made) throw new Error('no run was made');
  const { runId, isNew } = made;
  if (!isNew) await completeRun(runId, input, new Date());
  if (input.devices?.length) await announceDevices(runId, input.devices);
  announceRuns([runId]);
  return { run: await getRunSummary(runId), isNew };
}

function newRun(input: OpenRunInput, now: Date): NewRun {
  const startedAt = input.startedAt ?? input.queuedAt;
  return {
    senderRunId: input.runId ?? null,
    address: null,
    job: jobFacts(input.jobId, { name: input.jobName, type: input.jobType }),
    status: input.startedAt || !input.queuedAt ? 'running' : 'queued',
    isImplicit: false,
    startedAt: startedAt ? notAfter(startedAt, now) : now,
    isStartGiven: true,
    ...(input.queuedAt && { queuedAt: notAfter(input.queuedAt, now) }),
    ...(input.trigger && { trigger: input.trigger }),
    ...(input.gateway && { gateway: input.gateway }),
    ...(input.attempt && { attempt: input.attempt }),
  };
}

/** A run that lines opened before its announcement gets the facts of the announcement. */
async function completeRun(runId: string, input: OpenRunInput, now: Date): Promise<void> {
  const { trigger, gateway, attempt } = input;
  const queuedAt = input.queuedAt && notAfter(input.queuedAt, now);
  const startedAt = input.startedAt && notAfter(input.startedAt, now);
  await db().$transaction(async (tx) => {
    if (startedAt) await unrollMovedRun(tx, runId, startedAt);
    const { count } = await tx.run.updateMany({
      where: { id: runId },
      data: {
        isImplicit: false,
        ...(trigger && { trigger }),
        ...(gateway && { gateway }),
        ...(attempt && { attempt }),
        ...(queuedAt && { queuedAt }),
        ...(startedAt && { startedAt, isStartGiven: true }),
      },
    });
    if (count === 0) throw deletedMeanwhile();
  });
}

async function announceDevices(runId: string, devices: NonNullable<OpenRunInput['devices']>): Promise<void> {
  const names = textArray(devices.map(({ device }) => device));
  const sites = textArray(devices.map(({ site }) => site ?? ''));
  const types = textArray(devices.map(({ type }) => type ?? ''));
  await db().$transaction(async (tx) => {
    // Locks the run before its devices, as ingest does.
    const run = await tx.$queryRaw<unknown[]>`SELECT 1 FROM run WHERE id = ${runId} FOR UPDATE`;
    if (run.length === 0) throw deletedMeanwhile();
    const rows = await tx.$queryRaw<{ is_new: boolean }[]>`
      INSERT INTO run_device AS d (run_id, device, status, is_reported, site, type)
      SELECT DISTINCT ON (t.device) ${runId}, t.device, 'pending', false, nullif(t.site, ''), nullif(t.type, '')
      FROM unnest(${names}::text[], ${sites}::text[], ${types}::text[]) AS t(device, site, type)
      ON CONFLICT (run_id, device) DO UPDATE SET site = coalesce(excluded.site, d.site), type = coalesce(excluded.type, d.type)
      RETURNING xmax::text = '0' AS is_new`;
    await addDeviceCounts(tx, runId, { pending: rows.filter((row) => row.is_new).length });
    await addRunSites(
      tx,
      runId,
      devices.map(({ site }) => site),
    );
  });
}

const deletedMeanwhile = (): AppError => new AppError('not_found', 'The run was deleted meanwhile; open it again.');
