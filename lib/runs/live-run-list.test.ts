import { describe, expect, it } from 'vitest';
import { refreshLimit, refreshLiveRunList, startLiveRunList } from './live-run-list';
import type { RunPage, RunSummary } from './schema';
import type { RunStatus } from './status';

const LEVELS = { DEBUG: 0, INFO: 0, WARNING: 0, ERROR: 0, CRITICAL: 0 };
const DEVICES = {
  pending: 0,
  running: 0,
  succeeded: 0,
  unchanged: 0,
  changed: 0,
  failed: 0,
  unreachable: 0,
  skipped: 0,
  not_attempted: 0,
};

/** Run `n` started `n` minutes after two o'clock. */
function run(n: number, status: RunStatus = 'running'): RunSummary {
  const startedAt = new Date(Date.UTC(2026, 10, 22, 2, n)).toISOString();
  return {
    runId: `run-${n}`,
    jobId: 'job',
    jobName: 'Nightly backup',
    jobType: 'config_backup',
    number: n,
    status,
    trigger: null,
    gateway: null,
    attempt: 1,
    queuedAt: null,
    startedAt,
    finishedAt: null,
    lastReceivedAt: startedAt,
    resultText: null,
    lineCount: 0,
    declaredLineCount: null,
    levelCounts: LEVELS,
    deviceCounts: DEVICES,
  };
}

const page = (runs: RunSummary[], nextCursor: string | null = null): RunPage => ({ runs, nextCursor });
const ids = (runs: RunSummary[]) => runs.map(({ number }) => number);

describe('refreshing the job list', () => {
  const list = startLiveRunList(page([run(3), run(2), run(1)], 'below-1'));

  it('changes rows where they are', () => {
    const next = refreshLiveRunList(list, page([run(3), run(2, 'failed'), run(1)], 'below-1'));
    expect(next.rows.map(({ status }) => status)).toEqual(['running', 'failed', 'running']);
    expect(next.newRuns).toEqual([]);
  });

  it('takes over the histories of jobs, and keeps those of rows that the answer no longer holds', () => {
    const history = (jobId: string, usualRuns: number) => ({
      jobId,
      usual: { medianMs: 1, p90Ms: 2, runCount: usualRuns },
      runs: [],
    });
    const before = startLiveRunList({ ...page([run(1)]), jobHistories: [history('a', 3), history('b', 3)] });
    const next = refreshLiveRunList(before, { ...page([run(1)]), jobHistories: [history('a', 4)] });
    expect(next.jobHistories).toEqual([history('a', 4), history('b', 3)]);
  });

  it('keeps new runs out of the rows, and rows that new runs pushed off the answer in', () => {
    const next = refreshLiveRunList(list, page([run(5), run(4), run(3)], 'below-3'));
    expect([ids(next.rows), ids(next.newRuns), next.nextCursor]).toEqual([[3, 2, 1], [5, 4], 'below-1']);
    expect(refreshLimit(next, 3)).toBe(5);
  });

  it('keeps the order of the rows when a queued run gets its start', () => {
    const started = { ...run(1), startedAt: run(9).startedAt };
    expect(ids(refreshLiveRunList(list, page([started, run(3), run(2)])).rows)).toEqual([3, 2, 1]);
  });

  it('drops what was deleted or no longer matches', () => {
    expect(ids(refreshLiveRunList(list, page([run(3), run(1)], 'below-1')).rows)).toEqual([3, 1]);
    expect(ids(refreshLiveRunList(list, page([])).rows)).toEqual([]);
  });

  it('does not call the next page new when a row has left', () => {
    expect(ids(refreshLiveRunList(list, page([run(3), run(1), run(0)], 'below-0')).newRuns)).toEqual([]);
  });

  it('shows the first runs at once where there were none', () => {
    const next = refreshLiveRunList(startLiveRunList(page([])), page([run(1)]));
    expect([ids(next.rows), next.newRuns]).toEqual([[1], []]);
  });

  it('asks for at least a page and at most what the API gives', () => {
    expect(refreshLimit(list, 50)).toBe(50);
    const many = Array.from({ length: 300 }, (_, n) => run(n));
    expect(refreshLimit({ ...list, newRuns: many }, 50)).toBe(200);
  });
});
