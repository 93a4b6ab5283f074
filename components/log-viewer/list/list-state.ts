import type { LineLocation } from '@/lib/reading/lines/locate-line';
import type { Line } from '@/lib/store/chunks/line';

/** Where the last step to a match led: `at` is its seq among other lines, or its index where all lines are matches. */
export type FoundMatch = { at: number; index: number; total: number; note: string };

export type ListState = {
  /** Index of the line under the cursor. */
  cursor: number | null;
  /** The line that the last step led to; its page may not be loaded yet. */
  known: { index: number; line: Line } | null;
  notice: string;
  found: FoundMatch | null;
  /** Seq at which the selection began: its fixed end. */
  began: number | null;
  /** Index of the address's line, as it was found last. */
  locatedIndex: number | null;
};

export type ListAction =
  | { type: 'moved'; index: number; line: Line | undefined }
  | { type: 'found'; index: number; line: Line | undefined; found: FoundMatch }
  | { type: 'extended'; index: number; line: Line; began: number }
  | { type: 'picked'; seq: number }
  | { type: 'located'; location: LineLocation | undefined }
  | { type: 'said'; notice: string };

export const startList = (cursor: number | null): ListState => ({
  cursor,
  known: null,
  notice: '',
  found: null,
  began: null,
  locatedIndex: null,
});

/** What keys, buttons and the address do to a list of lines; a move takes the notice of the step before it away. */
export function changeList(state: ListState, action: ListAction): ListState {
  switch (action.type) {
    case 'moved':
      return { ...goTo(state, action), notice: '' };
    case 'found':
      return { ...goTo(state, action), notice: '', found: action.found };
    case 'extended':
      return { ...goTo(state, action), began: action.began };
    case 'picked':
      return { ...state, began: action.seq };
    case 'located': {
      const { index = null, isMatch = false } = action.location ?? {};
      return { ...state, locatedIndex: index, cursor: isMatch ? index : state.cursor };
    }
    case 'said':
      return { ...state, notice: action.notice };
    default:
      return action satisfies never;
  }
}

const goTo = (state: ListState, { index, line }: { index: number; line: Line | undefined }): ListState => ({
  ...state,
  cursor: index,
  known: line ? { index, line } : state.known,
});
