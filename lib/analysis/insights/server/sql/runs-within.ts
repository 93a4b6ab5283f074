import 'server-only';
import { Prisma } from '@/lib/generated/prisma/client';
import type { CountedRange } from '@/lib/reading/explore/bucket';
import type { RunFilter } from '@/lib/runs/schema';
import { runConditions } from '@/lib/runs/server/sql/run-conditions';
import type { RunSplit } from '../../schema';

/** The runs `r` of a filter that started in the range, with their job's type. Uses run_started_at_id_idx. */
export function runsWithin(filter: RunFilter, { fromMs, toMs }: CountedRange): Prisma.Sql {
  const range = { from: new Date(fromMs).toISOString(), to: new Date(toMs).toISOString() };
  const conditions = Prisma.join(runConditions({ ...filter, ...range }), ' AND ');
  return Prisma.sql`(
    SELECT r.*, j.type AS job_type FROM run r JOIN job j ON j.id = r.job_id WHERE ${conditions}) r`;
}

/** The value of what is not split. */
export const NO_VALUE = Prisma.sql`''::text`;

const RUN_VALUES: Record<RunSplit, Prisma.Sql> = {
  job: Prisma.sql`r.job_id`,
  type: Prisma.sql`r.job_type`,
  gateway: Prisma.sql`coalesce(r.gateway, '')`,
  status: Prisma.sql`r.status`,
  trigger: Prisma.sql`coalesce(r.trigger, '')`,
  device: Prisma.sql`d.device`,
};

/** What the runs `r`, and for device their devices `d`, are split by. */
export const runValue = (by: RunSplit): Prisma.Sql => RUN_VALUES[by];
