/** The five levels, lowest first, under Python's numbers (docs.python.org/3/library/logging.html#logging-levels). */
export const LEVELS = ['DEBUG', 'INFO', 'WARNING', 'ERROR', 'CRITICAL'] as const;
export type Level = (typeof LEVELS)[number];

export const LEVEL_NUMBER = { DEBUG: 10, INFO: 20, WARNING: 30, ERROR: 40, CRITICAL: 50 } as const satisfies Record<
  Level,
  number
>;

/** From this number on a line counts as an error. */
export const ERROR_NUMBER = LEVEL_NUMBER.ERROR;
export const ERROR_LEVELS = LEVELS.filter((level) => LEVEL_NUMBER[level] >= ERROR_NUMBER);

/** Position of a level number in `levelCounts` arrays: 0 DEBUG … 4 CRITICAL. */
export const levelIndex = (levelNumber: number): number => levelNumber / 10 - 1;

/** Name of a stored level number; the store holds 10, 20, 30, 40 and 50 only. */
export const levelName = (levelNumber: number): Level => LEVELS[levelIndex(levelNumber)] ?? 'INFO';
