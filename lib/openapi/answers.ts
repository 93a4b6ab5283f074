import type { z } from 'zod';
import { problemSchema } from '@/lib/http/schema';

/** Parts that the descriptions of several routes share. */

export const json = (schema: z.ZodType) => ({ content: { 'application/json': { schema } } });

export const problem = (description: string) => ({
  description,
  content: { 'application/problem+json': { schema: problemSchema } },
});

export const READ_ERRORS = {
  '400': problem('The query is not valid'),
  '401': problem('No or unknown credential'),
  '403': problem('Not allowed'),
};
export const DATABASE_AWAY = problem('The database cannot be reached; see Retry-After');
export const SEARCH_TOO_LONG = problem('The search took too long, or the database cannot be reached');
export const NOT_STORED = problem(
  'The database cannot be reached, or its disk is full (code disk_full); see Retry-After',
);
