import 'server-only';
import type { Prisma } from '@/lib/generated/prisma/client';
import type { CountedRange } from '@/lib/reading/explore/bucket';
import { buildSeries, type CountedSpan, type SeriesShape } from '../../count-rows';
import { rangeBefore } from '../../span';

type Counted<Measure extends string> = {
  present: CountedSpan<Measure>;
  before: CountedSpan<Measure>;
  values: readonly string[];
};
type Shape<Measure extends string> = Omit<SeriesShape<Measure>, 'values' | 'labels'> & { isByJob: boolean };

/** Counted ranges as they are answered; jobs under the names that they have now. */
export async function answerSpans<Measure extends string>(
  tx: Prisma.TransactionClient,
  { present, before, values }: Counted<Measure>,
  { isByJob, ...facts }: Shape<Measure>,
) {
  const labels = isByJob ? await findJobLabels(tx, values) : new Map<string, string>();
  const shape = { ...facts, values, labels };
  const { span } = facts;
  return {
    ...spanFacts(span.range, span.bucketMs),
    ...buildSeries(present, shape, 0),
    previous: { ...spanFacts(rangeBefore(span), span.bucketMs), ...buildSeries(before, shape, span.shiftMs) },
  };
}

const spanFacts = ({ fromMs, toMs }: CountedRange, bucketMs: number) => ({
  from: new Date(fromMs).toISOString(),
  to: new Date(toMs).toISOString(),
  bucketSeconds: bucketMs / 1000,
});

async function findJobLabels(tx: Prisma.TransactionClient, ids: readonly string[]): Promise<Map<string, string>> {
  const jobs = await tx.job.findMany({ where: { id: { in: [...ids] } }, select: { id: true, name: true } });
  return new Map(jobs.map(({ id, name }) => [id, name]));
}
