import { DAY_MS } from '@/lib/format/time-units';
import { MAX_TIMELINE_BUCKETS } from './schema';

/** Milliseconds since 1970 and lengths in milliseconds. */
export type TimelineAxis = {
  startMs: number;
  durationMs: number;
  bucketMs: number;
  bucketCount: number;
  /** Marks of a lane this close to each other are one. */
  spotMs: number;
};

export type AxisRun = {
  startedMs: number;
  finishedMs: number | null;
  lastReceivedMs: number;
  isOpen: boolean;
};

type AxisInput = {
  run: AxisRun;
  /** Of the first and the last line, and of all phases and devices; null where there is none. */
  times: Iterable<number | null>;
  nowMs: number;
};

/** As many spots as a wide window has columns. */
const SPOTS = 1000;

/** Lengths that people read well, in milliseconds; neighbours differ by 2.5 at most, so 48 buckets or more are used. */
const NICE_MS = [1, 2, 5].flatMap((digit) => [digit, digit * 10, digit * 100]);
const NICE_SECONDS = [1, 2, 5, 10, 15, 30, 60, 120, 300, 600, 900, 1800, 3600, 7200, 14_400, 28_800, 43_200, 86_400];
const NICE = [...NICE_MS.sort((a, b) => a - b), ...NICE_SECONDS.map((seconds) => seconds * 1000)];

/**
 * From the earliest of start, lines and phases to the latest; of an open run to now. A clock that is a day off says nothing
 * about the run: such times are left out here, and its lines fall into the first or the last bucket.
 */
export function buildAxis({ run, times, nowMs }: AxisInput): TimelineAxis {
  const knownEndMs = run.finishedMs ?? (run.isOpen ? nowMs : null);
  const fromMs = run.startedMs - DAY_MS;
  const toMs = (knownEndMs ?? run.lastReceivedMs) + DAY_MS;
  let startMs = run.startedMs;
  let endMs = Math.max(run.startedMs, knownEndMs ?? run.startedMs);
  for (const time of times) {
    if (time === null || time < fromMs || time > toMs) continue;
    startMs = Math.min(startMs, time);
    endMs = Math.max(endMs, time);
  }
  startMs = Math.floor(startMs);
  const durationMs = Math.ceil(endMs) - startMs;
  const bucketMs = niceBucketMs(durationMs);
  return {
    startMs,
    durationMs,
    bucketMs,
    bucketCount: Math.floor(durationMs / bucketMs) + 1,
    spotMs: Math.max(1, Math.ceil(durationMs / SPOTS)),
  };
}

/** The shortest nice length that needs no more than MAX_TIMELINE_BUCKETS; beyond the list as many days as it takes. */
function niceBucketMs(durationMs: number): number {
  const isEnough = (bucketMs: number) => durationMs / bucketMs < MAX_TIMELINE_BUCKETS;
  return NICE.find(isEnough) ?? Math.ceil((durationMs + 1) / MAX_TIMELINE_BUCKETS / DAY_MS) * DAY_MS;
}
