import 'server-only';
import { AppError } from '@/lib/errors';
import { hasErrorCode, toAppError } from '@/lib/db/to-app-error';
import type { IngestAnswer } from '../../schema';
import { forgetRuns } from './resolve-runs';
import { writeBatches, type Batch, type BatchOutcome } from './write-batches';
import { RunGoneError } from './write-lines';
import { processState } from '@/lib/process-state';

/**
 * Transactions at once: one writes while the other waits for its commit to reach the disk; more would only wait for run
 * locks.
 */
const MAX_WRITERS = 2;
/** Most lines of a commit, which takes at least one batch. */
const MAX_COMMIT_LINES = 4000;
const MAX_COMMIT_BATCHES = 256;
/**
 * Most requests that wait; beyond this a sender is told to come back, before memory runs out or the sender gives up.
 */
const MAX_WAITING = 1024;
const MAX_ATTEMPTS = 5;

type Waiting = { batch: Batch; resolve: (answer: IngestAnswer) => void; reject: (error: unknown) => void };
type CommitQueue = {
  waiting: Waiting[];
  writers: number;
  afterCommit: ((runIds: string[]) => void)[];
};

const queue = processState('commitQueue', (): CommitQueue => ({ waiting: [], writers: 0, afterCommit: [] }));

/** `listener` hears which runs grew, right after each commit of this process. */
export function onCommit(listener: (runIds: string[]) => void): void {
  queue().afterCommit = [listener];
}

/**
 * Resolves when the batch is committed. Requests that arrive during a commit share the next one: with one line per
 * request, the disk is then waited for once per group, not once per line.
 */
export function commitBatch(batch: Batch): Promise<IngestAnswer> {
  const { waiting } = queue();
  if (waiting.length >= MAX_WAITING) {
    throw new AppError('too_many_requests', 'More arrives than can be stored; send larger batches, later.', {
      retryAfterSeconds: 1,
    });
  }
  return new Promise((resolve, reject) => {
    waiting.push({ batch, resolve, reject });
    if (queue().writers < MAX_WRITERS) void runWriter();
  });
}

async function runWriter(): Promise<void> {
  const state = queue();
  state.writers += 1;
  try {
    for (let group = takeGroup(state.waiting); group.length > 0; group = takeGroup(state.waiting)) {
      await commitGroup(group);
    }
  } finally {
    state.writers -= 1;
  }
}

function takeGroup(waiting: Waiting[]): Waiting[] {
  let lines = 0;
  let count = 0;
  for (const { batch } of waiting) {
    lines += batch.acceptedCount;
    if (count > 0 && (lines > MAX_COMMIT_LINES || count >= MAX_COMMIT_BATCHES)) break;
    count += 1;
  }
  return waiting.splice(0, count);
}

/** A group that fails is retried batch by batch, so that one bad batch fails alone. */
async function commitGroup(group: Waiting[]): Promise<void> {
  try {
    settle(group, await writeWithRetry(group.map(({ batch }) => batch)));
  } catch (error) {
    if (group.length === 1 || toAppError(error).code === 'unavailable') {
      for (const { reject } of group) reject(error);
      return;
    }
    for (const one of group) await commitGroup([one]);
  }
}

function settle(group: Waiting[], outcomes: BatchOutcome[]): void {
  const runIds = new Set<string>();
  for (const [index, { resolve, reject }] of group.entries()) {
    const outcome = outcomes[index];
    if (!outcome || 'error' in outcome) reject(outcome?.error ?? new Error('a batch got no outcome'));
    else {
      for (const { runId } of outcome.answer.runs) runIds.add(runId);
      resolve(outcome.answer);
    }
  }
  for (const listener of queue().afterCommit) listener([...runIds]);
}

/** Deadlock, serialisation failure, and a key that another server committed first: a retry succeeds. */
const RETRY_CODES = ['40P01', '40001', 'P2034', '23505', 'P2002'];

async function writeWithRetry(batches: Batch[]): Promise<BatchOutcome[]> {
  for (let attempt = 1; ; attempt += 1) {
    try {
      return await writeBatches(batches, Date.now());
    } catch (error) {
      if (error instanceof RunGoneError) forgetRuns();
      else if (!RETRY_CODES.some((code) => hasErrorCode(error, code))) throw error;
      if (attempt >= MAX_ATTEMPTS) throw error;
    }
  }
}
