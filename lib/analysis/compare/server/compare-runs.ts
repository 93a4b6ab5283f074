import 'server-only';
import { assertCan } from '@/lib/auth/assert-can';
import type { Viewer } from '@/lib/auth/viewer';
import type { SearchOptions } from '@/lib/db/search-budget';
import type { Level } from '@/lib/store/chunks/level';
import type { RunSummary } from '@/lib/runs/schema';
import { findRunDevices } from '@/lib/runs/server/sql/find-run-devices';
import { alignDevices } from '../align-devices';
import { compareFacts } from '../compare-facts';
import { createMasker } from '@/lib/analysis/patterns/masker';
import { describeLeftOut } from '../describe-left-out';
import { diffMessages } from '../diff-messages';
import { listDivergences } from '../list-divergences';
import { pickDiverging } from '../pick-diverging';
import type { MessageComparison, RunComparison } from '../schema';
import { chooseOtherRun, type ChosenRuns } from './sql/choose-other-run';
import { MAX_COURSE_LINES } from './sql/find-device-courses';
import { readRunMessages, type RunMessages } from './sql/read-run-messages';
import { rememberComparison } from './sql/remember-comparison';
import { takeTurn } from '@/lib/analysis/patterns/server/sql/take-turn';

/** Time limit of reading; the answer names what was not read. Two runs of 1,000,000 lines take some 5 s. */
const READ_FOR_MS = 8000;

type Options = Pick<SearchOptions, 'signal'> & { with?: string | undefined };
type Pair = Pick<ChosenRuns, 'now' | 'before'> & Pick<Options, 'signal'>;

/**
 * A run beside another one, by default the last good run of its job before it: facts, devices, messages, and where each device
 * that turned bad left its course. Throws `not_found`, `no_good_run` and `search_timeout`.
 */
export async function compareRuns(viewer: Viewer, runId: string, options: Options = {}): Promise<RunComparison> {
  assertCan(viewer, 'runs:read');
  const { choice, ...runs } = await chooseOtherRun(runId, options.with);
  const pair = { ...runs, signal: options.signal };
  return { ...(await rememberComparison(runs, () => takeTurn(() => comparePair(pair)))), choice };
}

async function comparePair({ now, before, signal }: Pair): Promise<Omit<RunComparison, 'choice'>> {
  const [nowDevices, beforeDevices] = await Promise.all([findRunDevices(now.runId), findRunDevices(before.runId)]);
  const devices = alignDevices(beforeDevices, nowDevices);
  const { devices: followed, turnedBad, stillBad } = pickDiverging(devices, nowDevices, now.status === 'succeeded');
  const mask = createMasker([...nowDevices, ...beforeDevices].map(({ device }) => device.toLowerCase()));
  const deadlineMs = performance.now() + READ_FOR_MS;
  const read = ({ runId, lineCount: lastSeq }: RunSummary) =>
    readRunMessages({ runId, lastSeq, devices: followed, mask, deadlineMs, signal });
  const [nowRead, beforeRead] = await Promise.all([read(now), read(before)]);
  const messages = compareMessages(beforeRead.tallies, nowRead.tallies);
  const courses = { before: beforeRead.courses, now: nowRead.courses };
  const rows = listDivergences(followed, courses, { rows: devices.rows, mask });
  const longCourses = [...nowRead.courses.values()].filter(({ length }) => length >= MAX_COURSE_LINES).length;
  const divergence = { rows, turnedBad, stillBad };
  const reached = { levels: messages.levels, divergence, longCourses, maxCourseLines: MAX_COURSE_LINES };
  const leftOut = describeLeftOut(reached);
  return {
    ...{ now, before, difference: compareFacts(before, now), divergence, devices, messages },
    ...{ partial: leftOut.length > 0, leftOut },
  };
}

const PROBLEM_LEVELS: readonly Level[] = ['WARNING', 'ERROR', 'CRITICAL'];
const REST_LEVELS: readonly Level[] = ['DEBUG', 'INFO'];

/** Messages of levels that were read in one run only would all seem new or gone. */
function compareMessages(before: RunMessages['tallies'], now: RunMessages['tallies']): MessageComparison {
  const hasProblems = before.problems && now.problems;
  const hasRest = before.rest && now.rest;
  return diffMessages(
    {
      before: [...(before.problems ?? []), ...(before.rest ?? [])],
      now: [...(now.problems ?? []), ...(now.rest ?? [])],
    },
    [...(hasRest ? REST_LEVELS : []), ...(hasProblems ? PROBLEM_LEVELS : [])],
  );
}
