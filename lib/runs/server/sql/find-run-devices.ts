import 'server-only';
import { db } from '@/lib/db/client';
import { runDeviceSchema, type RunDevice } from '../../device-schema';
import { toLevelCounts } from './run-row';

/** All devices of a run, by name. Uses run_device_pkey. */
export async function findRunDevices(runId: string): Promise<RunDevice[]> {
  const rows = await db().runDevice.findMany({
    where: { runId },
    omit: { firstErrors: true },
    orderBy: { device: 'asc' },
  });
  return rows.map((row) => ({
    device: row.device,
    status: runDeviceSchema.shape.status.parse(row.status),
    site: row.site,
    type: row.type,
    cause: row.cause,
    startedAt: row.startedAt?.toISOString() ?? null,
    finishedAt: row.finishedAt?.toISOString() ?? null,
    phases: runDeviceSchema.shape.phases.parse(row.phases),
    facts: runDeviceSchema.shape.facts.parse(row.facts),
    links: runDeviceSchema.shape.links.parse(row.links),
    levelCounts: toLevelCounts(row.levelCounts),
    clockSkewSeconds: row.clockSkewSeconds === null ? null : Number(row.clockSkewSeconds),
  }));
}
