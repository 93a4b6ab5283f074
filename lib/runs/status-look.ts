import { RUN_STATUSES, type DeviceStatus, type RunStatus } from './status';

type Look = { label: string; shape: string; tone: `status-${string}` };

/** How a run's status looks everywhere: shape, colour and word. */
export const RUN_STATUS_LOOK = {
  queued: { label: 'Queued', shape: 'clock', tone: 'status-idle' },
  running: { label: 'Running', shape: 'spinner', tone: 'status-run' },
  succeeded: { label: 'Succeeded', shape: 'check', tone: 'status-ok' },
  partial: { label: 'Partial', shape: 'alert', tone: 'status-warn' },
  failed: { label: 'Failed', shape: 'cross', tone: 'status-bad' },
  cancelled: { label: 'Cancelled', shape: 'ban', tone: 'status-idle' },
  stale: { label: 'Stale', shape: 'question', tone: 'status-warn' },
} as const satisfies Record<RunStatus, Look>;

/** The word for a status given as text; an unknown status is shown as it is. */
export function runStatusLabel(text: string): string {
  const status = RUN_STATUSES.find((known) => known === text);
  return status ? RUN_STATUS_LOOK[status].label : text;
}

/** How a device's result looks everywhere. */
export const DEVICE_STATUS_LOOK = {
  pending: { label: 'Pending', shape: 'dashed', tone: 'status-idle' },
  running: { label: 'Running', shape: 'spinner', tone: 'status-run' },
  succeeded: { label: 'Succeeded', shape: 'check', tone: 'status-ok' },
  unchanged: { label: 'Unchanged', shape: 'equal', tone: 'status-ok' },
  changed: { label: 'Changed', shape: 'delta', tone: 'status-changed' },
  failed: { label: 'Failed', shape: 'cross', tone: 'status-bad' },
  unreachable: { label: 'Unreachable', shape: 'unplugged', tone: 'status-bad' },
  skipped: { label: 'Skipped', shape: 'skip', tone: 'status-idle' },
  not_attempted: { label: 'Not attempted', shape: 'question', tone: 'status-warn' },
} as const satisfies Record<DeviceStatus, Look>;

/** Worst first: failed devices come first, good ones last. */
export const DEVICE_STATUSES_WORST_FIRST = [
  'failed',
  'unreachable',
  'not_attempted',
  'running',
  'pending',
  'changed',
  'skipped',
  'succeeded',
  'unchanged',
] as const satisfies readonly DeviceStatus[];
