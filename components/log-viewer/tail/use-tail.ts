'use client';

import { useEffect, useEffectEvent, useState } from 'react';
import { hasLineFilter, lineFilterText } from '@/lib/reading/lines/line-filter-codec';
import type { LineSource } from '@/lib/reading/lines/query-options';
import type { Line } from '@/lib/store/chunks/line';
import type { RunSummary } from '@/lib/runs/schema';
import { TailConnection, type TailState } from './tail-connection';

type TailHookOptions = {
  source: LineSource;
  /** Only the first value counts. */
  afterSeq: number;
  isEnabled: boolean;
  onLines: (lines: Line[]) => void;
  onRun: (run: RunSummary) => void;
  onBreak: () => void;
};

/**
 * The lines of a run as they arrive after `afterSeq`. A hidden tab closes its stream, since browsers allow six
 * connections per host, and reopens it when it is shown again.
 */
export function useTail({ source, afterSeq, isEnabled, onLines, onRun, onBreak }: TailHookOptions): TailState {
  const [state, setState] = useState<TailState>('connecting');
  const [startSeq] = useState(afterSeq);
  const handleLines = useEffectEvent(onLines);
  const handleRun = useEffectEvent(onRun);
  const handleBreak = useEffectEvent(onBreak);
  const { runId } = source;
  const filter = lineFilterText(source.filter);
  const isContiguous = !hasLineFilter(source.filter);

  useEffect(() => {
    if (!isEnabled) return;
    const path = `/api/v1/runs/${encodeURIComponent(runId)}/tail`;
    const tail = new TailConnection({
      openSource: (seq) => new EventSource(`${path}?after=${seq}${filter ? `&${filter}` : ''}`),
      requestFrame,
      afterSeq: startSeq,
      isContiguous,
      onLines: (lines) => handleLines(lines),
      onRun: (run) => handleRun(run),
      onState: setState,
      onBreak: () => handleBreak(),
    });
    const stopWatching = watchPage({ onSeen: () => tail.open(), onHidden: () => tail.pause() });
    return () => {
      stopWatching();
      tail.close();
    };
  }, [runId, filter, isEnabled, isContiguous, startSeq]);

  return state;
}

function requestFrame(callback: () => void): () => void {
  const frame = requestAnimationFrame(callback);
  return () => cancelAnimationFrame(frame);
}

/** Calls at once, and whenever the tab is shown or hidden or the network comes back. */
function watchPage({ onSeen, onHidden }: { onSeen: () => void; onHidden: () => void }): () => void {
  const handleChange = () => (document.hidden ? onHidden() : onSeen());
  handleChange();
  document.addEventListener('visibilitychange', handleChange);
  window.addEventListener('online', handleChange);
  return () => {
    document.removeEventListener('visibilitychange', handleChange);
    window.removeEventListener('online', handleChange);
  };
}
