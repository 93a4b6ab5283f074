import 'server-only';
import { Prisma } from '@/lib/generated/prisma/client';
import type { CountedRange } from '@/lib/reading/explore/bucket';
import { badDeviceSum, deviceSum, judgedDeviceSum } from '@/lib/runs/server/sql/device-counts-sql';
import { isBadDevice, isJudgedDevice } from '@/lib/runs/server/sql/status-conditions';
import type { InsightRunsQuery } from '../../schema';
import { NO_VALUE, runsWithin, runValue } from './runs-within';

export const RUN_MEASURES = [
  'failed',
  'runs',
  'judged',
  'partial',
  'devices',
  'judgedDevices',
  'failedDevices',
] as const;

/** Outcomes of runs at their start; with the filter device, of their devices these alone. */
export function outcomesOfRuns({ by, ...filter }: InsightRunsQuery) {
  const counts = Prisma.sql`r.device_counts`;
  const devices = filter.device
    ? Prisma.sql`d.devices, d.judged_devices, d.failed_devices`
    : Prisma.sql`${deviceSum(counts)}, ${judgedDeviceSum(counts)}, ${badDeviceSum(counts)}`;
  const join = filter.device ? namedDevices(filter.device, by === 'device') : Prisma.empty;
  return (range: CountedRange): Prisma.Sql => Prisma.sql`(
    SELECT r.started_at, ${by ? runValue(by) : NO_VALUE}, (r.status = 'failed')::int, 1,
           (r.status IN ('succeeded', 'partial', 'failed', 'stale'))::int, (r.status = 'partial')::int, ${devices}
    FROM ${runsWithin(filter, range)} ${join}
  ) AS t(at, value, failed, runs, judged, partial, devices, "judgedDevices", "failedDevices")`;
}

/** One row a run, or one a device of it. Uses run_device_pkey. */
function namedDevices(names: string[], isEach: boolean): Prisma.Sql {
  const status = Prisma.sql`d.status`;
  return Prisma.sql`CROSS JOIN LATERAL (
    SELECT ${isEach ? Prisma.sql`d.device` : NO_VALUE} AS device, count(*) AS devices,
           count(*) FILTER (WHERE ${isJudgedDevice(status)}) AS judged_devices,
           count(*) FILTER (WHERE ${isBadDevice(status)}) AS failed_devices
    FROM run_device d WHERE d.run_id = r.id AND d.device = ANY(${names}) GROUP BY 1) d`;
}
