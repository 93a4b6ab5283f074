import { z } from 'zod';
import { isoTime } from '@/lib/http/schema';
import { label, levelCountsSchema, longText } from './field-schema';
import { DEVICE_STATUSES } from './status';

export const deviceStatusSchema = z.enum(DEVICE_STATUSES).meta({ id: 'DeviceStatus' });

export const deviceCountsSchema = z
  .object(
    Object.fromEntries(DEVICE_STATUSES.map((status) => [status, z.int()])) as Record<
      (typeof DEVICE_STATUSES)[number],
      z.ZodInt
    >,
  )
  .meta({ id: 'DeviceCounts', description: 'Devices per result' });
export type DeviceCounts = z.infer<typeof deviceCountsSchema>;

export const phaseSchema = z
  .object({
    phase: label,
    startedAt: isoTime.optional(),
    finishedAt: isoTime.optional(),
    status: deviceStatusSchema.optional(),
  })
  .meta({ id: 'Phase' });

const MAX_FACTS = 30;
const MAX_LINKS = 10;
const factName = z.string().regex(/^[A-Za-z][\w.-]{0,49}$/, {
  error: 'Expected a name of 1 to 50 letters, digits, "_", "." and "-" that begins with a letter',
});

export const deviceFactsSchema = z
  .record(factName, z.union([z.number(), z.boolean(), z.string().max(200)]))
  .refine((facts) => Object.keys(facts).length <= MAX_FACTS, { error: `Expected ${MAX_FACTS} facts at most` })
  .meta({
    id: 'DeviceFacts',
    description:
      'What the work brought: numbers, booleans and short texts by name. bytes and lines (of what was fetched), attempts and ' +
      'changedLines are known by these names.',
  });
export type DeviceFacts = z.infer<typeof deviceFactsSchema>;

export const deviceLinkSchema = z
  .object({
    title: label,
    url: z.url({ protocol: /^https?$/, error: 'Expected an http or https address' }).max(2000),
  })
  .meta({ id: 'DeviceLink', description: 'Where more is to be found: the diff, the ticket' });
export type DeviceLink = z.infer<typeof deviceLinkSchema>;

/** `PUT /api/v1/runs/{runId}/devices/{device}`: fields left out keep what was known. */
export const putDeviceInput = z
  .object({
    status: deviceStatusSchema,
    site: label.optional(),
    type: label.optional(),
    cause: longText.optional(),
    startedAt: isoTime.optional(),
    finishedAt: isoTime.optional(),
    phases: z.array(phaseSchema).max(50).optional(),
    facts: deviceFactsSchema.optional(),
    links: z.array(deviceLinkSchema).max(MAX_LINKS).optional(),
  })
  .meta({ id: 'PutDevice' });
export type PutDeviceInput = z.infer<typeof putDeviceInput>;

export const runDeviceSchema = z
  .object({
    device: z.string(),
    status: deviceStatusSchema,
    site: z.string().nullable(),
    type: z.string().nullable(),
    cause: z.string().nullable(),
    startedAt: isoTime.nullable(),
    finishedAt: isoTime.nullable(),
    phases: z.array(phaseSchema),
    facts: deviceFactsSchema,
    links: z.array(deviceLinkSchema),
    levelCounts: levelCountsSchema,
    clockSkewSeconds: z.int().nullable().meta({
      description:
        "How far the device's clock is before the run's other lines (negative: behind), when that is more than a day; else null",
    }),
  })
  .meta({ id: 'RunDevice' });
export type RunDevice = z.infer<typeof runDeviceSchema>;
