import 'server-only';
import { assertCan } from '@/lib/auth/assert-can';
import type { Viewer } from '@/lib/auth/viewer';
import { unrollMovedRun } from '@/lib/store/counters/server/sql/unroll-moved-run';
import { db } from '@/lib/db/client';
import { assertDiskSpace } from '@/lib/db/disk-space';
import { AppError } from '@/lib/errors';
import type { Prisma } from '@/lib/generated/prisma/client';
import { announceRuns } from './sql/announce-runs';
import { notAfter } from '../not-after';
import { redactInput } from '../redact-input';
import type { RunSummary, UpdateRunInput } from '../schema';
import { isOpen } from '../status';
import { concludeDevices } from './sql/conclude-devices';
import { getRunSummary } from './sql/get-run-summary';

/** Takes a run's status, end, result text and declared line count. Throws `not_found`. */
export async function updateRun(viewer: Viewer, runId: string, rawInput: UpdateRunInput): Promise<RunSummary> {
  assertCan(viewer, 'runs:write');
  await assertDiskSpace();
  const input = redactInput(rawInput);
  const ends = input.status !== undefined && !isOpen(input.status);
  await db().$transaction(async (tx) => {
    const data = toData(input, ends, new Date());
    if (data.startedAt instanceof Date) await unrollMovedRun(tx, runId, data.startedAt);
    const { count } = await tx.run.updateMany({ where: { id: runId }, data });
    if (count === 0) throw new AppError('not_found', 'There is no such run.');
    if (ends && input.status) await concludeDevices(tx, { runId, status: input.status });
  });
  announceRuns([runId]);
  return getRunSummary(runId);
}

function toData(input: UpdateRunInput, ends: boolean, now: Date): Prisma.RunUpdateManyMutationInput {
  const { status, startedAt, finishedAt, resultText, declaredLineCount } = input;
  return {
    lastReceivedAt: now,
    ...(status && { status }),
    ...(status && !ends && { finishedAt: null }),
    ...(ends && { finishedAt: now }),
    ...(startedAt && { startedAt: notAfter(startedAt, now), isStartGiven: true }),
    ...(finishedAt && { finishedAt: notAfter(finishedAt, now) }),
    ...(resultText !== undefined && { resultText }),
    ...(declaredLineCount !== undefined && { declaredLineCount }),
  };
}
