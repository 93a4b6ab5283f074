import { LEVELS, type Level } from '@/lib/store/chunks/level';

/** No levels chosen means all of them. */
export const isLevelShown = (chosen: readonly Level[] | undefined, level: Level): boolean =>
  !chosen || chosen.length === 0 || chosen.includes(level);

/**
 * Shows or hides one level; undefined means that all are shown, which is also the answer when the last one would be
 * hidden.
 */
export function toggleLevel(chosen: readonly Level[] | undefined, level: Level): Level[] | undefined {
  const shown = LEVELS.filter((each) => isLevelShown(chosen, each) !== (each === level));
  return shown.length === 0 || shown.length === LEVELS.length ? undefined : shown;
}
