import { expect, it } from 'vitest';
import type { LineView } from '@/lib/reading/lines/line-filter-codec';
import { describeLineFilter } from './describe-line-filter';

it('tells each part and the view without it', () => {
  const view: LineView = {
    ...{ q: 'timeout', case: '1', level: ['ERROR', 'CRITICAL'], device: ['core, left'], line: 7 },
    ...{ since: '2026-11-22T02:14:00Z', until: '2026-11-22T02:14:07.120Z' },
  };
  const parts = describeLineFilter(view, 'UTC');
  expect(parts.map(({ name, value }) => `${name}: ${value}`)).toEqual([
    'Search: timeout',
    'Level: ERROR or CRITICAL',
    'Device: core, left',
    'Time: from 2026-11-22 02:14, before 2026-11-22 02:14:07.120',
  ]);
  expect(parts[0]?.without).toMatchObject({ q: undefined, case: undefined, device: ['core, left'] });
  expect(parts.at(-1)?.without).not.toHaveProperty('since');
  expect(describeLineFilter({ q: 'x', find: '1' }, 'UTC')).toEqual([]);
});
