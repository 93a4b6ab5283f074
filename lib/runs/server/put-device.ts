import 'server-only';
import { assertCan } from '@/lib/auth/assert-can';
import type { Viewer } from '@/lib/auth/viewer';
import { db } from '@/lib/db/client';
import { AppError } from '@/lib/errors';
import { announceRuns } from '@/lib/tail/server/announce-runs';
import { redactInput } from '../redact-input';
import { idText, runDeviceSchema, type PutDeviceInput } from '../schema';
import { addDeviceCounts } from './add-device-counts';

/** Takes a device's result in a run. Fields left out keep what was known. Throws `not_found` for an unknown run. */
export async function putDevice(
  viewer: Viewer,
  at: { runId: string; device: string },
  rawInput: PutDeviceInput,
): Promise<void> {
  assertCan(viewer, 'runs:write');
  const name = idText.safeParse(at.device);
  if (!name.success)
    throw new AppError('invalid_request', 'device: expected a name of 1 to 200 characters in the path.');
  const { runId } = at;
  const device = redactInput(name.data);
  const data = toData(redactInput(rawInput));
  await db().$transaction(async (tx) => {
    // The run before its devices, as ingest locks them.
    const runs = await tx.$queryRaw<unknown[]>`SELECT 1 FROM run WHERE id = ${runId} FOR UPDATE`;
    if (runs.length === 0)
      throw new AppError('not_found', 'There is no such run; open it with POST /api/v1/runs first.');
    const key = { runId_device: { runId, device } };
    const known = await tx.runDevice.findUnique({ where: key, select: { status: true } });
    await tx.runDevice.upsert({ where: key, create: { runId, device, ...data }, update: data });
    const before = known ? { [runDeviceSchema.shape.status.parse(known.status)]: -1 } : {};
    if (known?.status !== data.status) await addDeviceCounts(tx, runId, { ...before, [data.status]: 1 });
    await tx.run.update({ where: { id: runId }, data: { lastReceivedAt: new Date() } });
  });
  announceRuns([runId]);
}

function toData({ status, site, type, cause, startedAt, finishedAt, phases }: PutDeviceInput) {
  return {
    status,
    isReported: true,
    ...(site !== undefined && { site }),
    ...(type !== undefined && { type }),
    ...(cause !== undefined && { cause }),
    ...(startedAt && { startedAt: new Date(startedAt) }),
    ...(finishedAt && { finishedAt: new Date(finishedAt) }),
    ...(phases && { phases }),
  };
}
