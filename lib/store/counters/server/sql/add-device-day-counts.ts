import 'server-only';
import type { SqlTransaction } from '@/lib/db/sql-transaction';
import { Prisma } from '@/lib/generated/prisma/client';
import type { RollDirection } from './add-hour-counts';

const ROLLED = [1, 2, 3, 4, 5].map((place) => Prisma.sql`d.rolled_level_counts[${Prisma.raw(String(place))}]`);
const COUNT = [1, 2, 3, 4, 5].map((place) => Prisma.sql`d.level_counts[${Prisma.raw(String(place))}]`);

const SUMS: Record<RollDirection, Prisma.Sql> = {
  'roll up': Prisma.join(COUNT.map((count, index) => Prisma.sql`sum(${count} - ${ROLLED[index] ?? Prisma.empty})`)),
  'take back': Prisma.join(ROLLED.map((rolled) => Prisma.sql`-sum(${rolled})`)),
};

const CHANGED: Record<RollDirection, Prisma.Sql> = {
  'roll up': Prisma.sql`d.level_counts <> d.rolled_level_counts`,
  'take back': Prisma.sql`d.rolled_level_counts <> '{0,0,0,0,0}'`,
};

/** As addHourCounts, for the devices' lines by the day on which the run started. Uses run_device_pkey. */
export async function addDeviceDayCounts(
  tx: SqlTransaction,
  runIds: string[],
  direction: RollDirection,
): Promise<void> {
  await tx.$executeRaw`
    INSERT INTO device_day_count AS t (day, device, job_id, level_counts)
    SELECT r.rolled_day, d.device, r.job_id, ARRAY[${SUMS[direction]}]
    FROM run r JOIN run_device d ON d.run_id = r.id
    WHERE r.id = ANY(${runIds}) AND ${CHANGED[direction]}
    GROUP BY 1, 2, 3 ORDER BY 1, 2, 3
    ON CONFLICT (day, device, job_id) DO UPDATE SET level_counts = ARRAY[
      t.level_counts[1] + excluded.level_counts[1], t.level_counts[2] + excluded.level_counts[2],
      t.level_counts[3] + excluded.level_counts[3], t.level_counts[4] + excluded.level_counts[4],
      t.level_counts[5] + excluded.level_counts[5]]`;
}
