import 'server-only';
import { int4Array, textArray } from '@/lib/db/binary-array';
import type { SqlTransaction } from '@/lib/db/sql-transaction';
import type { JobFacts } from '../../job-facts';

/**
 * Makes missing jobs and locks all of them; a name or type from the sender replaces an older one, and the last in the
 * list counts. All callers make and lock jobs in the order of their ids.
 */
export async function ensureJobs(tx: SqlTransaction, given: readonly JobFacts[]): Promise<void> {
  const byId = new Map<string, JobFacts>();
  for (const job of given) {
    const before = byId.get(job.id);
    byId.set(job.id, { ...job, name: job.name ?? before?.name ?? null, type: job.type ?? before?.type ?? null });
  }
  const jobs = [...byId.values()];
  const ids = textArray(jobs.map(({ id }) => id));
  await tx.$executeRaw`
    INSERT INTO job (id, name, type, is_system)
    SELECT w.id, w.name, w.type, w.is_system = 't'
    FROM unnest(${ids}::text[], ${textArray(jobs.map(({ name, fallbackName }) => name ?? fallbackName))}::text[],
                ${textArray(jobs.map(({ type }) => type ?? 'unknown'))}::text[],
                ${textArray(jobs.map(({ isSystem }) => (isSystem ? 't' : 'f')))}::text[]) AS w(id, name, type, is_system)
    ORDER BY w.id ON CONFLICT (id) DO NOTHING`;
  await tx.$queryRaw`SELECT 1 FROM job WHERE id = ANY(${ids}::text[]) ORDER BY id FOR UPDATE`;
  await tx.$executeRaw`
    UPDATE job SET name = coalesce(nullif(w.name, ''), job.name), type = coalesce(nullif(w.type, ''), job.type)
    FROM unnest(${ids}::text[], ${textArray(jobs.map(({ name }) => name ?? ''))}::text[],
                ${textArray(jobs.map(({ type }) => type ?? ''))}::text[]) AS w(id, name, type)
    WHERE job.id = w.id AND NOT job.is_system
      AND (coalesce(nullif(w.name, ''), job.name), coalesce(nullif(w.type, ''), job.type)) <> (job.name, job.type)`;
}

/** The next number of each job of the list, which may name one several times; the caller holds the jobs' locks. */
export async function takeRunNumbers(tx: SqlTransaction, jobIds: readonly string[]): Promise<number[]> {
  if (jobIds.length === 0) return [];
  const counts = new Map<string, number>();
  for (const id of jobIds) counts.set(id, (counts.get(id) ?? 0) + 1);
  const rows = await tx.$queryRaw<{ id: string; last: number }[]>`
    UPDATE job SET last_run_number = last_run_number + w.n
    FROM unnest(${textArray([...counts.keys()])}::text[], ${int4Array([...counts.values()])}::int[]) AS w(id, n)
    WHERE job.id = w.id RETURNING job.id, job.last_run_number AS last`;
  const next = new Map(rows.map(({ id, last }) => [id, last - (counts.get(id) ?? 0) + 1]));
  return jobIds.map((id) => {
    const number = next.get(id) ?? 0;
    next.set(id, number + 1);
    return number;
  });
}
