import 'server-only';
import { assertCan } from '@/lib/auth/assert-can';
import type { Viewer } from '@/lib/auth/viewer';
import { withSearchBudget, type SearchOptions } from '@/lib/db/search-budget';
import type { Prisma } from '@/lib/generated/prisma/client';
import { buildAxis, type TimelineAxis } from '../axis';
import { buildTimeline } from '../build-timeline';
import { buildDeviceLanes, timeDevice, workTimes } from '../device-lanes';
import type { DeviceLane, RunTimeline } from '../schema';
import { devicesAtWork } from '../stall';
import { findDeviceRows } from './sql/find-device-rows';
import { findUsualTimes } from './sql/find-usual-times';
import { getTimelineRun, type TimelineRun } from './sql/get-timeline-run';
import { readLineParts } from './sql/read-line-parts';

/** Time limit of a statement: the page is useful without its timeline. */
const TIMELINE_BUDGET_MS = 3000;

type Frame = { run: TimelineRun; axis: TimelineAxis; phases: string[]; devices: DeviceLane[] };

/**
 * The timeline of a run by device and component. Throws `not_found`, and `search_timeout` when a statement took longer
 * than three seconds.
 */
export async function getRunTimeline(
  viewer: Viewer,
  runId: string,
  { signal }: SearchOptions = {},
): Promise<RunTimeline> {
  assertCan(viewer, 'runs:read');
  const options = { signal, budgetMs: TIMELINE_BUDGET_MS };
  const frame = await withSearchBudget((tx) => readFrame(tx, runId), options);
  const { run, axis, devices } = frame;
  const work = devicesAtWork(devices, { status: run.status, durationMs: axis.durationMs });
  const parts = await readLineParts({ run, axis, work }, options);
  return buildTimeline({ ...frame, ...parts, isOpen: run.isOpen });
}

/** The run's times and devices, from which the axis follows. */
async function readFrame(tx: Prisma.TransactionClient, runId: string): Promise<Frame> {
  const run = await getTimelineRun(tx, runId);
  const rows = (await findDeviceRows(tx, runId)).map(timeDevice);
  const usualMs = run.isOpen ? await findUsualTimes(tx, run) : new Map<string, number>();
  const times = [run.firstLineMs, run.lastLineMs, ...workTimes(rows)];
  const axis = buildAxis({ run, times, nowMs: Date.now() });
  const { phases, lanes } = buildDeviceLanes({
    devices: rows,
    zeroMs: axis.startMs,
    runStartedMs: run.startedMs,
    usualMs,
  });
  return { run, axis, phases, devices: lanes };
}
