import { z } from 'zod';
import { splitList } from './comma-list';

/** Query parameters are text: a comma-separated list, empty items dropped; a list of nothing is no filter; `\,` is a comma inside of a name. */
export const commaList = <T extends z.ZodType<unknown, string>>(item: T) =>
  z
    .string()
    .transform((text) => {
      const parts = splitList(text);
      return parts.length > 0 ? parts : undefined;
    })
    .pipe(z.array(item).optional());

/** PostgreSQL knows no year 0, and ISO 8601 none beyond 9999; an offset may lead there. */
const EARLIEST_MS = Date.parse('0001-01-01T00:00:00Z');
const LATEST_MS = Date.parse('9999-12-31T23:59:59.999Z');

export const isoTime = z.iso
  .datetime({ offset: true })
  .refine((text) => Date.parse(text) >= EARLIEST_MS && Date.parse(text) <= LATEST_MS, {
    error: 'Expected a time in the years 1 to 9999',
  })
  .meta({ description: 'ISO 8601 with zone', example: '2026-11-22T02:14:07.120Z' });

/** RFC 9457 problem details, as every error answer of the API is. */
export const problemSchema = z
  .object({
    type: z.string(),
    title: z.string(),
    status: z.int(),
    code: z.string(),
    detail: z.string().optional(),
    errors: z.array(z.object({ field: z.string(), detail: z.string() })).optional(),
    requestId: z.string().optional(),
  })
  .meta({ id: 'Problem' });
export type Problem = z.infer<typeof problemSchema>;
