import type { UpdateRun } from '../wire';
import { countStatuses, isBad } from './device-results';
import type { DeviceEvent } from './simulated-run';

export type Verdict = { status: UpdateRun['status']; badCount: number; summary: string };

/** Above this share of bad devices the Gateway calls a run failed, below it partial. */
const FAILED_SHARE = 0.1;

/** Skipped devices are not bad: nobody tried them. */
export function judgeRun(results: readonly DeviceEvent[]): Verdict {
  const badCount = results.filter(({ result }) => isBad(result.status)).length;
  const counts = Object.entries(countStatuses(results)).map(([status, count]) => `${count} ${status}`);
  const summary = `${results.length} devices: ${counts.sort().join(', ')}`;
  if (badCount === 0) return { status: 'succeeded', badCount, summary };
  return { status: badCount > results.length * FAILED_SHARE ? 'failed' : 'partial', badCount, summary };
}
