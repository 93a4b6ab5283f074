import { JumpToLive } from './jump-to-live';
import { SelectionBar } from '../selection/selection-bar';
import type { LogStep, Selection } from '../list/log-hand';

type LogOverlayProps = {
  selection: Selection;
  /** Lines that arrived while the reader is elsewhere; null while the reader is at the end. */
  unseen: { lineCount: number; errorCount: number } | null;
  take: (step: LogStep) => void;
};

/** The controls that float over the log's end. */
export function LogOverlay({ selection, unseen, take }: LogOverlayProps) {
  return (
    <div className="pointer-events-none absolute inset-x-0 bottom-3 flex flex-col items-center gap-2 px-2">
      {unseen && <JumpToLive {...unseen} onJump={() => take(({ goLive }) => goLive())} />}
      {selection.range && (
        <SelectionBar
          count={selection.count}
          onCopy={(form) => take((log) => log.selection.copy(form))}
          onClear={() => take((log) => log.selection.clear())}
        />
      )}
    </div>
  );
}
