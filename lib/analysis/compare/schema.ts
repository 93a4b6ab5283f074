import { z } from 'zod';
import { idText } from '@/lib/http/schema';
import { deviceStatusSchema } from '@/lib/runs/device-schema';
import { runSchema } from '@/lib/runs/schema';
import { DEVICE_STATUSES } from '@/lib/runs/status';
import { LEVELS } from '@/lib/store/chunks/level';

/** Most messages of an answer; the most important ones are kept. */
export const MAX_MESSAGES = 200;
/** Most devices whose course is followed line by line; a cause that hits more devices shows in the first ones. */
export const MAX_DIVERGING = 200;
/** Common lines that are shown before the one that differs. */
export const COMMON_LINES = 3;

/** `GET /api/v1/runs/{runId}/compare` */
export const compareQuery = z.object({
  with: idText
    .optional()
    .meta({ description: 'The other run; left out: the last good run of the job before this one' }),
});

const levelSchema = z.enum(LEVELS);

/** A number for each name; a record of an enum would be described without its names. */
const countEach = <N extends string>(names: readonly N[]) =>
  z.object(Object.fromEntries(names.map((name) => [name, z.int()])) as Record<N, z.ZodInt>);

export const DEVICE_CHANGES = [
  'worse',
  'onlyNow',
  'onlyBefore',
  'slower',
  'other',
  'better',
  'faster',
  'same',
] as const;
export const deviceChangeKind = z.enum(DEVICE_CHANGES).meta({
  description:
    'worse: went well before and not now; better: the reverse; other: another result, equally good or bad; slower, faster: the same good result, in a time beyond the scatter',
});
export type DeviceChangeKind = z.infer<typeof deviceChangeKind>;

const durationMs = z.int().nullable();

export const deviceChangeSchema = z
  .object({
    device: z.string(),
    site: z.string().nullable(),
    change: deviceChangeKind,
    before: deviceStatusSchema.nullable().meta({ description: 'Null: not in the other run' }),
    now: deviceStatusSchema.nullable().meta({ description: 'Null: not in this run' }),
    beforeMs: durationMs,
    nowMs: durationMs,
    phases: z.array(z.tuple([z.int(), durationMs, durationMs])).meta({
      description: 'Index in `phases`, time before, time now; a phase that was entered twice counts in sum',
    }),
  })
  .meta({ id: 'DeviceChange' });
export type DeviceChange = z.infer<typeof deviceChangeSchema>;

export const deviceComparisonSchema = z
  .object({
    phases: z.array(z.string()).meta({ description: 'Names in the order in which devices go through them' }),
    rows: z
      .array(deviceChangeSchema)
      .meta({ description: 'All devices of both runs, the most important changes first' }),
    counts: countEach(DEVICE_CHANGES),
    scatterFactor: z.number().meta({
      description: 'Times count as changed beyond this factor: three times what devices that went well scatter by',
    }),
    medianDifferenceMs: z.int().nullable().meta({ description: 'Of devices that went well in both; null: none did' }),
  })
  .meta({ id: 'DeviceComparison' });
export type DeviceComparison = z.infer<typeof deviceComparisonSchema>;

export const MESSAGE_CHANGES = ['new', 'more', 'fewer', 'gone'] as const;
export type MessageChangeKind = (typeof MESSAGE_CHANGES)[number];

export const messageChangeSchema = z
  .object({
    change: z.enum(MESSAGE_CHANGES),
    level: levelSchema,
    component: z.string(),
    pattern: z.string().meta({ description: 'The message without numbers, addresses, ids and device names' }),
    beforeCount: z.int(),
    nowCount: z.int(),
    beforeDevices: z.int(),
    nowDevices: z.int(),
    beforeSeq: z.int().nullable().meta({ description: 'First line in the other run' }),
    nowSeq: z.int().nullable().meta({ description: 'First line in this run' }),
  })
  .meta({ id: 'MessageChange' });
export type MessageChange = z.infer<typeof messageChangeSchema>;

export const messageComparisonSchema = z
  .object({
    rows: z.array(messageChangeSchema).meta({ description: `The ${MAX_MESSAGES} most important, errors first` }),
    counts: z.object({ new: z.int(), more: z.int(), fewer: z.int(), gone: z.int(), same: z.int() }),
    levels: z.array(levelSchema).meta({ description: 'Levels that were compared' }),
  })
  .meta({ id: 'MessageComparison' });
export type MessageComparison = z.infer<typeof messageComparisonSchema>;

export const courseLineSchema = z
  .object({
    seq: z.int(),
    timeMs: z.number().meta({ description: 'Epoch milliseconds' }),
    level: levelSchema,
    message: z.string().meta({ description: 'Its first 500 characters' }),
  })
  .meta({ id: 'CourseLine' });
export type CourseLine = z.infer<typeof courseLineSchema>;

export const divergenceSchema = z
  .object({
    device: z.string().meta({ description: "'': the lines that name no device" }),
    before: deviceStatusSchema.nullable(),
    now: deviceStatusSchema.nullable(),
    timeMs: z
      .number()
      .meta({ description: 'When, in epoch milliseconds: of the first line that differs, or of the last in common' }),
    phase: z.string(),
    nowLine: courseLineSchema
      .nullable()
      .meta({ description: 'The first line that differs; null: this run stops there' }),
    beforeLine: courseLineSchema
      .nullable()
      .meta({ description: 'What the other run wrote instead; null: it stops there' }),
    common: z
      .array(z.object({ now: courseLineSchema, beforeSeq: z.int() }))
      .meta({ description: `The last ${COMMON_LINES} lines in common before it` }),
    problem: courseLineSchema.nullable().meta({
      description: 'The first error from there on that the other run had not, else the first warning',
    }),
    pattern: z.string().meta({ description: 'Equal for devices that went astray in the same way' }),
    detours: z.int().meta({ description: 'Earlier differences after which both runs wrote the same again' }),
  })
  .meta({ id: 'Divergence' });
export type Divergence = z.infer<typeof divergenceSchema>;

export const divergencesSchema = z
  .object({
    rows: z.array(divergenceSchema).meta({ description: 'Earliest first, so the first one is that of the run' }),
    turnedBad: z.int().meta({ description: 'Devices that went well in the other run and not in this one' }),
    stillBad: z.int().meta({ description: 'Devices that went well in neither' }),
  })
  .meta({ id: 'Divergences' });
export type Divergences = z.infer<typeof divergencesSchema>;

export const runComparisonSchema = z
  .object({
    now: runSchema,
    before: runSchema,
    choice: z.enum(['given', 'succeeded', 'partial']).meta({
      description:
        'How the other run was chosen: asked for, the last that succeeded, or, where none did, the last partial one',
    }),
    difference: z
      .object({
        durationMs: durationMs.meta({ description: 'Null while one of them has no end' }),
        lineCount: z.int(),
        levelCounts: countEach(LEVELS),
        deviceCounts: countEach(DEVICE_STATUSES),
      })
      .meta({ description: 'This run minus the other one' }),
    divergence: divergencesSchema,
    devices: deviceComparisonSchema,
    messages: messageComparisonSchema,
    partial: z.boolean(),
    leftOut: z.array(z.string()).meta({ description: 'What was not compared, in a sentence each' }),
  })
  .meta({ id: 'RunComparison' });
export type RunComparison = z.infer<typeof runComparisonSchema>;
