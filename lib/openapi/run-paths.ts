import { z } from 'zod';
import type { ZodOpenApiPathItemObject } from 'zod-openapi';
import { runCausesSchema } from '@/lib/analysis/causes/schema';
import { compareQuery, runComparisonSchema } from '@/lib/analysis/compare/schema';
import { downloadQuery } from '@/lib/reading/download/schema';
import { patternsQuery, runPatternsSchema } from '@/lib/analysis/patterns/schema';
import { findLinesQuery, linePageSchema, minimapQuery, minimapSchema } from '@/lib/reading/lines/schema';
import { putDeviceInput } from '@/lib/runs/device-schema';
import { addressText } from '@/lib/runs/field-schema';
import {
  deletedRunsSchema,
  deleteRunsInput,
  findRunsQuery,
  getRunQuery,
  openRunInput,
  runDetailSchema,
  runFilterSchema,
  runPageSchema,
  runQuery,
  runSchema,
  runWithDevicesSchema,
  updateRunInput,
} from '@/lib/runs/schema';
import { idText } from '@/lib/http/schema';
import { runFacetsSchema } from '@/lib/runs/run-facets';
import { runFilterCountsSchema } from '@/lib/runs/run-filter-counts';
import { tailQuery } from '@/lib/reading/tail/schema';
import { runTimelineSchema } from '@/lib/analysis/timeline/schema';
import { DATABASE_AWAY, json, jsonBody, problem, READ_ERRORS, SEARCH_ERRORS } from './answers';

const ONE_RUN_ERRORS = { ...READ_ERRORS, '404': problem('There is no such run') };
const runPath = z.object({ runId: idText });

