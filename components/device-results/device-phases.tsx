import { Shape } from '@/components/ui/shape';
import { TONE_CLASSES } from '@/components/ui/tone';
import type { RunDevice } from '@/lib/runs/schema';
import { DEVICE_STATUS_LOOK } from '@/lib/runs/status-look';

/** The steps of a device's work in their order; a failed one stands out. */
export function DevicePhases({ phases }: { phases: RunDevice['phases'] }) {
  if (phases.length === 0) return null;
  return (
    <span className="flex flex-wrap gap-x-2 text-xs text-muted">
      {phases.map(({ phase, status }, at) => {
        const look = DEVICE_STATUS_LOOK[status ?? 'succeeded'];
        return (
          <span key={at} className="inline-flex items-center gap-0.5">
            <Shape name={look.shape} className={`size-3 ${TONE_CLASSES[look.tone].text}`} />
            {phase}
            {status && <span className="sr-only"> {look.label}</span>}
          </span>
        );
      })}
    </span>
  );
}
