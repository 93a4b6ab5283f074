import { describe, expect, it } from 'vitest';
import { runDuration } from './run-duration';

const startedAt = '2026-11-22T02:00:00.000Z';
const lastReceivedAt = '2026-11-22T02:10:00.000Z';
const now = Date.parse('2026-11-22T02:00:09.000Z');

describe('runDuration', () => {
  it('is exact once the run has ended', () => {
    const run = { status: 'failed', startedAt, finishedAt: '2026-11-22T02:00:05.000Z', lastReceivedAt } as const;
    expect(runDuration(run, now)).toEqual({ durationMs: 5000, kind: 'exact' });
    expect(runDuration({ ...run, finishedAt: '2026-11-22T01:00:00.000Z' }, now)?.durationMs).toBe(0);
  });

  it('ticks while it runs, once the time is known', () => {
    const run = { status: 'running', startedAt, finishedAt: null, lastReceivedAt } as const;
    expect(runDuration(run, now)).toEqual({ durationMs: 9000, kind: 'ticking' });
    expect(runDuration(run, null)).toBeNull();
  });

  it('is unknown in the queue and a lower bound for a run without an end', () => {
    const run = { startedAt, finishedAt: null, lastReceivedAt } as const;
    expect(runDuration({ ...run, status: 'queued' }, now)).toBeNull();
    expect(runDuration({ ...run, status: 'stale' }, now)).toEqual({ durationMs: 600_000, kind: 'at-least' });
  });
});
