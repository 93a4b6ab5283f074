import { isAttempt, isBadLetter, isGoodLetter, NOT_LISTED } from './outcome-letters';

/** A run's results by the devices' positions; a text that ends early has none for the devices that follow. */
export type RunOutcomes = { runId: string; startedMs: number; outcomes: string };

/** What a job's runs tell of one device. Times are starts of runs, in epoch milliseconds. */
export type DeviceRecord = {
  lastGood: { runId: string; startedMs: number } | null;
  lastAttempt: { runId: string; startedMs: number } | null;
  /** The latest run that had it in its list, and the letter of its result there. */
  lastListed: { runId: string; startedMs: number; letter: string } | null;
  /** How often it was tried since the last good result. */
  attemptsSince: number;
  /** Changes between good and bad, of so many steps from one attempt to the next. */
  flips: number;
  steps: number;
};

/** Attempts that say whether a device is flaky. */
const FLAKY_ATTEMPTS = 20;
/** Below it, chance looks like a habit. */
export const MIN_FLAKY_ATTEMPTS = 5;
/** A device that turns at every third step is flaky; one that broke once and stays so has turned once. */
const FLAKY_RATE = 0.3;

/** `runs` are the job's latest first; `position` is the device's. */
export function readDeviceRecord(runs: readonly RunOutcomes[], position: number): DeviceRecord {
  const record: DeviceRecord = {
    lastGood: null,
    lastAttempt: null,
    lastListed: null,
    attemptsSince: 0,
    flips: 0,
    steps: 0,
  };
  let later: string | null = null;
  for (const { runId, startedMs, outcomes } of runs) {
    const letter = outcomes[position] ?? NOT_LISTED;
    if (letter === NOT_LISTED) continue;
    record.lastListed ??= { runId, startedMs, letter };
    if (!isAttempt(letter)) continue;
    record.lastAttempt ??= { runId, startedMs };
    if (record.steps < FLAKY_ATTEMPTS - 1 && later !== null) {
      record.steps += 1;
      if (isGoodLetter(later) !== isGoodLetter(letter)) record.flips += 1;
    }
    later = letter;
    if (record.lastGood) continue;
    if (isGoodLetter(letter)) record.lastGood = { runId, startedMs };
    else record.attemptsSince += 1;
  }
  return record;
}

export const isFlaky = ({ flips, steps }: DeviceRecord): boolean =>
  steps + 1 >= MIN_FLAKY_ATTEMPTS && flips / steps >= FLAKY_RATE;

export const isFailing = ({ lastListed }: DeviceRecord): boolean =>
  lastListed !== null && isBadLetter(lastListed.letter);
