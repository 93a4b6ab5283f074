import { z } from 'zod';

/** Why one record of a batch was not stored. Those from `invalid_timestamp` on stand in answers of earlier versions only. */
export const REJECT_CODES = [
  'invalid_json',
  'not_an_object',
  'too_deep',
  'message_missing',
  'too_many_names',
  'too_many_runs',
  'too_many_devices',
  'too_many_components',
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

/** A part of a stored record that could not be taken as sent. */
export const ADJUST_CODES = ['unknown_level', 'unreadable_time', 'unusable_id', 'unusable_seq', 'cut'] as const;

const adjustmentSchema = z.object({
  field: z.string().meta({ description: "The sender's name of the field; its value is in the line's fields" }),
  code: z.enum(ADJUST_CODES),
});
export type Adjustment = z.infer<typeof adjustmentSchema>;

const adjustedSchema = z.object({
  index: z.int().meta({ description: 'Position in the batch, from 0' }),
  ...adjustmentSchema.shape,
});
export type Adjusted = z.infer<typeof adjustedSchema>;

/** Most adjustments in an answer; `adjustedCount` counts all. */
export const MAX_ADJUSTED = 1000;

/** `POST /api/v1/logs`: accepted + duplicate + rejected is always the number of records sent. */
export const ingestAnswerSchema = z
  .object({
    accepted: z.int(),
    duplicate: z.int().meta({ description: 'Lines of a batch that was already stored under the same Idempotency-Key' }),
    rejected: z.array(rejectionSchema),
    // Answers stored by earlier versions have neither.
    adjusted: z
      .array(adjustedSchema)
      .default([])
      .meta({
        description: `Stored, but not wholly as it was sent: level INFO, time of receipt …; at most ${MAX_ADJUSTED}`,
      }),
    adjustedCount: z.int().default(0).meta({ description: 'Adjustments in all' }),
    runs: z.array(z.object({ runId: z.string(), firstSeq: z.int(), lastSeq: z.int() })),
  })
  .meta({ id: 'IngestAnswer' });
export type IngestAnswer = z.infer<typeof ingestAnswerSchema>;
