import { expect, test } from 'vitest';
import { db } from '@/lib/db/client';
import { Prisma } from '@/lib/generated/prisma/client';
import { useTestDatabase } from '@/lib/testing/test-database';
import { DEVICE_STATUSES, isBadDeviceStatus } from '../../status';
import { badDeviceSum } from './device-counts-sql';

useTestDatabase();

test.each(DEVICE_STATUSES)('a device that is %s counts as bad where status.ts says so', async (status) => {
  const counts = DEVICE_STATUSES.map((each) => Number(each === status));
  const rows = await db().$queryRaw<{ bad: number }[]>`
    SELECT ${badDeviceSum(Prisma.sql`r.device_counts`)} AS bad
    FROM (SELECT ARRAY[${Prisma.join(counts)}]::int[] AS device_counts) r`;
  expect(rows).toEqual([{ bad: Number(isBadDeviceStatus(status)) }]);
});
