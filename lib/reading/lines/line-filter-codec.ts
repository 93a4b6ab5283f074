import { z } from 'zod';
import { buildUrlCodec, type UrlCodec } from '@/lib/http/url-codec';
import { parseLineRange } from './line-range';
import { isTimeRange, lineFilterSchema, type LineFilter } from '@/lib/store/query/line-filter';
import { lineSelectionSchema, type LineSelection } from './schema';

const seqText = z
  .string()
  .regex(/^[1-9]\d{0,9}$/, 'a line is a number from 1')
  .transform(Number);

/**
 * State in the run page's URL: the filters, the form of the matching lines or their patterns, whether q filters or only
 * marks, the selected lines, the open line.
 */
export const lineViewSchema = lineSelectionSchema.extend({
  patterns: z.literal('1').optional(),
  find: z.literal('1').optional(),
  lines: z
    .string()
    .refine((text) => parseLineRange(text) !== null, 'lines are two numbers from 1, as in 10-20')
    .optional(),
  line: seqText.optional(),
});
export type LineView = z.infer<typeof lineViewSchema>;

const fields = buildUrlCodec(lineViewSchema);

export const lineViewCodec: UrlCodec<LineView> = {
  parse: (params) => {
    const { value, problems } = fields.parse(params);
    if (isTimeRange(value)) return { value, problems };
    const { since: _since, until: _until, ...rest } = value;
    return {
      value: rest,
      problems: [...problems, { param: 'since, until', detail: 'ignored: since is not before until' }],
    };
  },
  format: fields.format,
};
export const lineFilterCodec = buildUrlCodec(lineFilterSchema);

/** The canonical text of a filter: the API's query string, and the cache key of its lines. */
export const lineFilterText = (filter: LineFilter): string => lineFilterCodec.format(filter).slice(1);

const lineSelectionCodec = buildUrlCodec(lineSelectionSchema);

/** The canonical text of a filter with its form. */
export const lineSelectionText = (selection: LineSelection): string => lineSelectionCodec.format(selection).slice(1);

/** True when the server makes a list of its own from the matching lines. */
export const isDerived = ({ around, fold }: LineSelection): boolean => (around ?? fold) !== undefined;

export const hasLineFilter = (filter: LineFilter): boolean => lineFilterText(filter) !== '';

/** The filter of the shown lines: all of the view's filters, without q where it only marks. */
export function filterOf({ line, lines, find, patterns, around, fold, ...filter }: LineView): LineFilter {
  const isWithoutText = filter.q === undefined || find === '1';
  return isWithoutText ? { ...filter, q: undefined, case: undefined } : filter;
}

/** The lines that q finds among those shown; null without q. */
export const matchFilterOf = (view: LineView): LineFilter | null =>
  view.q === undefined ? null : filterOf({ ...view, find: undefined });

/** The view with its search alone, for when the other filters could be why nothing is found. */
export const onlySearch = ({ q, case: isCaseKept, find }: LineView): LineView => ({ q, case: isCaseKept, find });

/** The filter and form that a view shows. Neighbours need a filter; when both forms are set, neighbours win. */
export function selectionOf(view: LineView): LineSelection {
  const filter = filterOf(view);
  if (view.around !== undefined && hasLineFilter(filter)) return { ...filter, around: view.around };
  return view.fold ? { ...filter, fold: view.fold } : filter;
}
