import { z } from 'zod';
import { isTimeRange, lineFilterSchema, NO_TIME_RANGE } from '@/lib/store/query/line-filter';

/** Query of `GET /api/v1/runs/{runId}/tail`; a `Last-Event-ID` header wins over `after`. */
export const tailQuery = lineFilterSchema
  .extend({
    after: z.coerce.number().int().min(0).default(0).meta({ description: 'Send lines after this seq; 0 for all' }),
  })
  .refine(isTimeRange, NO_TIME_RANGE);
export type TailQuery = z.infer<typeof tailQuery>;
