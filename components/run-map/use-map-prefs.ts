'use client';

import { z } from 'zod';
import { createStoredPrefs } from '@/components/ui/stored-prefs';

export const LANE_KINDS = ['device', 'component', 'phase'] as const;
export type LaneKind = (typeof LANE_KINDS)[number];
export const GROUPINGS = ['result', 'site', 'type', 'none'] as const;
export type Grouping = (typeof GROUPINGS)[number];
export const SORTINGS = ['name', 'start', 'duration', 'errors'] as const;
export type Sorting = (typeof SORTINGS)[number];

const prefsSchema = z.object({
  lanes: z.enum(LANE_KINDS).catch('device'),
  group: z.enum(GROUPINGS).catch('result'),
  sort: z.enum(SORTINGS).catch('name'),
  isTable: z.boolean().catch(false),
  isElapsed: z.boolean().catch(false),
});
export type MapPrefs = z.infer<typeof prefsSchema>;

/** How this person likes devices to be arranged, kept in this browser. */
export const useMapPrefs = createStoredPrefs('netraven.run-map', prefsSchema);
