import 'server-only';
import type { LineFilter } from '@/lib/lines/schema';
import type { RunSummary } from '@/lib/runs/schema';
import { isOpen } from '@/lib/runs/status';
import { encodeComment, encodeEvent } from '../encode-event';
import { readTail } from './read-tail';
import { waitForChange, type RunWatch } from './run-watch';

const HEARTBEAT_MS = 15_000;
/** How often a tail tells its reader the run's counts. */
const RUN_EVENT_MS = 1000;
/** A live tail that is further behind than this was slow: its reader is told that older lines come first. */
const GAP_LINES = 2000;
const RETRY_MS = 1000;

export type TailOptions = {
  watch: RunWatch;
  filter: LineFilter;
  after: number;
  signal: AbortSignal;
  /** Throws when the reader may no longer read; asked with every heartbeat. */
  checkAccess: () => Promise<void>;
};

const encoder = new TextEncoder();
const event = (name: string, data: unknown): Uint8Array => encoder.encode(encodeEvent({ name, data }));

/**
 * A tail as encoded server-sent events: what is stored after `after`, then what arrives, until the run ends.
 * It goes on only when the last part was taken, so a reader that never reads costs one part and no queue; such a reader
 * gets a `gap` event and then everything it missed, from the database.
 */
export async function* tailEvents({
  watch,
  filter,
  after,
  signal,
  checkAccess,
}: TailOptions): AsyncGenerator<Uint8Array> {
  let position = after;
  let phase: 'replay' | 'live' = 'replay';
  let sentRun = { atMs: 0, version: watch.version };
  let heartbeatAtMs = performance.now() + HEARTBEAT_MS;
  yield encoder.encode(`retry: 1000\n${encodeEvent({ name: 'state', data: { phase, lastSeq: position } })}`);
  while (!signal.aborted) {
    const run = watch.summary;
    if (!run) return;
    if (phase === 'live' && run.lineCount - position > GAP_LINES) {
      phase = 'replay';
      yield event('gap', { fromSeq: position + 1, toSeq: run.lineCount });
    }
    if (position < run.lineCount) {
      const step = await readTail(run.runId, filter, { after: position, lastSeq: run.lineCount }).catch(() => null);
      if (!step) await waitForChange(watch, { timeoutMs: RETRY_MS, signal });
      else {
        position = step.throughSeq;
        if (step.lineCount > 0) yield step.events;
      }
      continue;
    }
    if (phase === 'replay') {
      phase = 'live';
      yield event('state', { phase, lastSeq: position });
    }
    const now = performance.now();
    if (sentRun.version !== watch.version && (now - sentRun.atMs >= RUN_EVENT_MS || !isOpen(run.status))) {
      sentRun = { atMs: now, version: watch.version };
      yield event('run', run satisfies RunSummary);
    }
    if (!isOpen(run.status)) {
      yield event('end', { status: run.status, lastSeq: position });
      return;
    }
    if (now >= heartbeatAtMs) {
      heartbeatAtMs = now + HEARTBEAT_MS;
      await checkAccess();
      yield encoder.encode(encodeComment('heartbeat'));
    }
    const isRunEventDue = sentRun.version !== watch.version;
    const untilMs = Math.min(heartbeatAtMs, isRunEventDue ? sentRun.atMs + RUN_EVENT_MS : Infinity);
    await waitForChange(watch, { timeoutMs: Math.max(1, untilMs - performance.now()), signal });
  }
}
