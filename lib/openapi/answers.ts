import { z } from 'zod';
import { problemSchema } from '@/lib/http/schema';

/** Parts that the descriptions of several routes share. */

export const json = (schema: z.ZodType) => ({ content: { 'application/json': { schema } } });

/** A required body. */
export const jsonBody = (schema: z.ZodType) => ({ required: true, ...json(schema) });

export const problem = (description: string) => ({
  description,
  content: { 'application/problem+json': { schema: problemSchema } },
});

/** A temporary refusal. */
export const retryLater = (description: string) => ({
  ...problem(description),
  headers: z.object({
    'Retry-After': z.int().optional().meta({ description: 'Seconds until it is worth trying again' }),
  }),
});

export const READ_ERRORS = {
  '400': problem('The query is not valid: a value, a parameter that is not known, or one that is given twice'),
  '401': problem('No or unknown credential; a header that holds one decides alone, even beside a session'),
  '403': problem('Not allowed'),
};
export const DATABASE_AWAY = retryLater('The database cannot be reached');
/** Beside others of a route that searches lines: searches have a share of the database, and each a limit of time. */
export const SEARCH_ERRORS = {
  '429': retryLater('Too many searches run at once; nothing was searched'),
  '503': retryLater('The search took too long, or the database cannot be reached'),
};
export const NOT_STORED = retryLater('The database cannot be reached, or its disk is full (code disk_full)');
