import type { ZodOpenApiPathItemObject } from 'zod-openapi';
import { findJobsQuery, jobPageSchema } from '@/lib/analysis/jobs/schema';
import { json, READ_ERRORS } from './answers';

export const jobPaths: Record<string, ZodOpenApiPathItemObject> = {
  '/api/v1/jobs': {
    get: {
      operationId: 'findJobs',
      summary:
        'Jobs whose last run fits a filter, the one that started last first: how each usually behaves, and when it is due',
      requestParams: { query: findJobsQuery },
      responses: { '200': { description: 'A page of jobs', ...json(jobPageSchema) }, ...READ_ERRORS },
    },
  },
};
