import 'server-only';
import { toAppError } from '@/lib/db/to-app-error';
import type { LineFilter } from '@/lib/store/query/line-filter';
import type { RunSummary } from '@/lib/runs/schema';
import { isOpen } from '@/lib/runs/status';
import { encodeComment, encodeEvent } from '../../encode-event';
import { readTail } from './read-tail';
import { waitForChange, type RunWatch } from '@/lib/runs/server/sql/run-watch';

const HEARTBEAT_MS = 15_000;
/** How often a tail tells its reader the run's counts. */
const RUN_EVENT_MS = 1000;
/** A live tail that is further behind than this is too slow: its reader is told that older lines come first. */
const MAX_BEHIND_LINES = 2000;
const RETRY_MS = 1000;

export type TailStream = {
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
 * gets a `skipped` event and then everything it missed, from the database.
 */
export async function* streamTail(options: TailStream): AsyncGenerator<Uint8Array> {
  const { watch, signal } = options;
  const at: TailPosition = {
    seq: options.after,
    phase: 'replay',
    runVersion: watch.version,
    runAtMs: 0,
    heartbeatAtMs: 0,
  };
  at.heartbeatAtMs = performance.now() + HEARTBEAT_MS;
  yield encoder.encode(`retry: 1000\n${encodeEvent({ name: 'state', data: { phase: at.phase, lastSeq: at.seq } })}`);
  while (!signal.aborted && watch.summary) {
    const run = watch.summary;
    if (at.seq < run.lineCount) {
      yield* catchUp(options, run, at);
      continue;
    }
    if (at.phase === 'replay') {
      at.phase = 'live';
      yield event('state', { phase: at.phase, lastSeq: at.seq });
    }
    yield* tellRun(watch, run, at);
    if (!isOpen(run.status)) {
      yield event('end', { status: run.status, lastSeq: at.seq });
      return;
    }
    if (performance.now() >= at.heartbeatAtMs) {
      at.heartbeatAtMs = performance.now() + HEARTBEAT_MS;
      await checkAccess(options);
      yield encoder.encode(encodeComment('heartbeat'));
    }
    await waitForChange(watch, { timeoutMs: msUntilNextEvent(watch, at), signal });
  }
}

/** An unreachable database revokes nobody's access: the tail stays open and asks again with the next heartbeat. */
async function checkAccess(options: TailStream): Promise<void> {
  try {
    await options.checkAccess();
  } catch (error) {
    if (toAppError(error).code !== 'unavailable') throw error;
  }
}

/** Where a tail stands and what it has told its reader. */
type TailPosition = {
  seq: number;
  phase: 'replay' | 'live';
  runVersion: number;
  runAtMs: number;
  heartbeatAtMs: number;
};

/** One step towards the run's last line. While the database is away the tail stays open and tries again. */
async function* catchUp(
  { watch, filter, signal }: TailStream,
  run: RunSummary,
  at: TailPosition,
): AsyncGenerator<Uint8Array> {
  if (at.phase === 'live' && run.lineCount - at.seq > MAX_BEHIND_LINES) {
    at.phase = 'replay';
    const skipped = { fromSeq: at.seq + 1, toSeq: run.lineCount };
    for (const name of ['gap', 'skipped']) yield event(name, skipped);
  }
  const step = await readTail(watch, filter, { after: at.seq, lastSeq: run.lineCount }).catch(() => null);
  if (!step) {
    await waitForChange(watch, { timeoutMs: RETRY_MS, signal });
    return;
  }
  at.seq = step.throughSeq;
  if (step.lineCount > 0) yield step.events;
}

/** The run's facts when they changed: at most once a second, and always before the end. */
function* tellRun(watch: RunWatch, run: RunSummary, at: TailPosition): Generator<Uint8Array> {
  if (at.runVersion === watch.version) return;
  if (isOpen(run.status) && performance.now() - at.runAtMs < RUN_EVENT_MS) return;
  at.runVersion = watch.version;
  at.runAtMs = performance.now();
  yield event('run', run);
}

function msUntilNextEvent(watch: RunWatch, at: TailPosition): number {
  const runAtMs = at.runVersion === watch.version ? Infinity : at.runAtMs + RUN_EVENT_MS;
  return Math.max(1, Math.min(at.heartbeatAtMs, runAtMs) - performance.now());
}
