import { cn } from '@/components/ui/cn';
import { Shape } from '@/components/ui/shape';
import { TONE_CLASSES } from '@/components/ui/tone';
import { formatCompactCount, formatCount } from '@/lib/format/number';
import type { DeviceCounts } from '@/lib/runs/device-schema';
import { DEVICE_STATUS_LOOK, DEVICE_STATUSES_WORST_FIRST } from '@/lib/runs/status-look';

/**
 * A run's devices by result, worst first. Each segment is as wide as its share, but never narrower than its number, so
 * that one failed device of thousands is seen.
 */
export function DeviceStrip({ counts }: { counts: DeviceCounts }) {
  const parts = DEVICE_STATUSES_WORST_FIRST.filter((status) => counts[status] > 0).map((status) => ({
    status,
    count: counts[status],
    ...DEVICE_STATUS_LOOK[status],
  }));
  if (parts.length === 0) {
    return (
      <span className="text-faint">
        <span aria-hidden>–</span>
        <span className="sr-only">No devices</span>
      </span>
    );
  }
  const text = parts.map(({ count, label }) => `${formatCount(count)} ${label.toLowerCase()}`).join(', ');
  return (
    <div title={text}>
      <span className="sr-only">{text}</span>
      <div aria-hidden className="flex h-5 gap-px overflow-hidden rounded-sm font-mono text-xs">
        {parts.map(({ status, count, shape, tone }) => (
          <span
            key={status}
            style={{ flexGrow: count }}
            className={cn(
              'flex min-w-min shrink-0 items-center justify-center gap-0.5 px-1 @max-4xl:gap-0 @max-4xl:px-0.5',
              TONE_CLASSES[tone].text,
              TONE_CLASSES[tone].ground,
            )}
          >
            <Shape name={shape} className="size-3" />
            {formatCompactCount(count)}
          </span>
        ))}
      </div>
    </div>
  );
}
