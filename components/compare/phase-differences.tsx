import { NameText } from '@/components/ui/name-text';
import { describeTime } from '@/lib/analysis/compare/difference-text';
import type { DeviceChange } from '@/lib/analysis/compare/schema';
import { formatDuration } from '@/lib/format/duration';
import { Difference } from './difference';

type PhaseDifferencesProps = { row: Pick<DeviceChange, 'phases' | 'before' | 'now'>; phases: readonly string[] };

/** Smaller differences of a phase are not shown. */
const TELLING_MS = 1000;

/** Each phase with its difference in time; one that a run did not get to says so. */
export function PhaseDifferences({ row, phases }: PhaseDifferencesProps) {
  if (row.before === null || row.now === null) return null;
  return (
    <ul className="flex flex-wrap gap-x-3 gap-y-0.5">
      {row.phases.map(([index, beforeMs, nowMs]) => (
        <li key={index} title={`${timeText(beforeMs)} before, ${timeText(nowMs)} now`} className="whitespace-nowrap">
          <NameText name={phases[index] ?? ''} className="text-muted" />{' '}
          {beforeMs !== null && nowMs !== null ? (
            <Difference
              difference={describeTime(nowMs - beforeMs)}
              isWeak={Math.abs(nowMs - beforeMs) < TELLING_MS}
              isBad={nowMs - beforeMs >= TELLING_MS}
            />
          ) : (
            <span className="font-medium">{nowMs === null ? 'not now' : 'not before'}</span>
          )}
        </li>
      ))}
    </ul>
  );
}

const timeText = (ms: number | null): string => (ms === null ? 'no time' : formatDuration(ms));
