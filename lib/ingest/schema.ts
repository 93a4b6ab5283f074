import { z } from 'zod';

/** Why one record of a batch was not stored. */
export const REJECT_CODES = [
  'invalid_json',
  'not_an_object',
  'too_deep',
  'message_missing',
  'invalid_timestamp',
  'invalid_level',
  'invalid_id',
  'invalid_seq',
] as const;
export type RejectCode = (typeof REJECT_CODES)[number];

export const rejectionSchema = z.object({
  index: z.int().meta({ description: 'Position in the batch, from 0' }),
  code: z.enum(REJECT_CODES),
  detail: z.string().meta({ description: 'Which field, what was expected; never the value itself' }),
});
export type Rejection = z.infer<typeof rejectionSchema>;

/** `POST /api/v1/logs`: accepted + duplicate + rejected is always the number of records sent. */
export const ingestAnswerSchema = z
  .object({
    accepted: z.int(),
    duplicate: z.int().meta({ description: 'Lines of a batch that was already stored under the same Idempotency-Key' }),
    rejected: z.array(rejectionSchema),
    runs: z.array(z.object({ runId: z.string(), firstSeq: z.int(), lastSeq: z.int() })),
  })
  .meta({ id: 'IngestAnswer' });
export type IngestAnswer = z.infer<typeof ingestAnswerSchema>;
