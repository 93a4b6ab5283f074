import type { ZodOpenApiPathItemObject } from 'zod-openapi';
import {
  insightErrorsQuery,
  insightErrorsSchema,
  insightRunsQuery,
  insightRunsSchema,
} from '@/lib/analysis/insights/schema';
import { json, READ_ERRORS, SEARCH_ERRORS } from './answers';

const ERRORS = { ...READ_ERRORS, ...SEARCH_ERRORS };

export const insightPaths: Record<string, ZodOpenApiPathItemObject> = {
  '/api/v1/insights/errors': {
    get: {
      operationId: 'countInsightErrors',
      summary: 'Lines and errors over time, beside the same weekdays before',
      requestParams: { query: insightErrorsQuery },
      responses: { '200': { description: 'The series', ...json(insightErrorsSchema) }, ...ERRORS },
    },
  },
  '/api/v1/insights/runs': {
    get: {
      operationId: 'countInsightRuns',
      summary: 'Runs, their devices and how they ended over time, beside the same weekdays before',
      requestParams: { query: insightRunsQuery },
      responses: { '200': { description: 'The series', ...json(insightRunsSchema) }, ...ERRORS },
    },
  },
};
