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

/** Of levels and texts nothing but errors is looked for. */
export const isErrorsOnly = ({ level = [], q }: LineView): boolean =>
  q === undefined && level.length > 0 && level.every((each) => ERRORS.includes(each));

/** The change that brings a form. Neighbours are of errors where no level or text is looked for yet, and errors alone go with them. */
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
