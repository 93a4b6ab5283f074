import type { RunDevice } from '@/lib/runs/device-schema';
import { isBadDeviceStatus, type DeviceStatus } from '@/lib/runs/status';
import { DEVICE_CHANGES, type DeviceChange, type DeviceChangeKind, type DeviceComparison } from './schema';
import { judgeTime, measureScatter } from './time-scatter';

type Device = Pick<RunDevice, 'device' | 'site' | 'status' | 'startedAt' | 'finishedAt' | 'phases'>;
type Pair = { before: Device | undefined; now: Device | undefined };

const WELL: readonly DeviceStatus[] = ['succeeded', 'unchanged', 'changed'];
export const isWell = (status: DeviceStatus | undefined): boolean => status !== undefined && WELL.includes(status);

/** The devices of two runs by name, the most important changes first: see DEVICE_CHANGES for the order. */
export function alignDevices(before: readonly Device[], now: readonly Device[]): DeviceComparison {
  const pairs = pairByName(before, now);
  const phases = phaseOrder([...now, ...before]);
  const phaseIndexes = new Map(phases.map((name, index) => [name, index]));
  const rows = pairs.map((pair) => toRow(pair, phaseIndexes));
  const wellTimes = rows.flatMap(({ before: was, now: is, beforeMs, nowMs }) =>
    isWell(was ?? undefined) && isWell(is ?? undefined) && beforeMs !== null && nowMs !== null
      ? [{ beforeMs, nowMs }]
      : [],
  );
  const { factor, medianDifferenceMs } = measureScatter(wellTimes);
  const counts = Object.fromEntries(DEVICE_CHANGES.map((kind) => [kind, 0])) as Record<DeviceChangeKind, number>;
  for (const row of rows) {
    row.change = judgeChange(row, factor);
    counts[row.change] += 1;
  }
  return { phases, rows: rows.sort(byWeight), counts, scatterFactor: factor, medianDifferenceMs };
}

function pairByName(before: readonly Device[], now: readonly Device[]): Pair[] {
  const pairs = new Map<string, Pair>(before.map((device) => [device.device, { before: device, now: undefined }]));
  for (const device of now) {
    const pair = pairs.get(device.device);
    if (pair) pair.now = device;
    else pairs.set(device.device, { before: undefined, now: device });
  }
  return [...pairs.values()];
}

/** Order of phases of the device that went through most of them; phases that only others had come last. */
function phaseOrder(devices: readonly Device[]): string[] {
  let longest = new Set<string>();
  for (const { phases } of devices) {
    if (phases.length <= longest.size) continue;
    const names = new Set(phases.map(({ phase }) => phase));
    if (names.size > longest.size) longest = names;
  }
  return [...new Set([...longest, ...devices.flatMap(({ phases }) => phases.map(({ phase }) => phase))])];
}

function toRow({ before, now }: Pair, phaseIndexes: ReadonlyMap<string, number>): DeviceChange {
  return {
    device: (now ?? before)?.device ?? '',
    site: now?.site ?? before?.site ?? null,
    change: 'same',
    before: before?.status ?? null,
    now: now?.status ?? null,
    beforeMs: spanMs(before?.startedAt, before?.finishedAt),
    nowMs: spanMs(now?.startedAt, now?.finishedAt),
    phases: alignPhases(sumPhases(before), sumPhases(now), phaseIndexes),
  };
}

function alignPhases(
  before: ReadonlyMap<string, number | null>,
  now: ReadonlyMap<string, number | null>,
  phaseIndexes: ReadonlyMap<string, number>,
): DeviceChange['phases'] {
  const names = [...phaseIndexes].filter(([name]) => before.has(name) || now.has(name));
  return names.map(([name, index]) => [index, before.get(name) ?? null, now.get(name) ?? null]);
}

function sumPhases(device: Device | undefined): Map<string, number | null> {
  const sums = new Map<string, number | null>();
  for (const { phase, startedAt, finishedAt } of device?.phases ?? []) {
    const ms = spanMs(startedAt, finishedAt);
    const sum = sums.get(phase) ?? null;
    sums.set(phase, ms === null ? sum : (sum ?? 0) + ms);
  }
  return sums;
}

function spanMs(startedAt: string | null | undefined, finishedAt: string | null | undefined): number | null {
  if (!startedAt || !finishedAt) return null;
  const ms = Date.parse(finishedAt) - Date.parse(startedAt);
  return Number.isNaN(ms) ? null : Math.max(0, Math.round(ms));
}

function judgeChange({ before, now, beforeMs, nowMs }: DeviceChange, factor: number): DeviceChangeKind {
  if (before === null) return 'onlyNow';
  if (now === null) return 'onlyBefore';
  if (isBadDeviceStatus(now) !== isBadDeviceStatus(before)) return isBadDeviceStatus(now) ? 'worse' : 'better';
  if (before !== now) return 'other';
  if (!isWell(now) || beforeMs === null || nowMs === null) return 'same';
  return judgeTime({ beforeMs, nowMs }, factor);
}

const differenceMs = ({ beforeMs, nowMs }: DeviceChange): number =>
  beforeMs === null || nowMs === null ? 0 : Math.abs(nowMs - beforeMs);

function byWeight(one: DeviceChange, other: DeviceChange): number {
  return (
    DEVICE_CHANGES.indexOf(one.change) - DEVICE_CHANGES.indexOf(other.change) ||
    (one.change === 'worse' ? 0 : differenceMs(other) - differenceMs(one)) ||
    one.device.localeCompare(other.device, 'en', { numeric: true })
  );
}
