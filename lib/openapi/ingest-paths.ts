import { z } from 'zod';
import type { ZodOpenApiOperationObject, ZodOpenApiPathItemObject } from 'zod-openapi';
import { problemSchema } from '@/lib/http/schema';
import { BATCH_BOUNDS } from '@/lib/intake/ingest/batch-bounds';
import { ingestQuery } from '@/lib/intake/ingest/line-defaults';
import { RECORD_LIMITS } from '@/lib/intake/ingest/record-limits';
import { recordSchema } from '@/lib/intake/ingest/record-schema';
import { ingestAnswerSchema } from '@/lib/intake/ingest/schema';
import { NOT_STORED, json, problem, retryLater } from './answers';

const appendLines: ZodOpenApiOperationObject = {
  operationId: 'appendLines',
  summary: 'Store log records; answered after the commit',
  description:
    'Body: one record, an array, records one after the other (NDJSON, RFC 7464, or nothing between them), a batch in an envelope ' +
    '({"records": […]}, also logs, events, entries, lines), a form of Python\'s HTTPHandler, or lines of text; at most 20 MiB after ' +
    `decompression, in at most ${BATCH_BOUNDS.records} records; of a message beyond 256 KiB the middle is cut out. A record has at most ` +
    `${RECORD_LIMITS.names} names and ${RECORD_LIMITS.elements} list elements at all its levels, a batch lines of at most ${BATCH_BOUNDS.runs} runs, ` +
    `${BATCH_BOUNDS.devices} devices and ${BATCH_BOUNDS.components} components: records beyond are refused by index. ` +
    'What it is, is told by its content. Numbers keep their digits. A record without content is refused by index, the ' +
    'others are stored; what of them cannot be read stays in their fields and is named in `adjusted`; bytes that are no character of the charset (UTF-8 unless declared) become U+FFFD. ' +
    'The query gives what counts for each record that does not say it itself. Sent again with the same Idempotency-Key within ' +
    '7 days, a batch is stored once.',
  requestParams: {
    query: ingestQuery,
    header: z.object({
      'Idempotency-Key': z.string().max(255).optional(),
      'X-Line-Count': z.int().optional().meta({ description: 'Records in the body; another number is refused' }),
      'Content-Encoding': z.enum(['gzip', 'deflate', 'br', 'identity']).optional(),
    }),
  },
  requestBody: {
    required: true,
    content: {
      'application/json': { schema: z.union([recordSchema, z.array(recordSchema)]) },
      'application/x-ndjson': { schema: z.string() },
      'text/plain': { schema: z.string() },
      'application/x-www-form-urlencoded': { schema: z.string() },
    },
  },
  responses: {
    '200': { description: 'Committed, now or under the same key earlier', ...json(ingestAnswerSchema) },
    '400': problem('The body or the query cannot be read, or there is another number of lines than declared'),
    '401': problem('No or unknown credential'),
    '403': problem('The token lacks logs:write'),
    '405': {
      ...problem('Lines are posted; every address answers other methods so'),
      headers: z.object({ Allow: z.string() }),
    },
    '413': problem(`More than 20 MiB, or more than ${BATCH_BOUNDS.records} records`),
    '415': {
      ...problem('Another Content-Encoding, media type or charset'),
      headers: z.object({
        'Accept-Encoding': z
          .string()
          .optional()
          .meta({ description: 'Which are taken, when the Content-Encoding was the reason' }),
      }),
    },
    '422': {
      description:
        'Nothing was stored: each record was refused, and the answer says why; or (a problem) the Idempotency-Key was used for ' +
        'another body or other parameters',
      content: {
        'application/json': { schema: ingestAnswerSchema },
        'application/problem+json': { schema: problemSchema },
      },
    },
    '429': retryLater('More than can be stored'),
    '503': NOT_STORED,
  },
};

export const ingestPaths: Record<string, ZodOpenApiPathItemObject> = { '/api/v1/logs': { post: appendLines } };
