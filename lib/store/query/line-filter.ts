import { z } from 'zod';
import { commaList, idText, TIME_FORMS, timeParameter } from '@/lib/http/schema';
import { LEVELS } from '@/lib/store/chunks/level';
import { parseTimestamp } from '@/lib/store/chunks/timestamp';
import { hasTerms, isBounded } from './search-query';

const levelInput = z
  .string()
  .transform((text) => text.toUpperCase())
  .pipe(z.enum(LEVELS));

/** A time that a line can have. */
export const timeBound = timeParameter.refine(
  (text) => parseTimestamp(text) !== null,
  'expected a time of the years 1900 to 9999',
);

/** A parameter that is set or absent. */
export const flag = z.literal('1');

/** Filters of one run's lines; the same names in the page's URL, in `/lines` and in `/tail`. */
export const lineFilterSchema = z.object({
  level: commaList(levelInput).optional(),
  component: commaList(idText).optional(),
  device: commaList(idText).optional(),
  phase: commaList(idText).optional(),
  q: z
    .string()
    .trim()
    .min(1)
    .max(500)
    .refine(isBounded, 'expected a regular expression without back-references (\\1), whose time nothing bounds')
    .transform((text) => (hasTerms(text) ? text : undefined))
    .optional()
    .meta({
      description:
        'Words; "a phrase"; *part* of a word; /regular expression/ without back-references; in message, device or fields as they are shown',
    }),
  since: timeBound.optional().meta({ description: `Of this time or later, by the lines' own time; ${TIME_FORMS}` }),
  until: timeBound.optional().meta({ description: `Before this time; ${TIME_FORMS}` }),
  case: flag.optional().meta({ description: 'Case counts in words, phrases and parts; /…/ has its own i' }),
});
export type LineFilter = z.infer<typeof lineFilterSchema>;

/** False for a range that no time lies in. */
export function isTimeRange({ since, until }: Pick<LineFilter, 'since' | 'until'>): boolean {
  const from = parseTimestamp(since);
  const to = parseTimestamp(until);
  return from === null || to === null || from.ms < to.ms || (from.ms === to.ms && from.us < to.us);
}
export const NO_TIME_RANGE = { path: ['until'], message: 'expected a time after since' };
