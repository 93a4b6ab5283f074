import { cn } from '@/components/ui/cn';
import { ToneBadge } from '@/components/ui/tone-badge';
import { formatCount } from '@/lib/format/number';
import type { DeviceCounts } from '@/lib/runs/device-schema';
import { isBadDeviceStatus } from '@/lib/runs/status';
import { DEVICE_STATUS_LOOK, DEVICE_STATUSES_WORST_FIRST } from '@/lib/runs/status-look';

/**
 * Devices per result. Where there is little room, good results have shape and number only; bad ones keep their word.
 */
export function DeviceTotals({ counts }: { counts: DeviceCounts }) {
  const shown = DEVICE_STATUSES_WORST_FIRST.filter((status) => counts[status] > 0);
  if (shown.length === 0) return null;
  return (
    <ul aria-label="Devices by result" className="flex flex-wrap gap-x-3 gap-y-1">
      {shown.map((status) => {
        const { label, shape, tone } = DEVICE_STATUS_LOOK[status];
        return (
          <li key={status}>
            <ToneBadge tone={tone} shape={shape} hasGround={false}>
              <span>
                {formatCount(counts[status])}{' '}
                <span className={cn(!isBadDeviceStatus(status) && 'max-sm:sr-only')}>{label.toLowerCase()}</span>
              </span>
            </ToneBadge>
          </li>
        );
      })}
    </ul>
  );
}
