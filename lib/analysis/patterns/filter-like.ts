import { maskMessage } from './mask-message';
import type { LineView } from '@/lib/reading/lines/line-filter-codec';
import type { Line } from '@/lib/store/chunks/line';
import type { LineFilter } from '@/lib/store/query/line-filter';
import { patternSearch } from './pattern-search';
import type { LinePattern } from './schema';

type LikeFilter = Pick<LineFilter, 'level' | 'component' | 'q'>;

/** The lines of a pattern. A component without a name cannot be filtered by. */
export const filterOfPattern = ({
  level,
  component,
  q,
}: Pick<LinePattern, 'level' | 'component' | 'q'>): LikeFilter => ({
  level: [level],
  component: component === '' ? undefined : [component],
  q: q ?? undefined,
});

/** The lines that say the same as this one. */
export function filterLike({ level, component, device, message }: Line): LikeFilter {
  const names = new Set([device.toLowerCase()]);
  const { pattern } = maskMessage(message, names);
  return filterOfPattern({ level, component, q: patternSearch(pattern, message, names) });
}

/** The view with these lines, one by one; device, phase and time stay as they were chosen. */
export const showLike = (view: LineView, like: LikeFilter): LineView => ({
  ...view,
  ...{ patterns: undefined, fold: undefined, around: undefined, find: undefined, case: undefined },
  ...like,
});
