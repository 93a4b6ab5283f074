import 'server-only';
import { withSearchBudget } from '@/lib/db/search-budget';
import type { CourseRow } from '../../device-course';
import type { Masker } from '@/lib/analysis/patterns/masker';
import type { TalliedMessage } from '@/lib/analysis/patterns/message-tally';
import { findDeviceCourses } from './find-device-courses';
import { tallyMessages, type LevelPart } from './tally-messages';

/** Time limit of a statement that reads a bounded part of a run; only a server in trouble takes longer. */
const STATEMENT_BUDGET_MS = 4000;

export type MessagesRequest = {
  runId: string;
  lastSeq: number;
  /** Devices whose lines are wanted one by one. */
  devices: string[];
  mask: Masker;
  deadlineMs: number;
  signal: AbortSignal | undefined;
};

export type RunMessages = {
  courses: Map<string, CourseRow[]>;
  /** Null where there was no time to read. */
  tallies: Record<LevelPart, TalliedMessage[] | null>;
};

/**
 * Reads the messages of one run on its own connection: courses and warnings first, since they matter most and are few.
 */
export function readRunMessages({ devices, deadlineMs, mask, signal, ...run }: MessagesRequest): Promise<RunMessages> {
  return withSearchBudget(
    async (tx) => {
      const courses = await findDeviceCourses(tx, { ...run, devices });
      const problems = await tallyMessages(tx, { ...run, mask, deadlineMs, part: 'problems' });
      const rest = await tallyMessages(tx, { ...run, mask, deadlineMs, part: 'rest' });
      return { courses, tallies: { problems, rest } };
    },
    { signal, budgetMs: STATEMENT_BUDGET_MS },
  );
}
