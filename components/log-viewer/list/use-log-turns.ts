'use client';

import { useLayoutEffect, useState } from 'react';
import { flushSync } from 'react-dom';
import type { LogList, LogTurns } from './log-list';
import { Turns } from './turns';

export function useLogTurns(): { turns: LogTurns; isLate: boolean } {
  const [isLate, setIsLate] = useState(false);
  const [turns] = useState(
    () =>
      new Turns<LogList>({
        commit: flushSync,
        onError: ({ dispatch }, error) =>
          dispatch({ type: 'said', notice: error instanceof Error ? error.message : 'The answer could not be read' }),
        onLate: setIsLate,
      }),
  );
  return { turns, isLate };
}

/** Gives the turns the list as it was drawn last; null until the reader's line is found in it. */
export function useServedList(turns: LogTurns, list: LogList | null): void {
  useLayoutEffect(() => {
    if (list) turns.serve(list);
  });
  useLayoutEffect(() => () => turns.leave(), [turns]);
}
