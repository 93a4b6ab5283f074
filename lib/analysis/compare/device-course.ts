import { levelName, type Level } from '@/lib/store/chunks/level';
import type { Masker } from '@/lib/analysis/patterns/masker';

/** A line of one device, as the database gives it: seq, level, component, phase, message, time in epoch milliseconds. */
export type CourseRow = readonly [
  seq: number,
  level: number,
  component: string,
  phase: string,
  message: string,
  timeMs: number,
];

/** A step of a device's course: a line and the lines right behind it that say the same. */
export type CourseStep = {
  seq: number;
  level: Level;
  phase: string;
  message: string;
  timeMs: number;
  /** Equal for lines that say the same: level, component, and the message masked. */
  key: string;
  pattern: string;
};

/** How often a line repeats ("waiting …") differs from night to night, so a row of equal lines is one step. */
export function buildCourse(rows: readonly CourseRow[], mask: Masker): CourseStep[] {
  const steps: CourseStep[] = [];
  for (const [seq, levelNumber, component, phase, message, timeMs] of rows) {
    const level = levelName(levelNumber);
    const pattern = mask(message);
    const key = `${level}\n${component}\n${pattern}`;
    if (steps.at(-1)?.key !== key) steps.push({ seq, level, phase, message, timeMs, key, pattern });
  }
  return steps;
}
