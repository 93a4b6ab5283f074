import { z } from 'zod';
import { isoTime } from '@/lib/http/schema';

/** Groups of an answer: more causes than these are noise. */
export const MAX_GROUPS = 50;
/** Devices named per cause; a link that filters by more would be too long an address. */
export const MAX_NAMED_DEVICES = 100;

export const HISTORY_KINDS = ['new', 'known', 'flaky', 'recovered'] as const;

export const historySchema = z
  .object({
    kind: z.enum(HISTORY_KINDS).meta({
      description:
        'new: not met in the earlier runs; known: the run before had it too; flaky: it comes and goes; recovered: the run before had it, this one has not',
    }),
    runsInARow: z.int().meta({ description: 'Of the runs that the device took part in, this one included' }),
    isAtLeast: z.boolean().meta({ description: 'The runs in a row reach back as far as was looked' }),
    since: isoTime.nullable().meta({ description: 'Start of the first of the runs in a row; null when there is one' }),
  })
  .meta({ id: 'CauseHistory' });
export type History = z.infer<typeof historySchema>;

const causeDeviceSchema = z.object({ device: z.string(), site: z.string().nullable(), history: historySchema });
export type CauseDevice = z.infer<typeof causeDeviceSchema>;

export const causeGroupSchema = z
  .object({
    cause: z.string().meta({ description: 'As written, where all devices have the same text, else the pattern' }),
    pattern: z.string().meta({ description: 'The cause without numbers, addresses, ids and device names' }),
    source: z.enum(['reported', 'line', 'none']).meta({
      description: "reported: the sender's own words; line: the device's first telling error; none: neither is there",
    }),
    deviceCount: z.int().meta({ description: '0: an error of the run itself' }),
    devices: z.array(causeDeviceSchema).meta({ description: `The first ${MAX_NAMED_DEVICES} by name` }),
    sites: z.array(z.string()).meta({ description: 'Of all its devices, the most frequent first' }),
    lineCount: z.int().meta({ description: 'ERROR and CRITICAL lines of all its devices' }),
    firstSeq: z.int().nullable().meta({ description: 'The line that tells it' }),
    search: z.string().nullable().meta({ description: 'As q it finds the lines that tell it' }),
    kinds: z.partialRecord(z.enum(HISTORY_KINDS), z.int()).meta({
      description: 'Per kind of history how many of the devices named; of an error of the run itself, 1',
    }),
    longest: historySchema.meta({ description: 'The history with the most runs in a row' }),
    isInGoodRuns: z.boolean().meta({ description: 'Runs that succeeded wrote it too, so it explains little' }),
  })
  .meta({ id: 'CauseGroup' });
export type CauseGroup = z.infer<typeof causeGroupSchema>;

/** `GET /api/v1/runs/{runId}/causes` */
export const runCausesSchema = z
  .object({
    groups: z.array(causeGroupSchema).meta({ description: 'Most devices first; what good runs have too last' }),
    groupCount: z.int().meta({ description: `How many groups there are; the first ${MAX_GROUPS} are given` }),
    recovered: z.array(causeGroupSchema).meta({ description: 'What the devices of this run have overcome' }),
    comparedRuns: z.int().meta({ description: 'Earlier ended runs of the job that were looked at' }),
  })
  .meta({ id: 'RunCauses' });
export type RunCauses = z.infer<typeof runCausesSchema>;
