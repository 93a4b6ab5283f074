import type { RunStatus } from '@/lib/runs/status';
import { ordinal } from '../schedule/schedule-words';
import type { JobSummary, SuccessRate } from './schema';

const IN_A_ROW = {
  succeeded: 'success',
  partial: 'partial run',
  failed: 'failure',
  stale: 'run without an end',
} as const satisfies Partial<Record<RunStatus, string>>;

/** `3rd failure in a row`, `first failure`; null for a job that has not ended a run. */
export function streakText(streak: JobSummary['streak']): string | null {
  const noun = streak && (IN_A_ROW as Partial<Record<RunStatus, string>>)[streak.status];
  if (!streak || !noun) return null;
  return streak.runs === 1 ? `first ${noun}` : `${ordinal(streak.runs)} ${noun} in a row`;
}

/** Fewer runs say little of a job: their rate is drawn pale. */
const MIN_TELLING_RUNS = 5;
export const isTelling = ({ total }: SuccessRate): boolean => total >= MIN_TELLING_RUNS;

const percent = (share: number): string => String(Math.round(share * 100));

/** `93 %`, and `28 of 30 runs, 1 in part; the true share lies between 79 and 98 %` */
export function rateTexts({ succeeded, partial, total, low, high }: SuccessRate): { rate: string; proof: string } {
  if (total === 0) return { rate: '–', proof: 'No run has ended' };
  const inPart = partial > 0 ? `, ${partial} more in part` : '';
  return {
    rate: `${percent(succeeded / total)} %`,
    proof: `${succeeded} of ${total} runs${inPart}; in 95 of 100 cases the true share lies between ${percent(low)} and ${percent(high)} %`,
  };
}
