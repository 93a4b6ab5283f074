import { describe, expect, it } from 'vitest';
import type { RunStatus } from '@/lib/runs/status';
import type { JobSummary } from './schema';
import { isLate, sortByUrgency } from './sort-jobs';

const NOW_MS = Date.UTC(2026, 10, 20, 12);
const at = (minutes: number) => new Date(NOW_MS + minutes * 60_000).toISOString();

const job = (jobId: string, status: RunStatus | null, lateInMinutes: number | null = null) =>
  ({
    jobId,
    streak: status && { status, runs: 1 },
    schedule: lateInMinutes === null ? null : { nextAt: at(lateInMinutes - 15), lateAt: at(lateInMinutes) },
  }) as unknown as JobSummary;

describe('jobs by urgency', () => {
  it('come as failing, late, partial, and all others, each in the order they had', () => {
    const jobs = [
      job('new', null),
      job('partial', 'partial'),
      job('good', 'succeeded', 30),
      job('late', 'succeeded', -1),
      job('failed', 'failed', -1),
      job('late partial', 'partial', -1),
      job('stale', 'stale'),
    ];
    expect(sortByUrgency(jobs, NOW_MS).map(({ jobId }) => jobId)).toEqual([
      'failed',
      'stale',
      'late',
      'late partial',
      'partial',
      'new',
      'good',
    ]);
  });

  it('a run is late from its time on, and never without a schedule', () => {
    expect([job('a', null, -1), job('b', null, 0), job('c', null)].map((one) => isLate(one, NOW_MS))).toEqual([
      true,
      false,
      false,
    ]);
  });
});
