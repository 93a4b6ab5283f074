import { isTraceback } from '@/lib/analysis/patterns/mask-message';
import { LEVEL_NUMBER } from '@/lib/store/chunks/level';
import type { CourseStep } from './device-course';
import { findDifferences, type CourseDifference } from './find-differences';
import { COMMON_LINES, type CourseLine, type Divergence } from './schema';

export type Courses = { now: readonly CourseStep[]; before: readonly CourseStep[] };
export type CourseDivergence = Omit<Divergence, 'device' | 'before' | 'now'>;

/** A line is read in the log; here it is recognised. */
const MESSAGE_CHARACTERS = 500;

/**
 * Where a device that went wrong left the course it took in the other run: the difference in which an error appears that
 * the other run had not; else the one after which the courses never met again; else one with a new warning; else the
 * first. Null when the courses are equal.
 */
export function findDivergence({ now, before }: Courses): CourseDivergence | null {
  const differences = findDifferences(keysOf(now), keysOf(before)).filter(
    (each) => !isReordering(each, { now, before }),
  );
  const usual = new Set(before.map(({ key }) => key));
  const isNew = (least: number) => (step: CourseStep) => LEVEL_NUMBER[step.level] >= least && !usual.has(step.key);
  const holds = (least: number) => (difference: CourseDifference) => stepsOf(difference, now).some(isNew(least));
  const chosen =
    differences.find(holds(LEVEL_NUMBER.ERROR)) ??
    differences.find(({ isFinal }) => isFinal) ??
    differences.find(holds(LEVEL_NUMBER.WARNING)) ??
    differences[0];
  if (!chosen) return null;
  const tail = now.slice(chosen.nowFrom);
  const errors = tail.filter(isNew(LEVEL_NUMBER.ERROR));
  // A traceback names a line of code, as in lib/analysis/causes/find-cause.ts.
  const problem =
    errors.find(({ message }) => !isTraceback(message)) ?? errors[0] ?? tail.find(isNew(LEVEL_NUMBER.WARNING));
  const nowStep = stepsOf(chosen, now)[0];
  const beforeStep = before.slice(chosen.beforeFrom, chosen.beforeTo)[0];
  const start = nowStep ?? now[chosen.nowFrom - 1] ?? now[0];
  return {
    timeMs: start?.timeMs ?? 0,
    phase: start?.phase ?? '',
    nowLine: nowStep ? toLine(nowStep) : null,
    beforeLine: beforeStep ? toLine(beforeStep) : null,
    common: commonLines({ now, before }, chosen),
    problem: problem ? toLine(problem) : null,
    pattern: problem?.pattern ?? nowStep?.pattern ?? `stops before: ${beforeStep?.pattern ?? ''}`,
    detours: differences.indexOf(chosen),
  };
}

const keysOf = (steps: readonly CourseStep[]): string[] => steps.map(({ key }) => key);

/** Components that write at the same time do so in any order. */
function isReordering({ nowFrom, nowTo, beforeFrom, beforeTo }: CourseDifference, { now, before }: Courses): boolean {
  const sorted = (steps: readonly CourseStep[]) => keysOf(steps).sort().join('\u0000');
  return sorted(now.slice(nowFrom, nowTo)) === sorted(before.slice(beforeFrom, beforeTo));
}

const stepsOf = ({ nowFrom, nowTo }: CourseDifference, now: readonly CourseStep[]): readonly CourseStep[] =>
  now.slice(nowFrom, nowTo);

const toLine = ({ seq, timeMs, level, message }: CourseStep): CourseLine => ({
  seq,
  timeMs,
  level,
  message: message.slice(0, MESSAGE_CHARACTERS),
});

/** The steps right before it that are the same in both; behind a detour there may be fewer. */
function commonLines({ now, before }: Courses, { nowFrom, beforeFrom }: CourseDifference): Divergence['common'] {
  const common: Divergence['common'] = [];
  for (let back = 1; back <= COMMON_LINES; back += 1) {
    const step = now[nowFrom - back];
    const other = before[beforeFrom - back];
    if (!step || step.key !== other?.key) break;
    common.unshift({ now: toLine(step), beforeSeq: other.seq });
  }
  return common;
}
