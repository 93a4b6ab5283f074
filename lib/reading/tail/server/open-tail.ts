import 'server-only';
import { assertCan } from '@/lib/auth/assert-can';
import type { Viewer } from '@/lib/auth/viewer';
import { AppError } from '@/lib/errors';
import { getRunRow } from '@/lib/runs/server/sql/get-run-summary';
import { toRunSummary } from '@/lib/runs/server/sql/run-row';
import type { TailQuery } from '../schema';
import { registerTail } from './sql/open-tails';
import { leaveRun, wakeRuns, watchRun } from '@/lib/runs/server/sql/run-watch';
import { streamTail } from './sql/stream-tail';

export type OpenTail = {
  runId: string;
  query: TailQuery;
  /** The `Last-Event-ID` of a browser that reconnects. */
  lastEventId: string | null;
  clientSignal: AbortSignal;
  reauthenticate: () => Promise<Viewer>;
};

/** The tail of a run as a stream of server-sent events. Throws `not_found`, and `invalid_request` for a bad Last-Event-ID. */
export async function openTail(viewer: Viewer, tail: OpenTail): Promise<ReadableStream<Uint8Array>> {
  assertCan(viewer, 'runs:read');
  const { after: queryAfter, ...filter } = tail.query;
  const after = tail.lastEventId === null ? queryAfter : parseEventId(tail.lastEventId);
  const run = await getRunRow(tail.runId);
  const watch = watchRun(toRunSummary(run), run.created_at.getTime());
  // The watch shared with another tail may be older than the run just read.
  wakeRuns([tail.runId]);
  const controller = registerTail(tail.clientSignal);
  controller.signal.addEventListener('abort', () => leaveRun(watch), { once: true });
  if (controller.signal.aborted) leaveRun(watch);
  const checkAccess = async () => assertCan(await tail.reauthenticate(), 'runs:read');
  const events = streamTail({ watch, filter, after, signal: controller.signal, checkAccess });
  let isCancelled = false;
  return new ReadableStream<Uint8Array>(
    {
      async pull(stream) {
        try {
          const { value, done } = await events.next();
          if (value) stream.enqueue(value);
          if (done || controller.signal.aborted) close();
        } catch {
          // Access ended or the reader has gone: the stream ends, and a reader that still has access reconnects.
          close();
        }
        function close() {
          if (!isCancelled) stream.close();
          controller.abort();
        }
      },
      cancel() {
        isCancelled = true;
        controller.abort();
      },
    },
    { highWaterMark: 1 },
  );
}

function parseEventId(text: string): number {
  if (/^\d{1,10}$/.test(text)) return Number(text);
  throw new AppError('invalid_request', 'Last-Event-ID: expected the id of an earlier event, a seq.');
}
