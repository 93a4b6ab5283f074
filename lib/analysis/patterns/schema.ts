import { z } from 'zod';
import { LEVELS } from '@/lib/store/chunks/level';
import { isTimeRange, lineFilterSchema, NO_TIME_RANGE } from '@/lib/store/query/line-filter';

/** Parts of the log in which a pattern's lines are counted. */
export const SPREAD_PARTS = 24;
/** Patterns an answer; those that are left out are counted. */
export const MAX_PATTERNS_GIVEN = 500;

/** `GET /api/v1/runs/{runId}/patterns` */
export const patternsQuery = lineFilterSchema.refine(isTimeRange, NO_TIME_RANGE);
export type PatternsQuery = z.infer<typeof patternsQuery>;

const linePatternSchema = z
  .object({
    pattern: z
      .string()
      .meta({ description: 'The message; `#`, `<ip>`, `<device>` and the like stand for what varies' }),
    level: z.enum(LEVELS),
    component: z.string(),
    count: z.int().meta({ description: 'Lines, exactly' }),
    deviceCount: z.int(),
    firstSeq: z.int(),
    lastSeq: z.int(),
    spread: z.array(z.int()).meta({
      description: `Its lines in ${SPREAD_PARTS} equal parts of the run's log, from line 1 to lastSeq of the answer`,
    }),
    q: z
      .string()
      .nullable()
      .meta({ description: 'A search that finds its lines; null where words do not tell them apart' }),
  })
  .meta({ id: 'LinePattern' });
export type LinePattern = z.infer<typeof linePatternSchema>;

export const runPatternsSchema = z
  .object({
    lastSeq: z.int().meta({ description: "The run's last seq when this answer was made" }),
    lineCount: z.int().meta({ description: 'Lines that match, all of them counted below' }),
    patternCount: z.int(),
    patterns: z.array(linePatternSchema).max(MAX_PATTERNS_GIVEN).meta({
      description: 'Warnings and worse, then the others; of each the most frequent first',
    }),
  })
  .meta({ id: 'RunPatterns' });
export type RunPatterns = z.infer<typeof runPatternsSchema>;
