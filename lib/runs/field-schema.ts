import { z } from 'zod';
import { idText } from '@/lib/http/schema';
import { LEVELS } from '@/lib/store/chunks/level';
import { isAddressable } from './run-address';

/** Senders write job and run ids as integers, UUIDs or text; they are text from here on. */
export const idInput = z.union([z.int(), z.string()]).transform(String).pipe(idText);
/** Ids that become one part of a path. */
const NOT_ADDRESSABLE = { error: 'Expected a text that a path can hold: not "." or "..", and no control characters' };
export const addressText = idText.refine(isAddressable, NOT_ADDRESSABLE);
export const addressInput = idInput.refine(isAddressable, NOT_ADDRESSABLE);
export const label = z.string().trim().min(1).max(200);
export const longText = z.string().max(4000);

export const levelCountsSchema = z
  .object(Object.fromEntries(LEVELS.map((level) => [level, z.int()])) as Record<(typeof LEVELS)[number], z.ZodInt>)
  .meta({ id: 'LevelCounts', description: 'Lines per level' });
export type LevelCounts = z.infer<typeof levelCountsSchema>;
