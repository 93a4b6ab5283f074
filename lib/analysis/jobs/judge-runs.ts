import { isOpen, type RunStatus } from '@/lib/runs/status';
import { wilsonInterval } from '../outcomes/wilson';
import type { SuccessRate } from './schema';

type Judged = { status: RunStatus };

/** A cancelled run says nothing of the job; an open one nothing yet. */
const isJudged = ({ status }: Judged): boolean => !isOpen(status) && status !== 'cancelled';

/** How many of a job's runs succeeded. Partial runs are a share of their own: neither good nor failed. */
export function rateSuccess(runs: readonly Judged[]): SuccessRate {
  const judged = runs.filter(isJudged);
  const succeeded = judged.filter(({ status }) => status === 'succeeded').length;
  const partial = judged.filter(({ status }) => status === 'partial').length;
  return { succeeded, partial, total: judged.length, ...wilsonInterval(succeeded, judged.length) };
}

/** How many of the last runs, given oldest first, ended as the very last one did. */
export function findStreak(runs: readonly Judged[]): { status: RunStatus; runs: number } | null {
  const judged = runs.filter(isJudged);
  const last = judged.at(-1);
  if (!last) return null;
  const other = judged.findLastIndex(({ status }) => status !== last.status);
  return { status: last.status, runs: judged.length - 1 - other };
}
