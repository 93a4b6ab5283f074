import { z } from 'zod';
import { createDocument, type ZodOpenApiOperationObject, type ZodOpenApiPathItemObject } from 'zod-openapi';
import { problemSchema } from '@/lib/http/schema';
import { ingestAnswerSchema } from '@/lib/ingest/schema';
import { findLinesQuery, linePageSchema } from '@/lib/lines/schema';
import { recordSchema } from '@/lib/ingest/record-schema';
import {
  findRunsQuery,
  idText,
  openRunInput,
  putDeviceInput,
  runDetailSchema,
  runPageSchema,
  runSchema,
  updateRunInput,
} from '@/lib/runs/schema';
import { tailQuery } from '@/lib/tail/schema';

const json = (schema: z.ZodType) => ({ content: { 'application/json': { schema } } });
const problem = (description: string) => ({
  description,
  content: { 'application/problem+json': { schema: problemSchema } },
});

const READ_ERRORS = {
  '400': problem('The query is not valid'),
  '401': problem('No or unknown credential'),
  '403': problem('Not allowed'),
};
const ONE_RUN_ERRORS = { ...READ_ERRORS, '404': problem('There is no such run') };
const DATABASE_AWAY = problem('The database cannot be reached; see Retry-After');

const runPath = z.object({ runId: idText });

const appendLines: ZodOpenApiOperationObject = {
  operationId: 'appendLines',
  summary: 'Store log records; answered after the commit',
  description:
    'Body: one record, an array, or NDJSON, at most 20 MiB after decompression. Bad records are refused by index, the others stored. ' +
    'Sent again with the same Idempotency-Key, a batch is stored once.',
  requestParams: {
    header: z.object({
      'Idempotency-Key': z.string().max(255).optional(),
      'X-Line-Count': z.int().optional().meta({ description: 'Records in the body; another number is refused' }),
      'Content-Encoding': z.enum(['gzip', 'identity']).optional(),
    }),
  },
  requestBody: {
    content: {
      'application/json': { schema: z.union([recordSchema, z.array(recordSchema)]) },
      'application/x-ndjson': { schema: z.string() },
    },
  },
  responses: {
    '200': { description: 'Committed', ...json(ingestAnswerSchema) },
    '400': problem('The body cannot be read, or has another number of lines than declared'),
    '401': problem('No or unknown credential'),
    '403': problem('The token lacks logs:write'),
    '413': problem('More than 20 MiB'),
    '415': problem('Not gzip'),
    '422': problem('The Idempotency-Key was used for another body'),
    '429': problem('More than can be stored; see Retry-After'),
    '503': DATABASE_AWAY,
  },
};

const paths: Record<string, ZodOpenApiPathItemObject> = {
  '/api/v1/logs': { post: appendLines },
  '/api/v1/runs': {
    get: {
      operationId: 'findRuns',
      summary: 'Runs, newest first, in keyset pages',
      requestParams: { query: findRunsQuery },
      responses: { '200': { description: 'A page of runs', ...json(runPageSchema) }, ...READ_ERRORS },
    },
    post: {
      operationId: 'openRun',
      summary: 'Open a run; the same runId again answers the same run',
      requestBody: json(openRunInput),
      responses: {
        '200': { description: 'The run was there', ...json(runSchema) },
        '201': { description: 'Opened', ...json(runSchema) },
        ...READ_ERRORS,
        '503': DATABASE_AWAY,
      },
    },
  },
  '/api/v1/runs/{runId}': {
    get: {
      operationId: 'getRun',
      summary: 'A run with counts, devices, gaps and first error',
      requestParams: { path: runPath },
      responses: { '200': { description: 'The run', ...json(runDetailSchema) }, ...ONE_RUN_ERRORS },
    },
    patch: {
      operationId: 'updateRun',
      summary: 'Status, end, result and declared line count',
      requestParams: { path: runPath },
      requestBody: json(updateRunInput),
      responses: { '200': { description: 'The run', ...json(runSchema) }, ...ONE_RUN_ERRORS, '503': DATABASE_AWAY },
    },
    delete: {
      operationId: 'deleteRun',
      summary: 'Delete a run and its lines (admin)',
      requestParams: { path: runPath },
      responses: { '204': { description: 'Deleted' }, ...ONE_RUN_ERRORS },
    },
  },
  '/api/v1/runs/{runId}/devices/{device}': {
    put: {
      operationId: 'putDevice',
      summary: "A device's result in the run",
      requestParams: { path: runPath.extend({ device: idText }) },
      requestBody: json(putDeviceInput),
      responses: { '204': { description: 'Stored' }, ...ONE_RUN_ERRORS, '503': DATABASE_AWAY },
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
        '503': problem('The search took too long'),
      },
    },
  },
  '/api/v1/runs/{runId}/tail': {
    get: {
      operationId: 'tailRun',
      summary: 'Server-sent events: what is stored after a seq, then what arrives',
      description:
        'Events: line (id is the seq), state, run, gap (a slow reader gets older lines first), end. Resumes with Last-Event-ID.',
      requestParams: { path: runPath, query: tailQuery, header: z.object({ 'Last-Event-ID': z.string().optional() }) },
      responses: {
        '200': { description: 'The stream', content: { 'text/event-stream': { schema: z.string() } } },
        ...ONE_RUN_ERRORS,
      },
    },
  },
  '/api/health/live': {
    get: {
      operationId: 'live',
      security: [],
      summary: 'The process answers',
      responses: { '200': { description: 'It does' } },
    },
  },
  '/api/health/ready': {
    get: {
      operationId: 'ready',
      security: [],
      summary: 'The database answers',
      responses: { '200': { description: 'It does' }, '503': DATABASE_AWAY },
    },
  },
};

/** The OpenAPI 3.1 description of the API, from the schemas that the routes validate with. */
export const buildOpenApi = () =>
  createDocument({
    openapi: '3.1.0',
    info: { title: 'NetRaven job logs', version: '1', description: 'Log records in, runs and lines out.' },
    security: [{ bearer: [] }, { session: [] }],
    components: {
      securitySchemes: {
        bearer: { type: 'http', scheme: 'bearer', description: 'A token with logs:write, logs:read or admin' },
        session: { type: 'apiKey', in: 'cookie', name: 'next-auth.session-token' },
      },
    },
    paths,
  });
