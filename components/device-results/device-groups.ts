import type { RunDevice } from '@/lib/runs/schema';
import { isBadDeviceStatus, type DeviceStatus } from '@/lib/runs/status';
import { DEVICE_STATUSES_WORST_FIRST } from '@/lib/runs/status-look';

export type DeviceGroup = {
  status: DeviceStatus;
  devices: RunDevice[];
  /** ERROR and CRITICAL lines of the whole group, told while it is folded. */
  errorCount: number;
  /** Bad results are always open, changed ones while they are few; success is folded. */
  opensAtFirst: boolean;
};

const FEW = 20;

export const errorCountOf = ({ levelCounts }: RunDevice): number => levelCounts.ERROR + levelCounts.CRITICAL;

/** Devices by result, worst first, by name within a result; with `search` only those whose name or site contains it. */
export function groupDevices(devices: readonly RunDevice[], search: string): DeviceGroup[] {
  const wanted = search.trim().toLowerCase();
  const found = devices.filter(({ device, site }) => `${device}\n${site ?? ''}`.toLowerCase().includes(wanted));
  return DEVICE_STATUSES_WORST_FIRST.flatMap((status) => {
    const group = found
      .filter((device) => device.status === status)
      .sort((a, b) => a.device.localeCompare(b.device, 'en', { numeric: true }));
    if (group.length === 0) return [];
    const errorCount = group.reduce((sum, device) => sum + errorCountOf(device), 0);
    const isWatched = status === 'changed' || status === 'running';
    const opensAtFirst = isBadDeviceStatus(status) || wanted !== '' || (isWatched && group.length <= FEW);
    return [{ status, devices: group, errorCount, opensAtFirst }];
  });
}
