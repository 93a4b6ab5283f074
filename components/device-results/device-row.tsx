import { Shape } from '@/components/ui/shape';
import { TONE_CLASSES } from '@/components/ui/tone';
import { ToneBadge } from '@/components/ui/tone-badge';
import { formatCompactCount, formatQuantity } from '@/lib/format/number';
import type { RunDevice } from '@/lib/runs/schema';
import { isBadDeviceStatus } from '@/lib/runs/status';
import { DEVICE_STATUS_LOOK } from '@/lib/runs/status-look';
import { errorCountOf } from './device-groups';
import { DevicePhases } from './device-phases';

type DeviceRowProps = { device: RunDevice; isChosen: boolean; onChoose: (device: string) => void };

/** A click shows only this device's lines, again those of all. */
export function DeviceRow({ device, isChosen, onChoose }: DeviceRowProps) {
  const look = DEVICE_STATUS_LOOK[device.status];
  const errorCount = errorCountOf(device);
  return (
    <button
      type="button"
      aria-pressed={isChosen}
      onClick={() => onChoose(device.device)}
      className="flex w-full flex-col gap-0.5 px-3 py-1 text-left hover:bg-hover aria-pressed:bg-selected"
    >
      <span className="flex w-full items-center gap-2">
        <Shape name={look.shape} className={TONE_CLASSES[look.tone].text} />
        <span className="truncate font-mono">{device.device}</span>
        <span className="truncate text-xs text-muted">{device.site}</span>
        {errorCount > 0 && (
          <ToneBadge tone="level-error" className="ml-auto font-mono" title={formatQuantity(errorCount, 'error')}>
            <span aria-hidden>E {formatCompactCount(errorCount)}</span>
            <span className="sr-only">{formatQuantity(errorCount, 'error')}</span>
          </ToneBadge>
        )}
      </span>
      {device.cause && <span className="line-clamp-2 text-xs text-muted">{device.cause}</span>}
      {isBadDeviceStatus(device.status) && <DevicePhases phases={device.phases} />}
    </button>
  );
}
