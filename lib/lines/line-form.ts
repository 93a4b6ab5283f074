import type { Level } from './level';
import { filterOf, isFiltered, lineFilterText, selectionOf, type LineView } from './line-filter-codec';

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
export const isErrorsOnly = (view: LineView): boolean =>
  lineFilterText(filterOf(view)) === lineFilterText({ level: [...ERRORS] });

/** The change that brings a form. Neighbours are of errors where nothing is looked for yet, and such errors go with them. */
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
