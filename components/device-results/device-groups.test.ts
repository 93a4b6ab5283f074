import { describe, expect, it } from 'vitest';
import type { RunDevice } from '@/lib/runs/schema';
import type { DeviceStatus } from '@/lib/runs/status';
import { groupDevices } from './device-groups';

const device = (name: string, status: DeviceStatus, errors = 0): RunDevice => ({
  device: name,
  status,
  site: name.slice(0, 3),
  type: null,
  cause: null,
  startedAt: null,
  finishedAt: null,
  phases: [],
  levelCounts: { DEBUG: 1, INFO: 2, WARNING: 3, ERROR: errors, CRITICAL: 1 },
});

const devices = [
  device('ber-rt-10', 'unchanged'),
  device('ber-rt-9', 'unchanged'),
  device('fra-sw-12', 'failed', 31),
  device('muc-sw-1', 'changed'),
  device('fra-sw-2', 'unreachable'),
];

describe('groupDevices', () => {
  it('puts the worst first and folds success', () => {
    expect(groupDevices(devices, '').map(({ status, opensAtFirst }) => [status, opensAtFirst])).toEqual([
      ['failed', true],
      ['unreachable', true],
      ['changed', true],
      ['unchanged', false],
    ]);
  });

  it('sorts by name as people do, and counts errors', () => {
    const [failed, , , unchanged] = groupDevices(devices, '');
    expect(failed?.errorCount).toBe(32);
    expect(unchanged?.devices.map((each) => each.device)).toEqual(['ber-rt-9', 'ber-rt-10']);
  });

  it('opens what a search found', () => {
    const groups = groupDevices(devices, 'BER');
    expect(groups.map(({ status, opensAtFirst }) => [status, opensAtFirst])).toEqual([['unchanged', true]]);
    expect(groupDevices(devices, 'nowhere')).toEqual([]);
  });

  it('folds a long list of changed devices', () => {
    const many = Array.from({ length: 21 }, (_, index) => device(`sw-${index}`, 'changed'));
    expect(groupDevices(many, '')[0]?.opensAtFirst).toBe(false);
  });
});
