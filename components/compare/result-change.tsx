import { ToneBadge } from '@/components/ui/tone-badge';
import type { DeviceStatus } from '@/lib/runs/status';
import { DEVICE_STATUS_LOOK } from '@/lib/runs/status-look';
import { Arrow } from './arrow';

type ResultChangeProps = { before: DeviceStatus | null; now: DeviceStatus | null };

/** `unchanged → failed`; one word where both are the same. */
export function ResultChange({ before, now }: ResultChangeProps) {
  if (before === null && now === null) return null;
  if (before === now) return <Result status={now} />;
  return (
    <span className="inline-flex flex-wrap items-center gap-x-1">
      <Result status={before} />
      <Arrow />
      <Result status={now} />
    </span>
  );
}

function Result({ status }: { status: DeviceStatus | null }) {
  if (status === null) return <span className="text-xs text-muted">not in it</span>;
  const { label, shape, tone } = DEVICE_STATUS_LOOK[status];
  return (
    <ToneBadge tone={tone} shape={shape} hasGround={false}>
      {label.toLowerCase()}
    </ToneBadge>
  );
}
