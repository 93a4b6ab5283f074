import { z } from 'zod';
import { buildUrlCodec, type UrlCodec } from '@/lib/url-state/url-codec';
import { isTimeRange, lineFilterSchema, type LineFilter } from './schema';

const seqText = z
  .string()
  .regex(/^[1-9]\d{0,9}$/, 'a line is a number from 1')
  .transform(Number);

/** What the run page's URL holds: the filters, and the line that is open. */
export const lineViewSchema = lineFilterSchema.extend({ line: seqText.optional() });
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

/** The filter's one text: query string of the API, and the key under which its lines are cached. */
export const lineFilterText = (filter: LineFilter): string => lineFilterCodec.format(filter).slice(1);

export const isFiltered = (filter: LineFilter): boolean => lineFilterText(filter) !== '';

/** The view without its line. */
export const filterOf = ({ level, component, device, phase, q, since, until }: LineView): LineFilter => ({
  level,
  component,
  device,
  phase,
  q,
  since,
  until,
});
