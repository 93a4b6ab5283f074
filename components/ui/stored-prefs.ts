'use client';

import { useSyncExternalStore } from 'react';
import type { z } from 'zod';

export type StoredPrefs<Prefs> = { prefs: Prefs; changePrefs: (change: Partial<Prefs>) => void };

/**
 * A hook for how a person likes to see something, kept in this browser under `key`. The schema gives each field its
 * default, which counts where nothing valid is stored, in the server's HTML and in the first render.
 */
export function createStoredPrefs<Prefs extends object>(
  key: string,
  schema: z.ZodType<Prefs>,
): () => StoredPrefs<Prefs> {
  const defaults = schema.parse({});
  const listeners = new Set<() => void>();
  let current: Prefs | undefined;

  const read = (): Prefs => (current ??= load(key, schema) ?? defaults);
  const subscribe = (listener: () => void) => {
    listeners.add(listener);
    return () => listeners.delete(listener);
  };
  const changePrefs = (change: Partial<Prefs>) => {
    current = { ...read(), ...change };
    listeners.forEach((notify) => notify());
    try {
      localStorage.setItem(key, JSON.stringify(current));
    } catch {
      // The choice then lasts as long as the page.
    }
  };
  return function useStoredPrefs() {
    return { prefs: useSyncExternalStore(subscribe, read, () => defaults), changePrefs };
  };
}

/** Storage can be forbidden, full, or hold anything; the page works without it. */
function load<Prefs>(key: string, schema: z.ZodType<Prefs>): Prefs | undefined {
  try {
    return schema.safeParse(JSON.parse(localStorage.getItem(key) ?? '{}')).data;
  } catch {
    return undefined;
  }
}
