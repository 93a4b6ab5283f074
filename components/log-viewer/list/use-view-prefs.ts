'use client';

import { z } from 'zod';
import { createStoredPrefs } from '@/components/ui/stored-prefs';

export const TIME_MODES = ['absolute', 'relative', 'delta'] as const;
export type TimeMode = (typeof TIME_MODES)[number];

const prefsSchema = z.object({
  timeMode: z.enum(TIME_MODES).catch('absolute'),
  isWrapped: z.boolean().catch(false),
});
export type ViewPrefs = z.infer<typeof prefsSchema>;

/** How this person likes to read logs, kept in this browser. */
export const useViewPrefs = createStoredPrefs('netraven.log-view', prefsSchema);
