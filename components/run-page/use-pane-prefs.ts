'use client';

import { z } from 'zod';
import { createStoredPrefs } from '@/components/ui/stored-prefs';

/** Height of the map in percent of the page below the causes; the log stays the larger part. */
const DEFAULT_PERCENT = 34;
export const PERCENT_RANGE = { least: 15, most: 75 } as const;

const prefsSchema = z.object({
  mapPercent: z.number().min(PERCENT_RANGE.least).max(PERCENT_RANGE.most).catch(DEFAULT_PERCENT),
  isMapHidden: z.boolean().catch(false),
});

/** How this person divides the run's page, kept in this browser. */
export const usePanePrefs = createStoredPrefs('netraven.run-panes', prefsSchema);
