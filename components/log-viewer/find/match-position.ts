import { seqAtCursor, type LogList } from '../list/log-list';

/** `match 12 of 340`; the total alone while the cursor is on no match that a step led to. */
export type MatchPosition = { index: number | null; total: number | undefined; note: string };

export function matchPosition(list: LogList): MatchPosition {
  const { state, matches, matchCount, live } = list;
  const { found, cursor } = state;
  const isHere = found !== null && found.at === (matches ? seqAtCursor(list) : cursor);
  const known = matches ? matchCount : live.total;
  return {
    index: matches ? (isHere ? found.index : null) : cursor,
    // Matches that arrived after the last count were seen by the step.
    total: known === undefined ? undefined : Math.max(known, found?.total ?? 0),
    note: isHere ? found.note : '',
  };
}
