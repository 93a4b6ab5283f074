import { z } from 'zod';
import { isoTime } from '@/lib/http/schema';
import { LEVELS } from './level';

/** A line as every answer and stream gives it. */
export const lineSchema = z
  .object({
    seq: z.int(),
    time: isoTime,
    receivedAt: isoTime,
    level: z.enum(LEVELS),
    component: z.string(),
    device: z.string().meta({ description: "'' where the line names none; so for component and phase" }),
    phase: z.string(),
    message: z.string(),
    fields: z.record(z.string(), z.unknown()),
    clientSeq: z.int().optional(),
    repeats: z.object({ count: z.int(), lastSeq: z.int() }).optional().meta({
      description: 'Under fold, of more than one: how many matching lines from seq to lastSeq this one stands for',
    }),
    stretch: z.object({ isMatch: z.boolean(), isFirst: z.boolean() }).optional().meta({
      description: 'Under around: does the line match itself; does it begin a stretch apart from the one before',
    }),
  })
  .meta({ id: 'Line' });
export type Line = z.infer<typeof lineSchema>;
