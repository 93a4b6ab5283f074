'use client';

import { useState } from 'react';
import { useDraftText } from '@/components/ui/use-draft-text';
import type { LineView } from '@/lib/reading/lines/line-filter-codec';
import { readSearchBox, searchBoxProblem, writeSearchBox, type SearchBox } from '@/lib/reading/lines/search-box';

export type SearchParams = Pick<LineView, 'q' | 'case'>;
type Modes = Pick<SearchBox, 'isRegex' | 'isCaseKept'>;

const keyOf = (params: SearchParams): string => JSON.stringify([params.case, params.q]);

/**
 * State of the search box over the address's `q` and `case`. The box keeps its own modes while it is empty and while
 * `/…/` is typed as words; a query from elsewhere sets them.
 */
export function useSearchBox(params: SearchParams, onChange: (params: SearchParams) => void) {
  const { text: shownText, ...shownModes } = readSearchBox(params);
  const [modes, setModes] = useState<Modes>(shownModes);
  const [own, setOwn] = useState(keyOf(params));
  if (keyOf(params) !== own) {
    setOwn(keyOf(params));
    setModes(shownModes);
  }
  const value = modes.isRegex && shownModes.isRegex ? shownText : (params.q ?? '');
  const commit = (text: string, wanted: Modes = modes) => {
    const box = { text, ...wanted };
    if (searchBoxProblem(box) !== null) return;
    const next = writeSearchBox(box);
    setOwn(keyOf(next));
    if (keyOf(next) !== keyOf(params)) onChange(next);
  };
  const [text, setText] = useDraftText(value, commit);
  const changeModes = (change: Partial<Modes>) => {
    setModes({ ...modes, ...change });
    commit(text, { ...modes, ...change });
  };
  return {
    text,
    setText,
    modes,
    changeModes,
    /** Searches for the text in the box at once. */
    commitNow: () => commit(text),
    problem: searchBoxProblem({ text, ...modes }),
  };
}
