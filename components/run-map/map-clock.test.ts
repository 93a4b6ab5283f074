import { describe, expect, it } from 'vitest';
import { buildMapClock } from './map-clock';

const timeline = { startedAt: '2026-11-22T02:13:58.000Z', durationMs: 100_000 };
const run = { startedAt: '2026-11-22T02:14:00.000Z', usualDuration: null };
const usualDuration = { runCount: 5, medianMs: 480_000, p90Ms: 500_000 };

describe('buildMapClock', () => {
  it('stands still when the run has ended', () => {
    expect(buildMapClock({ ...run, status: 'failed', usualDuration }, timeline, 5000)).toEqual({
      nowMs: 100_000,
      endMs: 100_000,
      expectedEndMs: null,
      isRunOpen: false,
    });
  });

  it('goes on from what the server said, with some room, and never back', () => {
    const clock = buildMapClock({ ...run, status: 'running' }, timeline, 2000);
    expect(clock).toMatchObject({ nowMs: 102_000, endMs: 104_000, expectedEndMs: null });
    expect(buildMapClock({ ...run, status: 'running' }, timeline, -9000).nowMs).toBe(100_000);
  });

  it('shows the expected end as soon as it is known', () => {
    const clock = buildMapClock({ ...run, status: 'running', usualDuration }, timeline, 0);
    expect(clock).toMatchObject({ expectedEndMs: 482_000, endMs: 482_000 });
  });
});
