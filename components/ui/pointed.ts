'use client';

import { useSyncExternalStore } from 'react';

/**
 * The point under the pointer: a moment, and the name that it belongs to. Each pane of a page marks it in its own way.
 */
export type Pointed = { timeMs: number; name: string } | null;

let pointed: Pointed = null;
const listeners = new Set<() => void>();

/** Kept outside of React, so that a move of the pointer redraws only the subscribers, never the page. */
export function setPointed(next: Pointed): void {
  if (pointed?.timeMs === next?.timeMs && pointed?.name === next?.name) return;
  pointed = next;
  listeners.forEach((notify) => notify());
}

export const readPointed = (): Pointed => pointed;

export function subscribePointed(listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}

export const usePointed = (): Pointed => useSyncExternalStore(subscribePointed, readPointed, () => null);
