import { z } from 'zod';
import type { ZodOpenApiOperationObject, ZodOpenApiPathItemObject } from 'zod-openapi';
import { recordSchema } from '@/lib/ingest/record-schema';
import { ingestAnswerSchema } from '@/lib/ingest/schema';
import { NOT_STORED, json, problem } from './answers';

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
    '503': NOT_STORED,
  },
};

export const ingestPaths: Record<string, ZodOpenApiPathItemObject> = { '/api/v1/logs': { post: appendLines } };
