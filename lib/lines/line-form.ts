import type { Level } from './level';
import { filterOf, isFiltered, selectionOf, type LineView } from './line-filter-codec';

/** How the lines that match are shown. */
export const LINE_FORMS = ['all', 'around', 'fold'] as const;
export type LineForm = (typeof LINE_FORMS)[number];

/** Enough to see what led to an error without losing sight of the next. */
const DEFAULT_AROUND = 3;
const ERRORS: readonly Level[] = ['ERROR', 'CRITICAL'];

export function formOf(view: LineView): LineForm {
  const { around, fold } = selectionOf(view);
  return around !== undefined ? 'around' : fold ? 'fold' : 'all';
}

/** Nothing but errors is looked for. */
export function isErrorsOnly(view: LineView): boolean {
  const { level = [], ...others } = filterOf(view);
  return level.length > 0 && level.every((each) => ERRORS.includes(each)) && !isFiltered(others);
}

/** The change that brings a form. Neighbours are of errors where nothing is looked for yet, and errors alone go with them. */
export function changeForm(view: LineView, form: LineForm): Partial<LineView> {
  if (form === 'around') {
    return {
      around: view.around ?? DEFAULT_AROUND,
      fold: undefined,
      ...(!isFiltered(filterOf(view)) && { level: [...ERRORS] }),
    };
  }
  return {
    around: undefined,
    fold: form === 'fold' ? '1' : undefined,
    ...(formOf(view) === 'around' && isErrorsOnly(view) && { level: undefined }),
  };
}
