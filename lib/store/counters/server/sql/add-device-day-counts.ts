import 'server-only';
import type { SqlTransaction } from '@/lib/db/sql-transaction';
import { Prisma } from '@/lib/generated/prisma/client';
import { addLevels, levelCount, NO_LINES, perLevel } from '@/lib/store/chunks/server/sql/level-counts';
import type { RollDirection } from './add-hour-counts';

const COUNTS = Prisma.sql`d.level_counts`;
const ROLLED = Prisma.sql`d.rolled_level_counts`;

const SUMS: Record<RollDirection, Prisma.Sql> = {
  'roll up': perLevel((level) => Prisma.sql`sum(${levelCount(COUNTS, level)} - ${levelCount(ROLLED, level)})`),
  'take back': perLevel((level) => Prisma.sql`-sum(${levelCount(ROLLED, level)})`),
};

const CHANGED: Record<RollDirection, Prisma.Sql> = {
  'roll up': Prisma.sql`${COUNTS} <> ${ROLLED}`,
  'take back': Prisma.sql`${ROLLED} <> ${NO_LINES}`,
};

/** As addHourCounts, for the devices' lines by the day on which the run started. Uses run_device_pkey. */
export async function addDeviceDayCounts(
  tx: SqlTransaction,
  runIds: string[],
  direction: RollDirection,
): Promise<void> {
  await tx.$executeRaw`
    INSERT INTO device_day_count AS t (day, device, job_id, level_counts)
    SELECT r.rolled_day, d.device, r.job_id, ${SUMS[direction]}
    FROM run r JOIN run_device d ON d.run_id = r.id
    WHERE r.id = ANY(${runIds}) AND ${CHANGED[direction]}
    GROUP BY 1, 2, 3 ORDER BY 1, 2, 3
    ON CONFLICT (day, device, job_id) DO UPDATE SET
      level_counts = ${addLevels(Prisma.sql`t.level_counts`, Prisma.sql`excluded.level_counts`)}`;
}
