import { formatCount } from '@/lib/format/number';
import { fetchNearestError } from '@/lib/reading/lines/query-options';
import { findIndex } from './find-index';
import type { LogList, LogStep } from './log-list';
import { moveTo, readCurrent } from './move-steps';
import type { Outcome } from './turns';

// The server looks errors up, so the lines between need not be loaded.

export const toFirstError: LogStep = (list) => jump(list, 1, 'asc');

export const toNextError: LogStep = async (list) => {
  const line = await readCurrent(list);
  if (list.state.cursor === null) return jump(list, line?.seq ?? 0, 'asc');
  // A folded line stands for all up to another one.
  return jump(list, (line?.repeats?.lastSeq ?? line?.seq ?? 0) + 1, 'asc');
};

export const toPreviousError: LogStep = async (list) => jump(list, ((await readCurrent(list))?.seq ?? 0) - 1, 'desc');

async function jump(list: LogList, from: number, order: 'asc' | 'desc'): Promise<Outcome<LogList>> {
  const { client, source, live } = list;
  const line = await fetchNearestError(source, { from, order });
  if (!line) return say(order === 'asc' ? 'No further error' : 'No earlier error');
  const { index, isMatch } = await findIndex(client, { source, window: live.window }, line.seq);
  return isMatch
    ? moveTo(index, line)
    : say(`The error in line ${formatCount(line.seq)} is hidden by the level filter`);
}

const say =
  (notice: string) =>
  ({ dispatch }: LogList): void =>
    dispatch({ type: 'said', notice });
