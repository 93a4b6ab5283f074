import { z } from 'zod';
import { idInput } from '@/lib/runs/schema';

const text = z.string().optional();

/**
 * The form of a record, for the API's description. The reader itself is parse-record.ts, which takes every alias and
 * costs a line no schema; record-schema.test.ts holds the two together.
 */
export const recordSchema = z
  .looseObject({
    timestamp: z
      .union([z.string(), z.number()])
      .optional()
      .meta({ description: 'ISO 8601, "YYYY-MM-DD HH:MM:SS,mmm" or epoch; without zone UTC; absent: time of receipt' }),
    level: z.union([z.string(), z.number()]).optional().meta({
      description: "DEBUG … CRITICAL in any case, WARN, FATAL, Python's numbers, OTLP severities; absent: INFO",
    }),
    message: z.unknown().meta({ description: 'Text; anything else is stored as its JSON' }),
    job_id: idInput.optional(),
    run_id: idInput.optional().meta({
      description: 'Counts within its job; absent: session_id, else the run of the job whose time the line fits',
    }),
    session_id: idInput.optional(),
    component: text,
    device: text,
    phase: text,
    seq: z.int().min(0).optional().meta({ description: "The sender's own number; a hole in it is shown as a gap" }),
    job_type: text,
    job_name: text,
    additional_fields: z.record(z.string(), z.unknown()).optional(),
  })
  .meta({ id: 'Record' });
