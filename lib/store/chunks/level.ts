/** The five levels, lowest first, under Python's numbers (docs.python.org/3/library/logging.html#logging-levels). */
export const LEVELS = ['DEBUG', 'INFO', 'WARNING', 'ERROR', 'CRITICAL'] as const;
export type Level = (typeof LEVELS)[number];

export const LEVEL_NUMBER = { DEBUG: 10, INFO: 20, WARNING: 30, ERROR: 40, CRITICAL: 50 } as const satisfies Record<
  Level,
  number
>;

/** A line with this number or a higher one counts as an error. */
export const ERROR_NUMBER = LEVEL_NUMBER.ERROR;
export const ERROR_LEVELS = LEVELS.filter((level) => LEVEL_NUMBER[level] >= ERROR_NUMBER);

/**
 * Position of a level number in arrays of lines per level, wherever they stand: 0 DEBUG … 4 CRITICAL. PostgreSQL's arrays
 * begin at 1, which lib/store/chunks/server/sql/level-counts.ts knows.
 */
export const levelIndex = (levelNumber: number): number => levelNumber / 10 - 1;

/** The lines of some levels in an array of lines per level. */
export const sumOfLevels = (counts: readonly number[], levels: readonly Level[] = LEVELS): number =>
  levels.reduce((sum, level) => sum + (counts[levelIndex(LEVEL_NUMBER[level])] ?? 0), 0);

/** Name of a stored level number; the store holds 10, 20, 30, 40 and 50 only. */
export const levelName = (levelNumber: number): Level => LEVELS[levelIndex(levelNumber)] ?? 'INFO';
