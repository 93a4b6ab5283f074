'use client';

import { useSyncExternalStore } from 'react';
import { z } from 'zod';

export const TIME_MODES = ['absolute', 'relative', 'delta'] as const;
export type TimeMode = (typeof TIME_MODES)[number];

const prefsSchema = z.object({
  timeMode: z.enum(TIME_MODES).catch('absolute'),
  isWrapped: z.boolean().catch(false),
});
export type ViewPrefs = z.infer<typeof prefsSchema>;

const STORAGE_KEY = 'netraven.log-view';
const DEFAULT_PREFS: ViewPrefs = { timeMode: 'absolute', isWrapped: false };

const listeners = new Set<() => void>();
let current: ViewPrefs | undefined;

function readPrefs(): ViewPrefs {
  current ??= loadPrefs();
  return current;
}

/** Storage can be forbidden, full, or hold anything; the view works without it. */
function loadPrefs(): ViewPrefs {
  try {
    return prefsSchema.catch(DEFAULT_PREFS).parse(JSON.parse(localStorage.getItem(STORAGE_KEY) ?? '{}'));
  } catch {
    return DEFAULT_PREFS;
  }
}

function savePrefs(prefs: ViewPrefs): void {
  current = prefs;
  listeners.forEach((notify) => notify());
  try {
    localStorage.setItem(STORAGE_KEY, JSON.stringify(prefs));
  } catch {
    // The choice then lasts as long as the page.
  }
}

function subscribe(listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}

/** How this person likes to read logs, kept in this browser. */
export function useViewPrefs(): { prefs: ViewPrefs; changePrefs: (change: Partial<ViewPrefs>) => void } {
  const prefs = useSyncExternalStore(subscribe, readPrefs, () => DEFAULT_PREFS);
  return { prefs, changePrefs: (change) => savePrefs({ ...readPrefs(), ...change }) };
}
