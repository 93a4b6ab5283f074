'use client';

import { useLogList } from '../list/log-list';
import { goLive } from '../list/move-steps';
import { SelectionBar } from '../selection/selection-bar';
import { selectedRange } from '../selection/range-steps';
import { JumpToLive } from './jump-to-live';
import { useUnseenLines } from './use-unseen-lines';

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
