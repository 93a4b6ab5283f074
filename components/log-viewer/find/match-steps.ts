import { createWindow } from '@/lib/reading/lines/line-window';
import { fetchLines, type LineSource } from '@/lib/reading/lines/query-options';
import type { LinePage } from '@/lib/reading/lines/schema';
import { findIndex } from '../list/find-index';
import type { LogList, LogStep } from '../list/log-list';
import { goBy, readCurrent } from '../list/move-steps';
import type { Outcome } from '../list/turns';

export type FindDirection = 1 | -1;

const WRAP_NOTES: Record<FindDirection, string> = { 1: 'from the top', [-1]: 'from the end' };

/** Steps to the next or previous match from the cursor; at the ends it wraps around and says so. */
export const stepToMatch =
  (direction: FindDirection): LogStep =>
  (list) =>
    list.matches ? stepAmongOthers(list, list.matches, direction) : stepByLine(list, direction);

/** Every line shown is a match. */
function stepByLine(list: LogList, direction: FindDirection): ReturnType<LogStep> {
  const { rows, state } = list;
  const { total } = list.live;
  if (total === 0) return;
  const from = state.cursor ?? (direction === 1 ? rows.firstIndex - 1 : rows.endIndex);
  const isOver = from + direction < 0 || from + direction >= total;
  const index = (from + direction + total) % total;
  const found = { at: index, index, total, note: isOver ? WRAP_NOTES[direction] : '' };
  return goBy(list, { type: 'found', index, line: undefined, found });
}

/** The server looks the match up, so the lines between need not be loaded. */
async function stepAmongOthers(
  list: LogList,
  matches: LineSource,
  direction: FindDirection,
): Promise<Outcome<LogList>> {
  const { client, source, live, state } = list;
  const seq = (await readCurrent(list))?.seq ?? 0;
  const from = seq + (state.cursor === null ? 0 : direction);
  const { page, isOver } = await fetchNext(matches, { from, direction, lastSeq: live.window.lastSeq });
  const line = page.lines[0];
  if (!line) return null;
  const [shown, match] = await Promise.all([
    findIndex(client, { source, window: live.window }, line.seq),
    findIndex(client, { source: matches, window: createWindow(page) }, line.seq),
  ]);
  const note = isOver ? WRAP_NOTES[direction] : '';
  const found = { at: line.seq, index: match.index, total: page.total, note };
  return (later) => void goBy(later, { type: 'found', index: shown.index, line, found });
}

type NextOptions = { from: number; direction: FindDirection; lastSeq: number };

/** The nearest match in that direction, or the first from the other end. */
async function fetchNext(source: LineSource, { from, direction, lastSeq }: NextOptions) {
  const order = direction === 1 ? 'asc' : 'desc';
  const ask = (seq: number): Promise<LinePage> => fetchLines(source, { from: seq, limit: 1, order });
  if (from >= 1) {
    const page = await ask(from);
    if (page.lines.length > 0 || page.total === 0) return { page, isOver: false };
  }
  return { page: await ask(direction === 1 ? 1 : lastSeq), isOver: true };
}
