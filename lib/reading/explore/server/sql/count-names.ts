import 'server-only';
import type { Prisma } from '@/lib/generated/prisma/client';
import type { CountedRange } from '../../bucket';
import type { CounterSum } from '../../facet-lists';
import type { LineSearch } from '../../schema';
import { countedLines, LEVEL_SUMS } from './counted-lines';

/** Lines per job, component and level from counters. */
export function countNames(
  tx: Prisma.TransactionClient,
  search: LineSearch,
  range: CountedRange,
): Promise<CounterSum[]> {
  return tx.$queryRaw<CounterSum[]>`
    SELECT t.job_id AS "jobId", t.component, ${LEVEL_SUMS} FROM ${countedLines(search, range, true)} GROUP BY 1, 2`;
}
