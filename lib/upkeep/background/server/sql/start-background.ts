import 'server-only';
import { Logger, parseCrontab, run, type Runner, type WorkerEvents } from 'graphile-worker';
import { purgeEmptyCounts } from '@/lib/store/counters/server/sql/purge-empty-counts';
import { pool } from '@/lib/db/client';
import { findDiskShortage } from '@/lib/db/disk-space';
import { freeDiskSpace } from '@/lib/store/chunks/server/sql/free-disk-space';
import { logErrorLine } from '@/lib/log-error';
import { endSilentRuns } from './end-silent-runs';
import { findMergeableRuns, MAX_SWEEP_RUNS } from './find-mergeable-runs';
import { keepRunning } from './keep-running';
import { mergeRun } from './merge-run';
import { purgeBatchKeys } from './purge-batch-keys';
import { readOldChunks } from './read-old-chunks';
import { tidyWordIndex } from '@/lib/store/chunks/server/sql/tidy-word-index';

/** Merges read and write whole chunks: one at a time leaves the other core to ingest. */
const CONCURRENCY = 1;

/**
 * Background work on graphile-worker: any number of servers share one queue in PostgreSQL, each task runs once, and one
 * that dies half-way is tried again. Answers how to stop it.
 */
export const startBackground = (): Promise<() => Promise<void>> => keepRunning(startRunner);

function startRunner(events: WorkerEvents): Promise<Runner> {
  return run({
    pgPool: pool(),
    events,
    concurrency: CONCURRENCY,
    noHandleSignals: true,
    logger,
    parsedCronItems: parseCrontab(`* * * * * sweep ?max=1&jobKey=sweep\n7 * * * * purge ?max=1`),
    taskList: {
      sweep: async (_payload, { addJob }) => {
        await endSilentRuns();
        await freeDiskSpace();
        if (await findDiskShortage()) return; // a merge writes anew what it merges
        const runIds = await findMergeableRuns();
        for (const runId of runIds) await addJob('merge-run', { runId }, { jobKey: `merge ${runId}`, maxAttempts: 10 });
        const hasOldChunks = await readOldChunks();
        // When more runs wait than one sweep takes, the next sweep follows at once, not after a minute.
        if (runIds.length === 0) await tidyWordIndex();
        if (hasOldChunks || runIds.length >= MAX_SWEEP_RUNS) await addJob('sweep', {}, { jobKey: 'sweep' });
      },
      'merge-run': async (payload) => {
        const runId = readRunId(payload);
        if (!(await findDiskShortage())) await mergeRun(runId);
      },
      purge: async () => {
        await purgeBatchKeys();
        await purgeEmptyCounts();
      },
    },
  });
}

function readRunId(payload: unknown): string {
  const runId = typeof payload === 'object' && payload !== null && 'runId' in payload ? payload.runId : null;
  if (typeof runId === 'string') return runId;
  throw new Error('merge-run: expected {runId} as payload');
}

/** Logs only what somebody should act on; by default the library logs every job. */
const logger = new Logger(() => (level, message) => {
  if (level === 'error') logErrorLine('background', message);
});
