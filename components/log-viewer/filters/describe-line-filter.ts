import { formatMinute } from '@/lib/format/date-time';
import type { LineView } from '@/lib/reading/lines/line-filter-codec';

export type LineFilterPart = { name: string; value: string; without: LineView };

/** Each part of the filter in words, with the view as it is without that part. */
export function describeLineFilter(view: LineView, zone: string): LineFilterPart[] {
  const lists = (['level', 'component', 'device', 'phase'] as const).flatMap((name): LineFilterPart[] => {
    const values = view[name] ?? [];
    return values.length === 0
      ? []
      : [
          {
            name: name[0]?.toUpperCase() + name.slice(1),
            value: values.join(' or '),
            without: { ...view, [name]: undefined },
          },
        ];
  });
  const isFiltering = view.q !== undefined && view.find !== '1';
  const text = isFiltering
    ? [{ name: 'Search', value: view.q ?? '', without: { ...view, q: undefined, case: undefined } }]
    : [];
  return [...text, ...lists, ...timeParts(view, zone)];
}

function timeParts({ since, until, ...view }: LineView, zone: string): LineFilterPart[] {
  const minute = (iso: string) => formatMinute(Date.parse(iso), zone, true);
  const words = [since ? `from ${minute(since)}` : '', until ? `before ${minute(until)}` : ''].filter(Boolean);
  return words.length === 0 ? [] : [{ name: 'Time', value: words.join(', '), without: view }];
}
