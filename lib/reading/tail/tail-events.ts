import { z } from 'zod';
import { parseExact } from '@/lib/json/exact-json';
import { lineSchema } from '@/lib/store/chunks/line';
import { runSchema, runStatusSchema } from '@/lib/runs/schema';

const skippedSchema = z.object({ fromSeq: z.int(), toSeq: z.int() });

/** The events of `GET /api/v1/runs/{runId}/tail`, each with the schema of its `data`. */
export const TAIL_EVENTS = {
  line: lineSchema,
  /** `replay` while stored lines are sent, `live` from then on. */
  state: z.object({ phase: z.enum(['replay', 'live']), lastSeq: z.int() }),
  run: runSchema,
  /** The reader was too slow: live sending skips these lines, and they follow from the store. Nothing is left out. */
  skipped: skippedSchema,
  /** The earlier name of `skipped`, sent right before it for one release: docs/decisions/0006-live-tail.md. */
  gap: skippedSchema,
  /** The run has ended and all its lines are sent; the stream closes. */
  end: z.object({ status: runStatusSchema, lastSeq: z.int() }),
} as const;

export type TailEventName = keyof typeof TAIL_EVENTS;
export type TailEvent = {
  [Name in TailEventName]: { name: Name; data: z.infer<(typeof TAIL_EVENTS)[Name]> };
}[TailEventName];

export const TAIL_EVENT_NAMES = [
  'line',
  'state',
  'run',
  'skipped',
  'gap',
  'end',
] as const satisfies readonly TailEventName[];

/** Throws when `text` is not what the event's name promises. */
export function parseTailEvent(name: TailEventName, text: string): TailEvent {
  const data: unknown = parseExact(text);
  switch (name) {
    case 'line':
      return { name, data: TAIL_EVENTS.line.parse(data) };
    case 'state':
      return { name, data: TAIL_EVENTS.state.parse(data) };
    case 'run':
      return { name, data: TAIL_EVENTS.run.parse(data) };
    case 'skipped':
      return { name, data: TAIL_EVENTS.skipped.parse(data) };
    case 'gap':
      return { name, data: TAIL_EVENTS.gap.parse(data) };
    case 'end':
      return { name, data: TAIL_EVENTS.end.parse(data) };
    default:
      return name satisfies never;
  }
}
