import type { DeviceStatus } from '../wire';
import type { DeviceEvent, PlannedEvent, RunEvent } from './simulated-run';

const isDevice = (event: PlannedEvent | RunEvent): event is DeviceEvent => event.kind === 'device';

/** The latest result of every device that has one. */
export function latestResults(events: readonly (PlannedEvent | RunEvent)[]): Map<string, DeviceEvent> {
  return new Map(events.filter(isDevice).map((event) => [event.device, event]));
}

export const isBad = (status: DeviceStatus): boolean => status === 'failed' || status === 'unreachable';

export function countStatuses(results: Iterable<DeviceEvent>): Partial<Record<DeviceStatus, number>> {
  const counts: Partial<Record<DeviceStatus, number>> = {};
  for (const { result } of results) counts[result.status] = (counts[result.status] ?? 0) + 1;
  return counts;
}
