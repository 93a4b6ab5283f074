'use client';

import { FindBar } from './find/find-bar';
import { useLogList } from './list/log-list';
import { LogNotices } from './status/log-notices';
import { NewerLines } from './status/newer-lines';
import { StateLine } from './status/state-line';

/** Above the lines: what was found, what there is to say, and whether more is coming. */
export function LogHeadline({ onReadAgain }: { onReadAgain: () => void }) {
  const { view } = useLogList();
  return (
    <div className="flex h-8 items-center gap-3 border-b border-line px-2">
      {view.q !== undefined && <FindBar query={view.q} />}
      <LogNotices />
      <NewerLines onReadAgain={onReadAgain} />
      <StateLine />
    </div>
  );
}
