import type { LineView } from '@/lib/reading/lines/line-filter-codec';
import { lineOptions } from '@/lib/reading/lines/query-options';
import type { Line } from '@/lib/store/chunks/line';
import type { ListAction } from './list-state';
import type { LogList, LogStep } from './log-list';

/** Opens a line beside the log, and shows it there without asking for it. */
export function openLine({ client, source, view, setView }: LogList, line: Line): void {
  // Folds and stretches belong to the list, not to the line, so they are left out here.
  const alone = { ...line, repeats: undefined, stretch: undefined };
  client.setQueryData(lineOptions(source.runId, line.seq).queryKey, alone);
  setView({ ...view, line: line.seq }, isLineOpen(view) ? 'replace' : 'push');
}

const isLineOpen = (view: LineView): boolean => view.line !== undefined;

/** Moves the cursor by an action that says where to; while a line is open, the line under the cursor becomes the open one. */
export function goBy(list: LogList, action: Extract<ListAction, { type: 'moved' | 'found' }>): ReturnType<LogStep> {
  list.dispatch(action);
  list.rows.scrollTo(action.index);
  if (isLineOpen(list.view)) return openAt(list, action.index, action.line);
}

function openAt(list: LogList, index: number, line = list.lineAt(index)): ReturnType<LogStep> {
  if (line) return openLine(list, line);
  return list.readLines([index]).then(([found]) => (found ? (later) => openLine(later, found) : null));
}

/** `line` is the one there, when its page may not be loaded yet. */
export const moveTo =
  (index: number, line?: Line): LogStep =>
  (list) => {
    const { total } = list.live;
    if (total > 0) return goBy(list, { type: 'moved', index: Math.max(0, Math.min(total - 1, index)), line });
  };

export const moveByLines =
  (step: number): LogStep =>
  (list) => {
    const { firstIndex, endIndex } = list.rows;
    const start = step > 0 ? firstIndex : endIndex - 1;
    return moveTo(list.state.cursor === null ? start : list.state.cursor + step)(list);
  };

/** Up or down by what is in view. */
export const movePage =
  (direction: 1 | -1): LogStep =>
  (list) =>
    moveByLines(direction * (list.rows.endIndex - list.rows.firstIndex - 1))(list);

/** Follows the newest lines, where more are to come. */
export const goLive: LogStep = ({ canFollow, rows }) => {
  if (canFollow) rows.scrollToEnd();
};

export const moveToEnd: LogStep = (list) => {
  const moved = moveTo(list.live.total - 1)(list);
  void goLive(list);
  return moved;
};

export const openCursor: LogStep = (list) => (list.state.cursor === null ? undefined : openAt(list, list.state.cursor));

/** The line under the cursor, or the first in view; undefined where there is none. */
export async function readCurrent({ state, rows, readLines }: LogList): Promise<Line | undefined> {
  return (await readLines([state.cursor ?? rows.firstIndex]))[0];
}
