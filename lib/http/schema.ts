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

export const isoTime = z.iso
  .datetime({ offset: true })
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
