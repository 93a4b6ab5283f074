import 'server-only';
import { Prisma } from '@/lib/generated/prisma/client';
import { DEVICE_STATUSES, isBadDeviceStatus, isGoodDeviceStatus } from '../../status';

/** Written out and not bound: PostgreSQL then plans by how frequent each is. They are constants of ours. */
const isOneOf = (column: Prisma.Sql, statuses: readonly string[]): Prisma.Sql =>
  Prisma.sql`${column} IN (${Prisma.raw(statuses.map((status) => `'${status}'`).join(', '))})`;

/** The device failed or was unreachable; `column` is its status. */
export const isBadDevice = (column: Prisma.Sql): Prisma.Sql =>
  isOneOf(column, DEVICE_STATUSES.filter(isBadDeviceStatus));

export const isGoodDevice = (column: Prisma.Sql): Prisma.Sql =>
  isOneOf(column, DEVICE_STATUSES.filter(isGoodDeviceStatus));

/** The device has a result: it neither is still to come nor was skipped. */
export const isJudgedDevice = (column: Prisma.Sql): Prisma.Sql =>
  isOneOf(
    column,
    DEVICE_STATUSES.filter((status) => isBadDeviceStatus(status) || isGoodDeviceStatus(status)),
  );
