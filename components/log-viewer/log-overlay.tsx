import { JumpToLive } from './jump-to-live';
import { SelectionBar } from './selection-bar';
import type { Selection } from './use-selection';

type LogOverlayProps = {
  selection: Selection;
  /** Lines that arrived while the reader is elsewhere; null while the reader is at the end. */
  unseen: { lineCount: number; errorCount: number } | null;
  onJump: () => void;
};

/** The controls that float over the log's end. */
export function LogOverlay({ selection, unseen, onJump }: LogOverlayProps) {
  return (
    <div className="pointer-events-none absolute inset-x-0 bottom-3 flex flex-col items-center gap-2 px-2">
      {unseen && <JumpToLive {...unseen} onJump={onJump} />}
      {selection.range && <SelectionBar count={selection.count} onCopy={selection.copy} onClear={selection.clear} />}
    </div>
  );
}
