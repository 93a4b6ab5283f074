import 'server-only';
import { createHash } from 'node:crypto';
import { LRUCache } from 'lru-cache';
import { processState } from '@/lib/process-state';
import { withSearchBudget, type SearchOptions } from '@/lib/db/search-budget';
import type { Prisma } from '@/lib/generated/prisma/client';
import { getLastSeq } from '@/lib/reading/lines/server/sql/get-last-seq';
import type { TimelineAxis } from '../../axis';
import type { LineParts } from '../../build-timeline';
import type { DeviceWork } from '../../stall';
import { countComponentBuckets } from './count-component-buckets';
import { countComponents } from './count-components';
import { countLevelBuckets } from './count-level-buckets';
import { findMarks } from './find-marks';
import { findStalls } from './find-stalls';
import type { TimelineRun } from './get-timeline-run';

export type LineQuestion = { run: TimelineRun; axis: TimelineAxis; work: readonly DeviceWork[] };

/** Up to some 3 MB each. */
const MAX_REMEMBERED = 10;
/** Answers of fewer lines are not cached: they take some milliseconds. */
const REMEMBERED_FROM_LINES = 50_000;
const remembered = processState('lineParts', () => new LRUCache<string, LineParts>({ max: MAX_REMEMBERED }));

/**
 * All parts of a timeline that are read from lines, by two connections at once, one core each. The answer for an ended
 * run stays valid until another line arrives or a device's times change; the latest answers are cached.
 */
export async function readLineParts(question: LineQuestion, options: SearchOptions): Promise<LineParts> {
  const { run } = question;
  const mayRemember = !run.isOpen && run.lastSeq >= REMEMBERED_FROM_LINES;
  const key = mayRemember ? keyOf(question) : '';
  const known = remembered().get(key);
  if (known) return known;
  const [counted, found] = await Promise.all([
    withSearchBudget((tx) => readSilences(tx, question), options),
    withSearchBudget((tx) => readComponents(tx, question), options),
  ]);
  const parts = { ...counted, ...found };
  if (mayRemember && parts.lastSeq === run.lastSeq) remembered().set(key, parts);
  return parts;
}

const keyOf = ({ run, axis, work }: LineQuestion): string =>
  createHash('sha256')
    .update(JSON.stringify([run.id, run.createdMs, run.lastSeq, axis, work]))
    .digest('base64');

async function readSilences(tx: Prisma.TransactionClient, { run, axis, work }: LineQuestion) {
  const lastSeq = await getLastSeq(tx, run.id);
  const buckets = await countLevelBuckets(tx, run.id, axis);
  return { lastSeq, buckets, stalls: await findStalls(tx, { runId: run.id, work }, axis) };
}

async function readComponents(tx: Prisma.TransactionClient, { run, axis }: LineQuestion) {
  const components = await countComponents(tx, run.id);
  const names = components.map(({ component }) => component);
  const componentBuckets = await countComponentBuckets(tx, { runId: run.id, components: names }, axis);
  return { components, componentBuckets, marks: await findMarks(tx, run.id, axis) };
}
