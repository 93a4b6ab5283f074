import 'server-only';
import { containsPattern } from '@/lib/db/escape-like';
import { Prisma } from '@/lib/generated/prisma/client';
import type { RunFilter } from '../../schema';

/** The conditions of a filter on `run r JOIN job j`, one for each part that is set. */
export function runConditions(filter: RunFilter): Prisma.Sql[] {
  const { status, job, type, device, from, to, q, site, gateway, trigger } = filter;
  const conditions: Prisma.Sql[] = [];
  if (status) conditions.push(Prisma.sql`r.status = ANY(${status})`);
  if (job) conditions.push(Prisma.sql`r.job_id = ANY(${job})`);
  if (type) conditions.push(Prisma.sql`j.type = ANY(${type})`);
  if (site) conditions.push(Prisma.sql`r.sites && ${site}::text[]`);
  if (gateway) conditions.push(Prisma.sql`r.gateway = ANY(${gateway})`);
  if (trigger) conditions.push(Prisma.sql`r.trigger = ANY(${trigger})`);
  // Uses run_device_pkey, once per candidate run.
  if (device) {
    conditions.push(
      Prisma.sql`EXISTS (SELECT 1 FROM run_device d WHERE d.run_id = r.id AND d.device = ANY(${device}))`,
    );
  }
  if (from) conditions.push(Prisma.sql`r.started_at >= ${new Date(from)}`);
  if (to) conditions.push(Prisma.sql`r.started_at < ${new Date(to)}`);
  if (q) conditions.push(textCondition(q));
  return conditions;
}

function textCondition(q: string): Prisma.Sql {
  const pattern = containsPattern(q);
  const number = /^#?\d{1,9}$/.test(q) ? Number(q.replace('#', '')) : null;
  return Prisma.sql`(j.name ILIKE ${pattern} OR r.id ILIKE ${pattern} OR r.job_id ILIKE ${pattern}
    OR r.result_text ILIKE ${pattern} OR r.gateway ILIKE ${pattern} OR r.trigger ILIKE ${pattern} OR r.number = ${number}::int)`;
}
