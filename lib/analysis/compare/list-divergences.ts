import { ERROR_NUMBER, LEVEL_NUMBER } from '@/lib/store/chunks/level';
import type { DeviceComparison, Divergence } from './schema';
import { buildCourse, type CourseRow } from './device-course';
import { findDivergence } from './find-divergence';
import type { Masker } from '@/lib/analysis/patterns/masker';

export type DeviceCourses = { before: ReadonlyMap<string, CourseRow[]>; now: ReadonlyMap<string, CourseRow[]> };
export type Known = Pick<DeviceComparison, 'rows'> & { mask: Masker };

/**
 * Where each device left its course, earliest first. The run's own lines count where they tell an error, or where no device
 * tells anything: "finished, 4 failed", a warning, is no cause.
 */
export function listDivergences(
  devices: readonly string[],
  courses: DeviceCourses,
  { rows, mask }: Known,
): Divergence[] {
  const results = new Map(rows.map(({ device, before, now }) => [device, { before, now }]));
  const found = devices.flatMap((device): Divergence[] => {
    const now = courses.now.get(device) ?? [];
    const before = courses.before.get(device) ?? [];
    if (now.length === 0 && before.length === 0) return [];
    const divergence = findDivergence({ now: buildCourse(now, mask), before: buildCourse(before, mask) });
    return divergence ? [{ device, before: null, now: null, ...results.get(device), ...divergence }] : [];
  });
  const hasDevices = found.some(({ device }) => device !== '');
  return found
    .filter(({ device, problem }) => device !== '' || !hasDevices || isError(problem))
    .sort((one, other) => one.timeMs - other.timeMs || one.device.localeCompare(other.device, 'en', { numeric: true }));
}

const isError = (problem: Divergence['problem']): boolean =>
  problem !== null && LEVEL_NUMBER[problem.level] >= ERROR_NUMBER;
