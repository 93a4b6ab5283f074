import { describe, expect, it } from 'vitest';
import { buildFleet } from './fleet';

describe('buildFleet', () => {
  it.each([1, 7, 50, 120, 999])('has exactly %i devices with names and addresses of their own', (count) => {
    const fleet = buildFleet(count);
    expect(fleet).toHaveLength(count);
    expect(new Set(fleet.map((device) => device.name)).size).toBe(count);
    expect(new Set(fleet.map((device) => device.address)).size).toBe(count);
  });

  it('has the kinds and types a network has', () => {
    const names = buildFleet(120).map((device) => device.name);
    expect(names).toEqual(expect.arrayContaining(['fra-sw-12', 'ber-rt-01', 'muc-fw-01']));
    expect(new Set(buildFleet(120).map((device) => device.type)).size).toBe(6);
  });

  it('keeps addresses valid in the largest fleet', () => {
    const hosts = buildFleet(5_000).map((device) => device.address.split('.').map(Number));
    expect(hosts.every((parts) => parts.length === 4 && parts.every((part) => part >= 0 && part <= 254))).toBe(true);
  });
});
