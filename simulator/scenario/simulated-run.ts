import type { LogRecord, OpenRun, Phase, PutDevice, UpdateRun } from '../wire';
import type { Draft } from './step';

export type LineEvent = { kind: 'line'; atMs: number; record: LogRecord; secrets: readonly string[] };
/** Later results of a device replace earlier ones. */
export type DeviceEvent = { kind: 'device'; atMs: number; device: string; result: PutDevice };
export type EndEvent = { kind: 'end'; atMs: number; end: UpdateRun };
export type RunEvent = LineEvent | DeviceEvent | EndEvent;

/** A whole run, ready to be sent: `events` in time order, times as milliseconds since 1970. */
export type SimulatedRun = {
  open: OpenRun;
  events: readonly RunEvent[];
  /** What was planned to go wrong, in words. */
  incidents: readonly string[];
};

/** A line before the run knows its number: what the stories write. */
export type DraftEvent = { kind: 'draft'; atMs: number; draft: Draft; device?: string; phase?: Phase };
export type PlannedEvent = DraftEvent | DeviceEvent;

export const isoTime = (atMs: number): string => new Date(atMs).toISOString();
