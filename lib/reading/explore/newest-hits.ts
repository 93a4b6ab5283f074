import type { LineCursor, TimeKey } from './line-cursor';

/** A matching line by time, run and seq. */
export type LineHit = { time: TimeKey; runId: string; seq: number };

/** Newest first; then by run id, byte by byte as under the "C" collation, and seq, both descending: an order without ties. */
export function compareHits(one: LineHit, other: LineHit): number {
  if (one.time !== other.time) return one.time > other.time ? -1 : 1;
  if (one.runId !== other.runId) return Buffer.compare(Buffer.from(other.runId), Buffer.from(one.runId));
  return other.seq - one.seq;
}

/** The newest of both, `limit` at most. */
export const newestOf = (kept: readonly LineHit[], found: readonly LineHit[], limit: number): LineHit[] =>
  [...kept, ...found].sort(compareHits).slice(0, limit);

/**
 * True when no unread chunk can change the page. `frontier` is the newest time in any of them, null when there is none;
 * one line more than the page is kept, to know whether another page follows.
 */
export function isPageCertain(kept: readonly LineHit[], limit: number, frontier: TimeKey | null): boolean {
  const last = kept[limit];
  return frontier === null || (last !== undefined && last.time > frontier);
}

export type HitPage = { hits: LineHit[]; next: LineCursor | null; isPartial: boolean };

/**
 * The page of a search that ended. When the budget stopped it at `frontier`: the lines that are certain, and where to
 * go on.
 */
export function buildHitPage(kept: readonly LineHit[], limit: number, frontier: TimeKey | null): HitPage {
  if (frontier !== null && !isPageCertain(kept, limit, frontier)) {
    const hits = kept.filter(({ time }) => time > frontier).slice(0, limit);
    return { hits, next: { time: frontier, line: null }, isPartial: true };
  }
  const hits = kept.slice(0, limit);
  const last = hits.at(-1);
  const next = kept.length > limit && last ? { time: last.time, line: { runId: last.runId, seq: last.seq } } : null;
  return { hits, next, isPartial: false };
}
