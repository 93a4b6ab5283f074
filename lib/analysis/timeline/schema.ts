import { z } from 'zod';
import { isoTime } from '@/lib/http/schema';
import { deviceStatusSchema, runDeviceSchema } from '@/lib/runs/device-schema';

/** Marks of an answer: beyond these, weaker levels are left out first. */
export const MAX_MARKS = 20_000;
/** Buckets of the histogram at most, so that a bar is some ten pixels wide. */
export const MAX_TIMELINE_BUCKETS = 120;
/** Component lanes of an answer, those with most lines. */
export const MAX_COMPONENT_LANES = 100;

const ms = z.int().meta({ description: "Milliseconds after the timeline's startedAt; negative before it" });

/** A run of 5,000 devices has some 30,000 phases: as a tuple one takes a quarter of the bytes. */
export const phaseSpanSchema = z
  .tuple([z.int(), ms, ms.nullable(), deviceStatusSchema.nullable()])
  .meta({ id: 'PhaseSpan', description: 'Index in `phases`, start, end (null: has none yet), result' });
export type PhaseSpan = z.infer<typeof phaseSpanSchema>;

const levelArray = z.array(z.int()).meta({ description: 'Lines per level: DEBUG, INFO, WARNING, ERROR, CRITICAL' });

export const deviceLaneSchema = runDeviceSchema
  .pick({ device: true, status: true, site: true, type: true, cause: true, clockSkewSeconds: true })
  .extend({
    startMs: ms.nullable(),
    endMs: ms.nullable(),
    phases: z.array(phaseSpanSchema),
    levelCounts: levelArray,
    usualMs: z.int().nullable().meta({
      description: 'Median of what this device took in earlier runs; asked for while the run is open, else null',
    }),
  })
  .meta({ id: 'DeviceLane' });
export type DeviceLane = z.infer<typeof deviceLaneSchema>;

export const componentLaneSchema = z
  .object({
    component: z.string().meta({ description: "'' where lines name none" }),
    levelCounts: levelArray,
    buckets: z
      .array(z.tuple([z.int(), z.int()]))
      .meta({ description: 'Index of a bucket of the histogram and lines in it; empty ones are left out' }),
  })
  .meta({ id: 'ComponentLane' });
export type ComponentLane = z.infer<typeof componentLaneSchema>;

/** Lines of WARNING and worse, put together where they fall on the same spot of a lane. */
export const markSchema = z
  .object({
    lane: z.int().meta({ description: 'Index of the device in `devices`; -1 for lines that name none' }),
    component: z.int().meta({ description: 'Index in `components`; -1 where it is not among them' }),
    ms,
    level: z.enum(['WARNING', 'ERROR', 'CRITICAL']).meta({ description: 'The worst' }),
    seq: z.int().meta({ description: 'First line of that level' }),
    count: z.int(),
  })
  .meta({ id: 'Mark' });
export type Mark = z.infer<typeof markSchema>;

const spanSchema = z.object({ startMs: ms, endMs: ms });
export type Span = z.infer<typeof spanSchema>;

/** `GET /api/v1/runs/{runId}/timeline` */
export const runTimelineSchema = z
  .object({
    startedAt: isoTime.meta({ description: 'Where milliseconds count from: the earliest of start, phases and lines' }),
    durationMs: z.int().meta({ description: 'To the latest of end, phases and lines; of an open run to now' }),
    phases: z.array(z.string()).meta({ description: 'Names in the order in which devices go through them' }),
    devices: z.array(deviceLaneSchema).meta({ description: 'By name' }),
    components: z.array(componentLaneSchema).meta({ description: 'Most lines first' }),
    marks: z.array(markSchema),
    markCount: z.int().meta({ description: 'How many there are; `marks` holds the worst of them' }),
    histogram: z.object({
      bucketMs: z.int(),
      counts: z.array(levelArray).meta({ description: 'Per bucket, from startedAt on' }),
    }),
    idle: z.array(spanSchema).meta({ description: 'In which no line was written and no phase began or ended' }),
    stalls: z
      .array(spanSchema.extend({ lane: z.int() }))
      .meta({ description: 'In which a device that was at work wrote nothing for unusually long' }),
    lastDevice: z.int().nullable().meta({ description: 'Index of the device that ended last, and so ended the run' }),
    lastSeq: z.int(),
  })
  .meta({ id: 'RunTimeline' });
export type RunTimeline = z.infer<typeof runTimelineSchema>;
