/** States of a run. `stale`: no end was seen and nothing arrived for too long. */
export const RUN_STATUSES = ['queued', 'running', 'succeeded', 'partial', 'failed', 'cancelled', 'stale'] as const;
export type RunStatus = (typeof RUN_STATUSES)[number];

/**
 * A run's result per device; the order is that of the stored `deviceCounts` arrays, which end before the latest statuses
 * where they are older. `not_attempted`: announced, and nothing was heard of it until the run ended.
 */
export const DEVICE_STATUSES = [
  'pending',
  'running',
  'succeeded',
  'unchanged',
  'changed',
  'failed',
  'unreachable',
  'skipped',
  'not_attempted',
] as const;
export type DeviceStatus = (typeof DEVICE_STATUSES)[number];

/** Open runs are still growing; the others have ended, though late lines still reach them. */
export const isOpen = (status: RunStatus): boolean => status === 'queued' || status === 'running';

/** The device has what the job is for: a backup, a check. */
export const isGoodDeviceStatus = (status: DeviceStatus): boolean =>
  status === 'succeeded' || status === 'unchanged' || status === 'changed';

export const isBadDeviceStatus = (status: DeviceStatus): boolean => status === 'failed' || status === 'unreachable';
