import type { DeviceStatus } from '@/lib/runs/status';

/** A run's results are one text: a letter for each device that the job knows, in the order in which it met them. */
export const OUTCOME_LETTERS = {
  pending: 'p',
  running: 'r',
  succeeded: 's',
  unchanged: 'u',
  changed: 'c',
  failed: 'f',
  unreachable: 'x',
  skipped: 'k',
  not_attempted: 'n',
} as const satisfies Record<DeviceStatus, string>;

/** The device was not among those of the run. */
export const NOT_LISTED = '.';

const GOOD = 'suc';
const BAD = 'fx';

export const isGoodLetter = (letter: string): boolean => GOOD.includes(letter);
export const isBadLetter = (letter: string): boolean => BAD.includes(letter);
/** The device was worked on: it was not left out, and the work came to an end. */
export const isAttempt = (letter: string): boolean => isGoodLetter(letter) || isBadLetter(letter);

const STATUSES = new Map(
  Object.entries(OUTCOME_LETTERS).map(([status, letter]): [string, DeviceStatus] => [letter, status as DeviceStatus]),
);

/** Null for a device that was not among those of the run. */
export const statusOfLetter = (letter: string): DeviceStatus | null => STATUSES.get(letter) ?? null;
