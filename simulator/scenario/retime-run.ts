import type { PutDevice } from '../wire';
import { isoTime, type RunEvent, type SimulatedRun } from './simulated-run';

/** How many of the ascending times are not after `atMs`: binary search, as a run asks it some thousand times. */
function countUpTo(ascending: readonly number[], atMs: number): number {
  let low = 0;
  let high = ascending.length;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if ((ascending[middle] ?? Infinity) <= atMs) low = middle + 1;
    else high = middle;
  }
  return low;
}

function retimeResult(result: PutDevice, at: (iso: string) => string): PutDevice {
  return {
    ...result,
    ...(result.startedAt && { startedAt: at(result.startedAt) }),
    ...(result.finishedAt && { finishedAt: at(result.finishedAt) }),
    ...(result.phases && {
      phases: result.phases.map((phase) => ({
        ...phase,
        startedAt: at(phase.startedAt),
        finishedAt: at(phase.finishedAt),
      })),
    }),
  };
}

/** The same run at a pace that people can follow: lines evenly spread, everything else moves with the line before. */
export function retimeRun(run: SimulatedRun, linesPerSecond: number): SimulatedRun {
  const startMs = Date.parse(run.open.startedAt);
  const lineTimesMs = run.events.filter((event) => event.kind === 'line').map((event) => event.atMs);
  const timeAfter = (lineCount: number): number => startMs + Math.round((lineCount * 1_000) / linesPerSecond);
  const at = (iso: string): string => isoTime(timeAfter(countUpTo(lineTimesMs, Date.parse(iso))));
  let lineCount = 0;
  const events = run.events.map((event): RunEvent => {
    if (event.kind === 'line') lineCount += 1;
    const atMs = timeAfter(lineCount);
    if (event.kind === 'line') return { ...event, atMs, record: { ...event.record, timestamp: isoTime(atMs) } };
    if (event.kind === 'device') return { ...event, atMs, result: retimeResult(event.result, at) };
    return { ...event, atMs, end: { ...event.end, finishedAt: isoTime(atMs) } };
  });
  return { ...run, events };
}
