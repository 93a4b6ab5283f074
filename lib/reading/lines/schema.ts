import { z } from 'zod';
import { lineSchema } from '@/lib/store/chunks/line';
import { LEVELS } from '@/lib/store/chunks/level';
import { flag, isTimeRange, lineFilterSchema, NO_TIME_RANGE } from '@/lib/store/query/line-filter';

/** At most this many lines an answer (the wire format's limit). */
export const MAX_LINE_PAGE = 500;

/** Lines shown before and after each match, at most. */
export const MAX_AROUND = 50;

const aroundText = z
  .string()
  .regex(/^[1-9]\d?$/, `expected a number from 1 to ${MAX_AROUND}`)
  .transform(Number)
  .refine((lines) => lines <= MAX_AROUND, `expected a number from 1 to ${MAX_AROUND}`);

/** A filter and the form of its lines: with the neighbours of each line, or with repeats folded. */
export const lineSelectionSchema = lineFilterSchema.extend({
  around: aroundText.optional().meta({
    description: 'Beside each line that matches, so many lines before and after it of the same device',
  }),
  fold: z.enum(['1']).optional().meta({
    description:
      'Lines in a row of the same level, component and device whose messages differ in digits only count as one',
  }),
});
export type LineSelection = z.infer<typeof lineSelectionSchema>;

export const findLinesQuery = lineSelectionSchema
  .extend({
    from: z.coerce
      .number()
      .int()
      .min(0)
      .optional()
      .meta({ description: 'First seq wanted (last, when order is desc)' }),
    offset: z.coerce
      .number()
      .int()
      .min(0)
      .optional()
      .meta({ description: 'Skip so many matching lines; for scroll bars' }),
    limit: z.coerce.number().int().min(1).max(MAX_LINE_PAGE).default(100),
    order: z.enum(['asc', 'desc']).default('asc'),
    upTo: z.coerce.number().int().min(0).optional().meta({
      description:
        'With around or fold: the lastSeq of an earlier answer, so that pages of a run that goes on fit together',
    }),
  })
  .refine((query) => query.around === undefined || query.fold === undefined, {
    path: ['fold'],
    message: 'give around or fold, not both',
  })
  .refine((query) => query.from === undefined || query.offset === undefined, {
    path: ['offset'],
    message: 'give from or offset, not both',
  })
  .refine(isTimeRange, NO_TIME_RANGE);
export type FindLinesQuery = z.infer<typeof findLinesQuery>;

export const linePageSchema = z
  .object({
    lines: z.array(lineSchema),
    total: z
      .int()
      .meta({ description: 'Lines of the run that match, exactly; with around or fold, lines of that form' }),
    nextSeq: z.int().nullable().meta({ description: 'Give as from to go on; null at the end' }),
    lastSeq: z.int().meta({ description: "The run's last seq when this answer was made: where a tail goes on" }),
  })
  .meta({ id: 'LinePage' });
export type LinePage = z.infer<typeof linePageSchema>;

/** `GET /api/v1/runs/{runId}/minimap` */
export const minimapQuery = lineFilterSchema.extend({
  find: flag.optional().meta({ description: 'q leaves no line out; its matches are counted' }),
  buckets: z.coerce.number().int().min(1).max(2000).default(200),
});
export type MinimapQuery = z.infer<typeof minimapQuery>;

const levelName = z.enum(LEVELS);

export const minimapSchema = z
  .object({
    total: z.int().meta({ description: 'Lines of the run that match, exactly' }),
    lastSeq: z.int().meta({ description: "The run's last seq when this answer was made" }),
    matches: z.int().nullable().meta({ description: 'How many of them q finds; null without find' }),
    buckets: z
      .array(
        z.object({
          level: levelName.meta({ description: 'The worst inside' }),
          counts: z.partialRecord(levelName, z.int()).meta({ description: 'Levels without a line are left out' }),
          matches: z.int().optional().meta({ description: 'With find, where there are any' }),
        }),
      )
      .meta({
        description:
          'The lines in order, in as many equal parts as asked for, or one each when they are fewer: line i of total, from 0, is in bucket floor(i × buckets ÷ total)',
      }),
  })
  .meta({ id: 'Minimap' });
export type Minimap = z.infer<typeof minimapSchema>;
