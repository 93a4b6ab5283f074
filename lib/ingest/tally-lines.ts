import { ERROR_NUMBER, levelIndex, LEVELS } from '@/lib/lines/level';
import type { LineDraft } from './line-draft';

/** What the counters of a run grow by, added up before anything is written. */
export type RunTally = {
  levelCounts: number[];
  /** Position of the first error among the lines, null for none. */
  firstErrorIndex: number | null;
  /** `int8multirange` literal of the client seqs. */
  clientSeqs: string;
  minutes: { minuteMs: number; level: number; component: string; count: number }[];
  devices: { device: string; levelCounts: number[] }[];
};

const MINUTE_MS = 60_000;

export function tallyLines(lines: readonly LineDraft[]): RunTally {
  const levelCounts = LEVELS.map(() => 0);
  const minutes = new Map<string, RunTally['minutes'][number]>();
  const devices = new Map<string, number[]>();
  let firstErrorIndex: number | null = null;
  for (const [index, { level, time, component, device }] of lines.entries()) {
    addOne(levelCounts, level);
    if (level >= ERROR_NUMBER) firstErrorIndex ??= index;
    const minuteMs = Math.floor(time.ms / MINUTE_MS) * MINUTE_MS;
    const key = `${minuteMs} ${level} ${component}`;
    const minute = minutes.get(key);
    if (minute) minute.count += 1;
    else minutes.set(key, { minuteMs, level, component, count: 1 });
    if (device === '') continue;
    let deviceCounts = devices.get(device);
    if (!deviceCounts) devices.set(device, (deviceCounts = LEVELS.map(() => 0)));
    addOne(deviceCounts, level);
  }
  return {
    levelCounts,
    firstErrorIndex,
    clientSeqs: multirange(lines),
    minutes: [...minutes.values()],
    devices: [...devices].map(([device, counts]) => ({ device, levelCounts: counts })),
  };
}

function addOne(counts: number[], level: number): void {
  const index = levelIndex(level);
  counts[index] = (counts[index] ?? 0) + 1;
}

/** Consecutive numbers share a range, so a batch in order is one; PostgreSQL joins what overlaps. */
function multirange(lines: readonly LineDraft[]): string {
  const ranges: { from: number; to: number }[] = [];
  for (const { clientSeq } of lines) {
    if (clientSeq === null) continue;
    const last = ranges.at(-1);
    if (last && clientSeq === last.to + 1) last.to = clientSeq;
    else ranges.push({ from: clientSeq, to: clientSeq });
  }
  return `{${ranges.map(({ from, to }) => `[${from},${to}]`).join(',')}}`;
}
