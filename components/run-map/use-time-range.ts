'use client';

import { useMemo } from 'react';
import type { LineView } from '@/lib/reading/lines/line-filter-codec';
import type { Span } from '@/lib/analysis/timeline/schema';

export type BrushedRange = { range: Span | null; setRange: (range: Span | null) => void };

/** The brushed range in milliseconds of the timeline; the address holds it as times, for it filters lines too. */
export function useTimeRange(view: LineView, setView: (view: LineView) => void, zeroMs: number): BrushedRange {
  const { since, until } = view;
  const range = useMemo(() => toSpan({ since, until }, zeroMs), [since, until, zeroMs]);
  const iso = (ms: number) => new Date(zeroMs + ms).toISOString();
  return {
    range,
    setRange: (next) =>
      setView({ ...view, since: next ? iso(next.startMs) : undefined, until: next ? iso(next.endMs) : undefined }),
  };
}

/** A range may be open at one end in the address; the axis cuts it to the run. */
function toSpan({ since, until }: Pick<LineView, 'since' | 'until'>, zeroMs: number): Span | null {
  if (since === undefined && until === undefined) return null;
  const startMs = since === undefined ? -Infinity : Date.parse(since) - zeroMs;
  const endMs = until === undefined ? Infinity : Date.parse(until) - zeroMs;
  return startMs < endMs ? { startMs, endMs } : null;
}