export const runPaths: Record<string, ZodOpenApiPathItemObject> = {
  '/api/v1/runs': {
    get: {
      operationId: 'findRuns',
      summary: 'Runs, newest first, in keyset pages',
      requestParams: { query: findRunsQuery },
      responses: { '200': { description: 'A page of runs', ...json(runPageSchema) }, ...READ_ERRORS },
    },
    post: {
      operationId: 'openRun',
      summary: 'Open a run; the same runId of the same job again answers the same run',
      requestBody: jsonBody(openRunInput),
      responses: {
        '200': { description: 'The run was there', ...json(runSchema) },
        '201': { description: 'Opened', ...json(runSchema) },
        ...READ_ERRORS,
        '503': DATABASE_AWAY,
      },
    },
    delete: {
      operationId: 'deleteRuns',
      summary: 'Delete up to 1,000 runs and their lines at once: all that are there, or none (admin)',
      requestBody: jsonBody(deleteRunsInput),
      responses: {
        '200': { description: 'Deleted', ...json(deletedRunsSchema) },
        ...READ_ERRORS,
        '503': DATABASE_AWAY,
      },
    },
  },
  '/api/v1/run-facets': {
    get: {
      operationId: 'countRunFacets',
      summary: 'Runs per status, job, type, site, gateway and trigger, of the newest 5,000 of the range',
      requestParams: { query: runFilterSchema },
      responses: { '200': { description: 'The lists', ...json(runFacetsSchema) }, ...READ_ERRORS },
    },
  },
  '/api/v1/run-filter-counts': {
    get: {
      operationId: 'countRunsWithout',
      summary: 'Runs that a filter leaves, and those it would leave without each of its parts; for an empty list',
      requestParams: { query: runFilterSchema },
      responses: { '200': { description: 'The counts', ...json(runFilterCountsSchema) }, ...READ_ERRORS },
    },
  },
  '/api/v1/runs/{runId}': {
    get: {
      operationId: 'getRun',
      summary: 'A run with counts, devices, gaps and first error',
      requestParams: { path: runPath, query: getRunQuery },
      responses: {
        '200': {
          description: 'The run; with devices=false, without them',
          ...json(z.union([runWithDevicesSchema, runDetailSchema])),
        },
        ...ONE_RUN_ERRORS,
      },
    },
    patch: {
      operationId: 'updateRun',
      summary: 'Status, end, result and declared line count',
      requestParams: { path: runPath, query: runQuery },
      requestBody: jsonBody(updateRunInput),
      responses: { '200': { description: 'The run', ...json(runSchema) }, ...ONE_RUN_ERRORS, '503': DATABASE_AWAY },
    },
    delete: {
      operationId: 'deleteRun',
      summary: 'Delete a run and its lines (admin)',
      requestParams: { path: runPath, query: runQuery },
      responses: { '204': { description: 'Deleted' }, ...ONE_RUN_ERRORS },
    },
  },
  '/api/v1/runs/{runId}/causes': {
    get: {
      operationId: 'getRunCauses',
      summary: "Why its devices failed, in groups, compared with the job's earlier runs",
      requestParams: { path: runPath },
      responses: {
        '200': { description: 'The causes', ...json(runCausesSchema) },
        ...ONE_RUN_ERRORS,
        ...SEARCH_ERRORS,
      },
    },
  },
  '/api/v1/runs/{runId}/timeline': {
    get: {
      operationId: 'getRunTimeline',
      summary: 'What happened when: devices with their phases, components, marks, histogram, idle stretches and stalls',
      requestParams: { path: runPath },
      responses: {
        '200': { description: 'The timeline', ...json(runTimelineSchema) },
        ...ONE_RUN_ERRORS,
        ...SEARCH_ERRORS,
      },
    },
  },
  '/api/v1/runs/{runId}/compare': {
    get: {
      operationId: 'compareRuns',
      summary:
        'A run beside another one: facts, devices, messages, and where devices that turned bad left their course',
      description: 'A comparison that its time did not suffice for says partial, and what it leaves out.',
      requestParams: { path: runPath, query: compareQuery },
      responses: {
        '200': { description: 'The comparison', ...json(runComparisonSchema) },
        ...ONE_RUN_ERRORS,
        '404': problem('There is no such run, or (code no_good_run) no earlier good run to compare with'),
        ...SEARCH_ERRORS,
      },
    },
  },
  '/api/v1/runs/{runId}/devices/{device}': {
    put: {
      operationId: 'putDevice',
      summary: "A device's result in the run",
      requestParams: { path: runPath.extend({ device: addressText }), query: runQuery },
      requestBody: jsonBody(putDeviceInput),
      responses: { '204': { description: 'Stored' }, ...ONE_RUN_ERRORS, '503': DATABASE_AWAY },
    },
  },
  '/api/v1/runs/{runId}/download': {
    get: {
      operationId: 'downloadLines',
      summary: 'The lines of a run that match, as a file; X-Line-Count says how many it holds',
      description: 'A file that could not be sent whole ends with a broken connection, never like a complete one.',
      requestParams: { path: runPath, query: downloadQuery },
      responses: {
        '200': {
          description: 'The file',
          headers: z.object({ 'X-Line-Count': z.int() }),
          content: Object.fromEntries(
            ['text/plain', 'application/x-ndjson', 'text/csv'].map((type) => [type, { schema: z.string() }]),
          ),
        },
        ...ONE_RUN_ERRORS,
        ...SEARCH_ERRORS,
      },
    },
  },
  '/api/v1/runs/{runId}/lines': {
    get: {
      operationId: 'findLines',
      summary: 'Lines of a run, either way from any seq, with the exact number that match',
      requestParams: { path: runPath, query: findLinesQuery },
      responses: {
        '200': { description: 'A page of lines', ...json(linePageSchema) },
        ...ONE_RUN_ERRORS,
        ...SEARCH_ERRORS,
      },
    },
  },
  '/api/v1/runs/{runId}/minimap': {
    get: {
      operationId: 'getMinimap',
      summary: 'Worst level and lines per level in equal parts of the lines that match, and where a search finds some',
      requestParams: { path: runPath, query: minimapQuery },
      responses: {
        '200': { description: 'The parts', ...json(minimapSchema) },
        ...ONE_RUN_ERRORS,
        ...SEARCH_ERRORS,
      },
    },
  },
  '/api/v1/runs/{runId}/patterns': {
    get: {
      operationId: 'getPatterns',
      summary: 'What the lines that match say, and how often: messages with numbers, addresses and names masked',
      requestParams: { path: runPath, query: patternsQuery },
      responses: {
        '200': { description: 'The patterns', ...json(runPatternsSchema) },
        ...ONE_RUN_ERRORS,
        ...SEARCH_ERRORS,
      },
    },
  },
  '/api/v1/runs/{runId}/tail': {
    get: {
      operationId: 'tailRun',
      summary: 'Server-sent events: what is stored after a seq, then what arrives',
      description:
        'Events: line (id is the seq), state, run, skipped (the reader was too slow: the lines fromSeq to toSeq follow from the store), end. ' +
        'For one release a gap event with the same data comes right before skipped. Resumes with Last-Event-ID.',
      requestParams: { path: runPath, query: tailQuery, header: z.object({ 'Last-Event-ID': z.string().optional() }) },
      responses: {
        '200': { description: 'The stream', content: { 'text/event-stream': { schema: z.string() } } },
        ...ONE_RUN_ERRORS,
      },
    },
  },
};
