import type { LineFilter } from '@/lib/store/query/line-filter';
import type { CauseGroup } from './schema';

/** Longer lists of devices make an address that servers refuse (Node takes 16 KiB of headers). */
const MAX_NAMES_LENGTH = 3000;

/**
 * The filter that shows a cause's lines: the errors of its devices; of too many devices, or of none, the errors that hold
 * the words. Devices without errors show all they wrote.
 */
export function causeFilter({ devices, deviceCount, lineCount, search }: CauseGroup): LineFilter {
  const level: LineFilter['level'] = lineCount > 0 ? ['ERROR', 'CRITICAL'] : undefined;
  const names = devices.map(({ device }) => device);
  const isWhole = names.length === deviceCount && names.join(',').length <= MAX_NAMES_LENGTH;
  if (deviceCount > 0 && (isWhole || search === null)) return { level, device: cutNames(names) };
  return { level, q: search ?? undefined };
}

/** True when `causeFilter` leaves out some of the group's devices. */
export const isPartOfCause = (group: CauseGroup): boolean =>
  (causeFilter(group).device?.length ?? group.deviceCount) < group.deviceCount;

function cutNames(names: readonly string[]): string[] {
  let length = 0;
  return names.filter((name) => (length += name.length + 1) <= MAX_NAMES_LENGTH);
}

/**
 * Adds a cause's lines to the shown ones. A cause found by its text replaces the other filters: nothing can be added to
 * a search text.
 */
export function addCauseFilter(filter: LineFilter, group: CauseGroup): LineFilter {
  const added = causeFilter(group);
  if (!added.device || !filter.device) return added;
  const isSameLevel = filter.level?.join() === added.level?.join();
  return {
    level: isSameLevel ? added.level : undefined,
    device: cutNames([...new Set([...filter.device, ...added.device])]),
  };
}
