import 'server-only';
import { EventEmitter } from 'node:events';
import { setTimeout as delay } from 'node:timers/promises';
import type { Runner, WorkerEvents } from 'graphile-worker';
import { logErrorLine } from '@/lib/log-error';

/** A database that is away for a moment costs one or two, two seconds apart. */
const MAX_FAILED_LOOKS = 3;
const RETRY_MS = 2000;

type StoppableRunner = Pick<Runner, 'stop'>;
type StartRunner = (events: WorkerEvents) => Promise<StoppableRunner>;

/**
 * Keeps one runner at work until it is told to stop. graphile-worker 0.17 keeps the answer to its first question, the ids of its tasks,
 * even where that is a failure: such a worker never takes a job again and tells nobody. And one that cannot hand a job back ends. Either
 * runner is replaced by a new one: running → broken → (started again until that works) → running; stopped from each of them.
 * The first start's error is the caller's.
 */
export async function keepRunning(start: StartRunner): Promise<() => Promise<void>> {
  const stopping = new AbortController();
  let current: Watched | null = await startWatched(start);

  const replace = async (): Promise<void> => {
    while (current && !stopping.signal.aborted) {
      await current.broken;
      if (stopping.signal.aborted) return;
      logErrorLine('background', 'The worker takes no jobs any more; another one is started.');
      void current.runner.stop().catch(() => {}); // it may be past stopping
      current = null;
      current = await startAgain(start, stopping.signal);
    }
  };
  const replacing = replace().catch(() => {}); // only the wait between two starts, when it is told to stop
  return async () => {
    stopping.abort();
    current?.giveUp();
    await replacing;
    await current?.runner.stop();
  };
}

type Watched = { runner: StoppableRunner; broken: Promise<void>; giveUp: () => void };

async function startWatched(start: StartRunner): Promise<Watched> {
  const events: WorkerEvents = new EventEmitter();
  let failedLooks = 0;
  const { promise: broken, resolve: giveUp } = openPromise();
  const look = () => {
    failedLooks = 0;
  };
  events.on('worker:getJob:empty', look).on('job:start', look);
  events.on('worker:getJob:error', () => {
    failedLooks += 1;
    if (failedLooks >= MAX_FAILED_LOOKS) giveUp();
  });
  events.on('worker:fatalError', giveUp).on('pool:fatalError', giveUp);
  return { runner: await start(events), broken, giveUp };
}

/** While the database is away a runner cannot start. */
async function startAgain(start: StartRunner, signal: AbortSignal): Promise<Watched> {
  for (;;) {
    try {
      return await startWatched(start);
    } catch {
      await delay(RETRY_MS, undefined, { signal, ref: false });
    }
  }
}

function openPromise(): { promise: Promise<void>; resolve: () => void } {
  let resolve = () => {};
  const promise = new Promise<void>((settle) => {
    resolve = settle;
  });
  return { promise, resolve };
}
