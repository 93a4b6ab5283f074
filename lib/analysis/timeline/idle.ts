import type { Span } from './schema';

/** Least share of the run; shorter pauses are visible on the timeline anyway. */
const IDLE_SHARE = 0.1;

type Activity = {
  durationMs: number;
  /** Spans from a line to a later one between which there are no long pauses, in any order. */
  busy: readonly Span[];
  /** When phases and devices began and ended. */
  borders: readonly number[];
};

/** Stretches of at least a tenth of the run in which no line was written and no phase began or ended. */
export function findIdle({ durationMs, busy, borders }: Activity): Span[] {
  const leastMs = Math.max(1, durationMs * IDLE_SHARE);
  const isLong = ({ startMs, endMs }: Span): boolean => endMs - startMs >= leastMs;
  const silences = silencesBetween(durationMs, busy).filter(isLong);
  return silences.flatMap((silence) => splitAt(silence, borders)).filter(isLong);
}

function silencesBetween(durationMs: number, busy: readonly Span[]): Span[] {
  const silences: Span[] = [];
  let startMs = 0;
  for (const span of [...busy].sort((a, b) => a.startMs - b.startMs)) {
    if (span.startMs > startMs) silences.push({ startMs, endMs: Math.min(span.startMs, durationMs) });
    startMs = Math.max(startMs, span.endMs);
  }
  if (startMs < durationMs) silences.push({ startMs, endMs: durationMs });
  return silences;
}

function splitAt({ startMs, endMs }: Span, borders: readonly number[]): Span[] {
  const inside = borders.filter((border) => border > startMs && border < endMs).sort((a, b) => a - b);
  const edges = [startMs, ...inside, endMs];
  return edges.slice(1).map((edge, at) => ({ startMs: edges[at] ?? startMs, endMs: edge }));
}
