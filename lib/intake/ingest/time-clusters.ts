import { DAY_MS } from '@/lib/format/time-units';
import type { LineDraft } from '@/lib/store/chunks/line-draft';
import { believedMs, clockSkews, timeSpan } from './time-span';

/** Lines without a pause long enough to separate a job's runs; believable times in milliseconds since 1970. */
export type TimeCluster = { lines: LineDraft[]; fromMs: number; toMs: number };

type ClusterOptions = { receivedMs: number; idleMs: number };

/**
 * Splits lines into groups at silences, earliest first, each in the order sent. Lines of a device whose clock is more
 * than a day off stay with the other lines of just now; an import of old lines has no such others.
 */
export function clusterByTime(lines: LineDraft[], { receivedMs, idleMs }: ClusterOptions): TimeCluster[] {
  const span = timeSpan(lines, receivedMs);
  if (!span.isScattered && span.toMs - span.fromMs <= idleMs) return [{ lines, ...span }];
  const isLive = span.toMs > receivedMs - DAY_MS;
  const skews = span.isScattered && isLive ? clockSkews(lines, span) : new Map<string, number>();
  const timeOf = ({ device, time }: LineDraft) => (skews.has(device) ? span.toMs : believedMs(time.ms, receivedMs));
  const ends = endsOfClusters(Float64Array.from(lines, timeOf).sort(), idleMs);
  const clusters = ends.map((): TimeCluster => ({ lines: [], fromMs: Infinity, toMs: -Infinity }));
  for (const line of lines) {
    const timeMs = timeOf(line);
    const cluster = clusters[clusterIndexOf(ends, timeMs)];
    if (!cluster) continue;
    cluster.lines.push(line);
    cluster.fromMs = Math.min(cluster.fromMs, timeMs);
    cluster.toMs = Math.max(cluster.toMs, timeMs);
  }
  return clusters;
}

function endsOfClusters(sorted: Float64Array, idleMs: number): number[] {
  const ends: number[] = [];
  for (const [at, timeMs] of sorted.entries()) {
    const next = sorted[at + 1];
    if (next === undefined || next - timeMs > idleMs) ends.push(timeMs);
  }
  return ends;
}

/** The first cluster that ends at `timeMs` or later, by halving. */
function clusterIndexOf(ends: readonly number[], timeMs: number): number {
  let low = 0;
  let high = ends.length - 1;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((ends[middle] ?? Infinity) < timeMs) low = middle + 1;
    else high = middle;
  }
  return low;
}
