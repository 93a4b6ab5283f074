import { z } from 'zod';
import { idInput } from '@/lib/runs/field-schema';
import { namesOf, type Slot } from './record-keys';

const text = z.string().optional();

/** The other names of a slot, best first, as parse-record.ts reads them. */
const aliasesOf = (slot: Slot): string => `Also under ${namesOf(slot).slice(1).join(', ')}.`;

/**
 * The form of a record, for the API's description. The reader itself is parse-record.ts, which takes every alias and
 * costs a line no schema; record-schema.test.ts holds the two together.
 */
export const recordSchema = z
  .looseObject({
    timestamp: z
      .union([z.string(), z.number()])
      .optional()
      .meta({
        description:
          'ISO 8601, RFC 2822, RFC 3164, CLF, Go, Java, Cisco or a number since 1970 in any unit; without zone UTC; ' +
          `absent or unreadable: time of receipt. ${aliasesOf('timestamp')}`,
      }),
    level: z
      .union([z.string(), z.number()])
      .optional()
      .meta({
        description:
          "DEBUG … CRITICAL in any case, other loggers' words and numbers by family; another word is kept as level_name; " +
          `absent or unknown: INFO. ${aliasesOf('level')}`,
      }),
    message: z.unknown().meta({
      description: `Text; anything else is stored as its JSON; absent: the record's other content as JSON. ${aliasesOf('message')}`,
    }),
    job_id: idInput.optional(),
    run_id: idInput.optional().meta({
      description: 'Counts within its job; absent: session_id, else the run of the job whose time the line fits',
    }),
    session_id: idInput.optional(),
    component: text.meta({ description: aliasesOf('component') }),
    device: text.meta({ description: `${aliasesOf('device')} A host that a program names as its own is no device.` }),
    phase: text,
    seq: z.int().min(0).optional().meta({ description: "The sender's own number; a hole in it is shown as a gap" }),
    job_type: text,
    job_name: text,
    additional_fields: z.record(z.string(), z.unknown()).optional(),
  })
  .meta({ id: 'Record' });
