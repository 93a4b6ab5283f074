import 'server-only';
import { assertCan } from '@/lib/auth/assert-can';
import type { Viewer } from '@/lib/auth/viewer';
import { db } from '@/lib/db/client';
import { assertDiskSpace } from '@/lib/db/disk-space';
import { AppError } from '@/lib/errors';
import type { Prisma } from '@/lib/generated/prisma/client';
import { announceRuns } from './sql/announce-runs';
import { redactInput } from '../redact-input';
import type { PutDeviceInput } from '../device-schema';
import { addressText } from '../field-schema';
import type { DeviceStatus } from '../status';
import { addDeviceCounts } from './sql/add-device-counts';
import { addRunSites } from './sql/add-run-sites';

type DeviceKey = { runId: string; device: string };

/** Takes a device's result in a run. Fields left out keep what was known. Throws `not_found` for an unknown run. */
export async function putDevice(viewer: Viewer, at: DeviceKey, rawInput: PutDeviceInput): Promise<void> {
  assertCan(viewer, 'runs:write');
  await assertDiskSpace();
  const name = addressText.safeParse(at.device);
  if (!name.success) {
    throw new AppError(
      'invalid_request',
      'device: expected a name of 1 to 200 characters in the path, not "." or "..".',
      {
        errors: [{ field: 'device', detail: name.error.issues[0]?.message ?? '' }],
      },
    );
  }
  const key = { runId: at.runId, device: redactInput(name.data) };
  const input = redactInput(rawInput);
  await db().$transaction(async (tx) => {
    const known = await lockAndRead(tx, key);
    await upsertDevice(tx, key, input);
    const before = known === null ? {} : { [known]: -1 };
    await addDeviceCounts(tx, at.runId, known === input.status ? {} : { ...before, [input.status]: 1 });
    await addRunSites(tx, at.runId, [input.site]);
  });
  announceRuns([at.runId]);
}

/**
 * Locks the run before its devices, as ingest does; answers the device's status so far. In two statements: one that waits
 * for the run's lock goes on to see the device as it was before it waited.
 */
async function lockAndRead(tx: Prisma.TransactionClient, { runId, device }: DeviceKey): Promise<DeviceStatus | null> {
  const runs = await tx.$queryRaw<unknown[]>`SELECT 1 FROM run WHERE id = ${runId} FOR UPDATE`;
  if (!runs[0]) throw new AppError('not_found', 'There is no such run; open it with POST /api/v1/runs first.');
  const rows = await tx.$queryRaw<{ status: DeviceStatus }[]>`
    SELECT d.status FROM run_device d WHERE d.run_id = ${runId} AND d.device = ${device}`;
  return rows[0]?.status ?? null;
}

async function upsertDevice(
  tx: Prisma.TransactionClient,
  { runId, device }: DeviceKey,
  input: PutDeviceInput,
): Promise<void> {
  const { status, site = null, type = null, cause = null, startedAt = null, finishedAt = null } = input;
  const [phases, facts, links] = [input.phases, input.facts, input.links].map(
    (given) => given && JSON.stringify(given),
  );
  await tx.$executeRaw`
    INSERT INTO run_device AS d (run_id, device, status, is_reported, site, type, cause, started_at, finished_at, phases,
                                 facts, links)
    VALUES (${runId}, ${device}, ${status}, true, ${site}, ${type}, ${cause}, ${toDate(startedAt)}::timestamptz,
            ${toDate(finishedAt)}::timestamptz, coalesce(${phases}::jsonb, '[]'), coalesce(${facts}::jsonb, '{}'),
            coalesce(${links}::jsonb, '[]'))
    ON CONFLICT (run_id, device) DO UPDATE SET
      status = excluded.status, is_reported = true, site = coalesce(excluded.site, d.site),
      type = coalesce(excluded.type, d.type), cause = coalesce(excluded.cause, d.cause),
      started_at = coalesce(excluded.started_at, d.started_at), finished_at = coalesce(excluded.finished_at, d.finished_at),
      phases = coalesce(${phases}::jsonb, d.phases), facts = coalesce(${facts}::jsonb, d.facts),
      links = coalesce(${links}::jsonb, d.links)`;
}

/** PostgreSQL rejects offsets beyond 16 hours, which ISO 8601 allows. */
const toDate = (time: string | null): Date | null => (time === null ? null : new Date(time));
