import type { Fields, Level, Phase } from '../wire';
import type { Random } from '../random';
import type { Device } from './fleet';
import type { JobPlan } from './job-plan';

export type Draft = {
  level: Level;
  component: string;
  message: string;
  /** Time that passes before the line is written. */
  takesMs: number;
  fields: Fields;
  /** Values inside message or fields that must never be seen again. */
  secrets: readonly string[];
};

export type Step = Draft & { phase: Phase };

/** What a device's story may draw on. */
export type DeviceScene = { device: Device; job: JobPlan; random: Random; attempt: number };

type Extras = Partial<Pick<Draft, 'takesMs' | 'fields' | 'secrets'>>;

const draft =
  (level: Level) =>
  (component: string, message: string, extras: Extras = {}): Draft => ({
    level,
    component,
    message,
    takesMs: 4,
    fields: {},
    secrets: [],
    ...extras,
  });

export const debug = draft('DEBUG');
export const info = draft('INFO');
export const warning = draft('WARNING');
export const error = draft('ERROR');
export const critical = draft('CRITICAL');

export const inPhase = (phase: Phase, drafts: readonly Draft[]): Step[] => drafts.map((line) => ({ ...line, phase }));

export const COMPONENTS = {
  gateway: 'gateway',
  executor: 'worker.executor',
  driver: 'netmiko_driver',
  git: 'git_writer',
  scheduler: 'scheduler',
} as const;
