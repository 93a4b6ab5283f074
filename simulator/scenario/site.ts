export type Site = { name: string; tier: 'core' | 'branch'; weight: number };

/** Weights add up to 120, the default fleet: then a weight is the number of devices. */
export const SITES: readonly Site[] = [
  { name: 'fra', tier: 'core', weight: 20 },
  { name: 'ber', tier: 'core', weight: 12 },
  { name: 'muc', tier: 'core', weight: 12 },
  { name: 'ams', tier: 'core', weight: 10 },
  { name: 'lon', tier: 'core', weight: 10 },
  { name: 'vie', tier: 'branch', weight: 7 },
  { name: 'zrh', tier: 'branch', weight: 7 },
  { name: 'par', tier: 'branch', weight: 7 },
  { name: 'mil', tier: 'branch', weight: 7 },
  { name: 'mad', tier: 'branch', weight: 7 },
  { name: 'waw', tier: 'branch', weight: 7 },
  { name: 'prg', tier: 'branch', weight: 7 },
  { name: 'ham', tier: 'branch', weight: 7 },
];
