import type { ZodOpenApiPathItemObject } from 'zod-openapi';
import {
  facetsQuery,
  facetsSchema,
  findNewestLinesQuery,
  histogramQuery,
  histogramSchema,
  newestLinesSchema,
} from '@/lib/reading/explore/schema';
import { json, READ_ERRORS, SEARCH_ERRORS } from './answers';

const ERRORS = { ...READ_ERRORS, ...SEARCH_ERRORS };

export const searchPaths: Record<string, ZodOpenApiPathItemObject> = {
  '/api/v1/lines': {
    get: {
      operationId: 'findNewestLines',
      summary: 'Lines of all runs, newest first, in keyset pages',
      description:
        'A search that its time did not suffice for says partial; its lines are complete as far as they go, and its cursor goes on.',
      requestParams: { query: findNewestLinesQuery },
      responses: { '200': { description: 'A page of lines', ...json(newestLinesSchema) }, ...ERRORS },
    },
  },
  '/api/v1/histogram': {
    get: {
      operationId: 'countHistogram',
      summary: 'Lines per level and bucket of time, by default of the last day',
      requestParams: { query: histogramQuery },
      responses: { '200': { description: 'The buckets', ...json(histogramSchema) }, ...ERRORS },
    },
  },
  '/api/v1/facets': {
    get: {
      operationId: 'countFacets',
      summary: 'Lines per level, component, device and job, by default of the last day',
      requestParams: { query: facetsQuery },
      responses: { '200': { description: 'The lists', ...json(facetsSchema) }, ...ERRORS },
    },
  },
};
