import { MINUTE_MS } from '@/lib/format/time-units';
import { ERROR_NUMBER, LEVEL_NUMBER, levelIndex, LEVELS } from '@/lib/store/chunks/level';
import type { LineDraft } from '@/lib/store/chunks/line-draft';

/** Increments of a run's counters, added up before anything is written. */
export type RunTally = {
  levelCounts: number[];
  /** Position of the first error among the lines, null for none. */
  firstErrorIndex: number | null;
  /** `int8multirange` literal of the client seqs. */
  clientSeqs: string;
  minutes: { minuteMs: number; level: number; component: string; count: number }[];
  devices: { device: string; levelCounts: number[] }[];
};

export function tallyLines(lines: readonly LineDraft[]): RunTally {
  const levelCounts = emptyCounts();
  const minutes = new Map<number, Map<string, number[]>>();
  const devices = new Map<string, number[]>();
  let firstErrorIndex: number | null = null;
  let minuteMs = NaN;
  let minute = new Map<string, number[]>();
  let device = '';
  let deviceCounts = emptyCounts();
  for (let index = 0; index < lines.length; index += 1) {
    const line = lines[index] as LineDraft;
    const at = levelIndex(line.level);
    addOne(levelCounts, at);
    if (line.level >= ERROR_NUMBER) firstErrorIndex ??= index;
    // Lines come ordered by time and grouped by device, so each is looked up only when it changes.
    const ofLine = Math.floor(line.time.ms / MINUTE_MS) * MINUTE_MS;
    if (ofLine !== minuteMs) {
      minuteMs = ofLine;
      minute = getOrAdd(minutes, minuteMs, () => new Map<string, number[]>());
    }
    addOne(getOrAdd(minute, line.component, emptyCounts), at);
    if (line.device === '') continue;
    if (line.device !== device) {
      device = line.device;
      deviceCounts = getOrAdd(devices, device, emptyCounts);
    }
    addOne(deviceCounts, at);
  }
  return {
    levelCounts,
    firstErrorIndex,
    clientSeqs: multirange(lines),
    minutes: [...minutes].flatMap(([ms, components]) => listMinute(ms, components)),
    devices: [...devices].map(([name, counts]) => ({ device: name, levelCounts: counts })),
  };
}

const emptyCounts = (): number[] => LEVELS.map(() => 0);

function getOrAdd<K, V>(map: Map<K, V>, key: K, make: () => V): V {
  let value = map.get(key);
  if (value === undefined) map.set(key, (value = make()));
  return value;
}

function addOne(counts: number[], index: number): void {
  counts[index] = (counts[index] ?? 0) + 1;
}

function listMinute(minuteMs: number, components: Map<string, number[]>): RunTally['minutes'] {
  return [...components].flatMap(([component, counts]) =>
    counts.flatMap((count, index) =>
      count === 0 ? [] : [{ minuteMs, level: LEVEL_NUMBER[LEVELS[index] ?? 'INFO'], component, count }],
    ),
  );
}

/** Consecutive numbers share a range, so a batch in order is one; PostgreSQL joins what overlaps. */
function multirange(lines: readonly LineDraft[]): string {
  const ranges: { from: number; to: number }[] = [];
  let last: { from: number; to: number } | null = null;
  for (const { clientSeq } of lines) {
    if (clientSeq === null) continue;
    if (last !== null && clientSeq === last.to + 1) last.to = clientSeq;
    else ranges.push((last = { from: clientSeq, to: clientSeq }));
  }
  return `{${ranges.map(({ from, to }) => `[${from},${to}]`).join(',')}}`;
}
