import 'server-only';
import { Prisma } from '@/lib/generated/prisma/client';
import { DEVICE_STATUSES, isBadDeviceStatus } from '../../status';

const BAD_STATUSES = DEVICE_STATUSES.filter(isBadDeviceStatus);

/** Devices that failed or were unreachable, in an array of devices per status, such as `r.device_counts`. PostgreSQL's arrays begin at 1. */
export const badDeviceSum = (counts: Prisma.Sql): Prisma.Sql =>
  Prisma.sql`(${Prisma.join(
    BAD_STATUSES.map((status) => Prisma.sql`${counts}[${Prisma.raw(String(DEVICE_STATUSES.indexOf(status) + 1))}]`),
    ' + ',
  )})`;
