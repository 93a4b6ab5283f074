import type { Device } from './fleet';

export type JobType = 'config_backup' | 'reachability';

export type JobPlan = {
  key: 'nightly' | 'branch' | 'firewall' | 'reachability';
  /** Real senders write integers, UUIDs and text; the demo has one of each. */
  id: number | string;
  name: string;
  type: JobType;
  gateway: string;
  /** Start times in minutes from midnight UTC; below zero is the evening before. */
  startMinutes: readonly number[];
  /** Devices worked on at once. */
  workers: number;
  covers(device: Device): boolean;
};

/** Starts lie apart so far that runs of different jobs overlap little; a night has nine runs. */
export const JOB_PLANS: readonly JobPlan[] = [
  {
    key: 'branch',
    id: '5b1f0c52-8a3e-4d0c-9b64-2f3f1a6c7e10',
    name: 'Branch backup',
    type: 'config_backup',
    gateway: 'gw-02',
    startMinutes: [-30],
    workers: 3,
    covers: (device) => device.tier === 'branch',
  },
  {
    key: 'firewall',
    id: 'firewall-backup',
    name: 'Firewall backup',
    type: 'config_backup',
    gateway: 'gw-01',
    startMinutes: [60],
    workers: 2,
    covers: (device) => device.kind === 'fw',
  },
  {
    key: 'nightly',
    id: 101,
    name: 'Nightly backup',
    type: 'config_backup',
    gateway: 'gw-01',
    startMinutes: [120],
    workers: 4,
    covers: () => true,
  },
  {
    key: 'reachability',
    id: 102,
    name: 'Core reachability',
    type: 'reachability',
    gateway: 'gw-02',
    startMinutes: [-120, -15, 45, 150, 240, 330],
    workers: 6,
    covers: (device) => device.tier === 'core' && device.kind !== 'fw',
  },
];
