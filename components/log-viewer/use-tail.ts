'use client';

import { useEffect, useEffectEvent, useState } from 'react';
import { isFiltered, lineFilterText } from '@/lib/lines/line-filter-codec';
import type { LineSource } from '@/lib/lines/query-options';
import type { Line } from '@/lib/lines/schema';
import type { RunSummary } from '@/lib/runs/schema';
import { TailConnection, type TailState } from './tail-connection';

type TailHookOptions = {
  source: LineSource;
  afterSeq: number;
  isEnabled: boolean;
  onLines: (lines: Line[]) => void;
  onRun: (run: RunSummary) => void;
};

function requestFrame(callback: () => void): () => void {
  const frame = requestAnimationFrame(callback);
  return () => cancelAnimationFrame(frame);
}

/**
 * The lines of a run as they arrive, from after `afterSeq` (its first value) on. A hidden tab holds no stream, since
 * browsers allow six connections a host; it goes on when it is seen again.
 */
export function useTail({ source, afterSeq, isEnabled, onLines, onRun }: TailHookOptions): TailState {
  const [state, setState] = useState<TailState>('connecting');
  const [startSeq] = useState(afterSeq);
  const [lastSeq, setLastSeq] = useState({ current: startSeq });
  const handleLines = useEffectEvent(onLines);
  const handleRun = useEffectEvent(onRun);
  const { runId } = source;
  const filter = lineFilterText(source.filter);
  const isContiguous = !isFiltered(source.filter);

  useEffect(() => {
    if (!isEnabled) return;
    const tail = new TailConnection({
      openSource: (seq) =>
        new EventSource(`/api/v1/runs/${encodeURIComponent(runId)}/tail?after=${seq}${filter ? `&${filter}` : ''}`),
      requestFrame,
      afterSeq: startSeq,
      isContiguous,
      onLines: handleLines,
      onRun: handleRun,
      onState: setState,
    });
    const followVisibility = () => (document.hidden ? tail.pause() : tail.open());
    const openNow = () => {
      if (!document.hidden) tail.open();
    };
    followVisibility();
    document.addEventListener('visibilitychange', followVisibility);
    window.addEventListener('online', openNow);
    return () => {
      document.removeEventListener('visibilitychange', followVisibility);
      window.removeEventListener('online', openNow);
      tail.close();
    };
  }, [runId, filter, isEnabled, isContiguous, startSeq]);

  return state;
}
