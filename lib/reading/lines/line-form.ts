import type { Level } from '@/lib/store/chunks/level';
import { selectionOf, type LineView } from './line-filter-codec';

/** How the lines that match are shown. */
export const LINE_FORMS = ['all', 'around', 'fold', 'patterns'] as const;
export type LineForm = (typeof LINE_FORMS)[number];

/** Enough to see what led to an error without losing sight of the next. */
const DEFAULT_AROUND = 3;
const ERRORS: readonly Level[] = ['ERROR', 'CRITICAL'];

export function formOf(view: LineView): LineForm {
  if (view.patterns) return 'patterns';
  const { around, fold } = selectionOf(view);
  return around !== undefined ? 'around' : fold ? 'fold' : 'all';
}

/** True when the filter has error levels and no text. */
export const isErrorsOnly = ({ level = [], q }: LineView): boolean =>
  q === undefined && level.length > 0 && level.every((each) => ERRORS.includes(each));

/**
 * The change of the view that sets a form. Neighbours of a view without levels and text filter by errors, and leaving
 * the form removes errors alone.
 */
export function changeForm(view: LineView, form: LineForm): Partial<LineView> {
  if (form === 'around') {
    const isSearching = view.q !== undefined || (view.level ?? []).length > 0;
    const around = view.around ?? DEFAULT_AROUND;
    return { around, fold: undefined, patterns: undefined, ...(!isSearching && { level: [...ERRORS] }) };
  }
  return {
    around: undefined,
    fold: form === 'fold' ? '1' : undefined,
    patterns: form === 'patterns' ? '1' : undefined,
    ...(formOf(view) === 'around' && isErrorsOnly(view) && { level: undefined }),
  };
}
