'use client';

import { ChevronRight } from 'lucide-react';
import { useState } from 'react';
import { cn } from '@/components/ui/cn';
import { ToneBadge } from '@/components/ui/tone-badge';
import { formatCount, formatQuantity } from '@/lib/format/number';
import { isBadDeviceStatus } from '@/lib/runs/status';
import { DEVICE_STATUS_LOOK } from '@/lib/runs/status-look';
import type { DeviceGroup as Group } from './device-groups';
import { DeviceRow } from './device-row';

/** Rows of one group that are drawn; a run can have 20,000 devices, and the search finds the others. */
const MAX_ROWS = 300;

type DeviceGroupProps = { group: Group; chosen: readonly string[]; onChoose: (device: string) => void };

export function DeviceGroup({ group, chosen, onChoose }: DeviceGroupProps) {
  const { status, devices, errorCount, opensAtFirst } = group;
  const [choice, setChoice] = useState<boolean | null>(null);
  const isOpen = choice ?? opensAtFirst;
  const { label, shape, tone } = DEVICE_STATUS_LOOK[status];
  const hiddenErrors = !isOpen && !isBadDeviceStatus(status) && errorCount > 0;
  return (
    <section aria-label={label}>
      <h3>
        <button
          type="button"
          aria-expanded={isOpen}
          onClick={() => setChoice(!isOpen)}
          className="flex w-full items-center gap-2 px-2 py-1.5 text-left hover:bg-hover"
        >
          <ChevronRight aria-hidden className={cn('size-4 text-muted', isOpen && 'rotate-90')} />
          <ToneBadge tone={tone} shape={shape} hasGround={false} className="text-sm">
            {label}
          </ToneBadge>
          <span className="font-mono text-xs">{formatCount(devices.length)}</span>
          {hiddenErrors && (
            <span className="ml-auto text-xs text-level-error">{formatQuantity(errorCount, 'error')}</span>
          )}
        </button>
      </h3>
      {isOpen && (
        <ul>
          {devices.slice(0, MAX_ROWS).map((device) => (
            <li key={device.device}>
              <DeviceRow device={device} isChosen={chosen.includes(device.device)} onChoose={onChoose} />
            </li>
          ))}
          {devices.length > MAX_ROWS && (
            <li className="px-3 py-1 text-xs text-muted">
              {formatCount(devices.length - MAX_ROWS)} more: search by name or site
            </li>
          )}
        </ul>
      )}
    </section>
  );
}
