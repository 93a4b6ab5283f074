'use client';

import { useState } from 'react';
import { useLogList } from '../list/log-list';
import { goLive } from '../list/move-steps';
import type { LiveLines } from '../list/use-log-lines';
import { SelectionBar } from '../selection/selection-bar';
import { selectedRange } from '../selection/range-steps';
import { JumpToLive } from './jump-to-live';

/** The controls that float over the log's end. */
export function LogOverlay() {
  const list = useLogList();
  const { live, rows, canFollow, turns } = list;
  const unseen = useUnseenLines(live, rows.isAtEnd);
  const range = selectedRange(list);
  return (
    <div className="pointer-events-none absolute inset-x-0 bottom-3 flex flex-col items-center gap-2 px-2">
      {canFollow && !rows.isAtEnd && <JumpToLive {...unseen} onJump={() => turns.take(goLive)} />}
      {range && <SelectionBar range={range} />}
    </div>
  );
}

/** Lines and errors that arrived since the reader was last at the end. */
function useUnseenLines({ total, window }: LiveLines, isAtEnd: boolean) {
  const [seen, setSeen] = useState({ total, errors: window.tailErrorCount });
  if (isAtEnd && (seen.total !== total || seen.errors !== window.tailErrorCount)) {
    setSeen({ total, errors: window.tailErrorCount });
  }
  return { lineCount: total - seen.total, errorCount: window.tailErrorCount - seen.errors };
}
