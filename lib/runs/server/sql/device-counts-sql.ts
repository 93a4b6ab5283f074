import 'server-only';
import { Prisma } from '@/lib/generated/prisma/client';
import { DEVICE_STATUSES, isBadDeviceStatus, isGoodDeviceStatus, type DeviceStatus } from '../../status';

// Of an array of devices per status, such as `r.device_counts`. PostgreSQL's arrays begin at 1.

const countOf = (counts: Prisma.Sql, status: DeviceStatus): Prisma.Sql =>
  Prisma.sql`${counts}[${Prisma.raw(String(DEVICE_STATUSES.indexOf(status) + 1))}]`;

const sumOf = (counts: Prisma.Sql, statuses: readonly DeviceStatus[]): Prisma.Sql =>
  Prisma.sql`(${Prisma.join(
    statuses.map((status) => countOf(counts, status)),
    ' + ',
  )})`;

/** Devices that failed or were unreachable. */
export const badDeviceSum = (counts: Prisma.Sql): Prisma.Sql =>
  sumOf(counts, DEVICE_STATUSES.filter(isBadDeviceStatus));

/** Devices with a result, as isJudgedDevice says of one. */
export const judgedDeviceSum = (counts: Prisma.Sql): Prisma.Sql =>
  sumOf(
    counts,
    DEVICE_STATUSES.filter((status) => isBadDeviceStatus(status) || isGoodDeviceStatus(status)),
  );

/** All devices; an array may end before the latest statuses. */
export const deviceSum = (counts: Prisma.Sql): Prisma.Sql =>
  Prisma.sql`(SELECT coalesce(sum(n), 0) FROM unnest(${counts}) AS n)`;
