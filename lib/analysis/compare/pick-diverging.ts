import type { RunDevice } from '@/lib/runs/device-schema';
import { isBadDeviceStatus } from '@/lib/runs/status';
import { MAX_DIVERGING, type DeviceComparison } from './schema';

export type Diverging = {
  /** The devices that ended first, since the first divergence is among them; '' stands for lines without a device. */
  devices: string[];
  turnedBad: number;
  stillBad: number;
};

type Ended = Pick<RunDevice, 'device' | 'finishedAt'>;

/** The devices whose course is followed. A run that failed by itself says so in lines without a device. */
export function pickDiverging({ rows }: DeviceComparison, now: readonly Ended[], hasSucceeded: boolean): Diverging {
  const endOf = new Map(now.map(({ device, finishedAt }) => [device, finishedAt ? Date.parse(finishedAt) : Infinity]));
  const worse = rows.filter(({ change }) => change === 'worse').map(({ device }) => device);
  const byEnd = worse.sort((one, other) => compareEnds(endOf.get(one), endOf.get(other)));
  const stillBad = rows.filter(
    ({ before, now: is }) => before !== null && is !== null && isBadDeviceStatus(before) && isBadDeviceStatus(is),
  );
  return {
    devices: [...byEnd.slice(0, MAX_DIVERGING), ...(hasSucceeded ? [] : [''])],
    turnedBad: worse.length,
    stillBad: stillBad.length,
  };
}

/** Infinity minus Infinity is no number. */
const compareEnds = (one = Infinity, other = Infinity): number => (one === other ? 0 : one - other);
